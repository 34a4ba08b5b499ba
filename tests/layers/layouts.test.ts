import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

const POSTER = `
import { View } from '@react-pdf/renderer';
import { useState } from 'react';
import { z } from 'zod';
import { At } from 'prepdeck/layouts/kit/base.tsx';
import { width } from './size.ts';

function Face() {
  useState(0);
  return <At x={0} y={0} w={width}><View /></At>;
}

export default { fields: { maker: z.string() }, budgets: {}, Front: Face, Back: Face };
`;

/** Prints the layouts' fields, and whether what they are made of is what prepdeck itself is made of. */
const SCRIPT = `
  const { loadLooks } = await import(process.env.LOOKS);
  const { At } = await import(process.env.BASE);
  const { faces } = await loadLooks(...process.env.DIRS.split(','));
  const { Front, fields } = faces.poster;
  globalThis.React = undefined;
  const { createElement } = await import('react');
  const { renderToStaticMarkup } = await import('react-dom/server');
  let drawn;
  renderToStaticMarkup(createElement(function Probe() { drawn = Front({}); return null; }));
  console.log(JSON.stringify({ fields: Object.keys(fields), same: drawn.type === At, w: drawn.props.w }));
`;

test('an organization’s layout runs in a folder without a package, with the React of prepdeck', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
  try {
    await mkdir(path.join(dir, 'layouts/faces'), { recursive: true });
    await writeFile(path.join(dir, 'layouts/faces/poster.tsx'), POSTER);
    await writeFile(path.join(dir, 'layouts/faces/size.ts'), 'export const width: number = 40;\n');
    const url = (file: string) => pathToFileURL(path.join(root, file)).href;
    const env = {
      ...process.env,
      LOOKS: url('src/face/looks.ts'),
      BASE: url('layouts/kit/base.tsx'),
      DIRS: `${path.join(root, 'layouts')},${path.join(dir, 'layouts')}`,
    };
    const args = ['--import', url('src/typescript.mjs'), '--input-type=module', '--eval', SCRIPT];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, cwd: root });
    expect(JSON.parse(stdout)).toEqual({ fields: ['maker'], same: true, w: 40 });
  } finally {
    await rm(dir, { recursive: true });
  }
});
