import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import { init } from '../../src/command/init.ts';
import { loadLooks } from '../../src/looks/looks.ts';
import { layoutsDir } from '../../src/read/package.ts';
import { put } from '../fixtures/files.ts';
import { sampleInput } from './sample.ts';

// A frame of an organization's own around every page of the catalog.

const SHELL = `
import { Footer } from 'prepdeck/layout';

export default function Shell({ catalog, head, base, children }) {
  return (
    <>
      <header className="acme">
        <a href={base + 'index.html'}>Acme cards</a> <a href="https://intranet.example/">Intranet</a>
        <span>{head.kind}</span>
      </header>
      {children}
      <Footer catalog={catalog} base={base} />
    </>
  );
}
`;

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-shell-'));
});
afterAll(() => rm(root, { recursive: true }));

const write = (name: string, text: string) => put(path.join(root, name), text);

describe('a deck that extends another, with a shell of its own', () => {
  const pages = new Map<string, string>();
  const site = () => path.join(root, 'acme/dist/site');

  beforeAll(async () => {
    await init({ dir: path.join(root, 'base'), template: 'blank', date: '2026-11-21' });
    await write(
      'acme/deck/deck.yaml',
      'extends: ../../base/deck\ntrust: [../../base/deck]\nname: Acme\nversion: 1.0.0\n',
    );
    await write('acme/layouts/slots/shell.tsx', SHELL);
    await write('acme/layouts/slots/shell.css', '.acme { padding: 1rem; }\n');
    const args = [path.resolve(layoutsDir, '../src/bin.mjs'), 'build', '--stock', 'a4', '--quiet'];
    const env = { ...process.env, NODE_ENV: 'production' };
    await promisify(execFile)(process.execPath, args, { cwd: path.join(root, 'acme'), env });
    const names = await readdir(site(), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.html'))) {
      pages.set(name, await readFile(path.join(site(), name), 'utf8'));
    }
  });

  test('has it on every page, with the addresses of that page', () => {
    // A deck that names no composer has no page for it.
    expect([...pages.keys()].filter((name) => !name.includes('/')).sort()).toEqual([
      '404.html',
      'cards.html',
      'compare.html',
      'draw.html',
      'hand.html',
      'index.html',
      'print.html',
      'remote.html',
      'workshop.html',
    ]);
    expect(pages.size).toBeGreaterThan(12);
    for (const [name, html] of pages) {
      const base = name.includes('/') ? '../' : '';
      expect(html, name).toContain(`<header class="acme"><a href="${base}index.html">Acme cards</a>`);
      expect(html, name).not.toContain('class="top"');
      expect(html, name).toContain('<footer class="bottom">');
    }
    expect(pages.get('hand.html')).toContain('<span>hand</span></header><main id="main"');
  });

  test('keeps what every page promises: the policy, the skip link, the scripts, the place for messages', () => {
    for (const [name, html] of pages) {
      expect(html, name).toContain('http-equiv="Content-Security-Policy"');
      expect(html, name).toMatch(/<body [^>]*><a class="skip" href="#main">/u);
      expect(html.match(/<main /gu), name).toHaveLength(1);
      expect(html, name).toMatch(/app\.[0-9a-f]+\.js"/u);
      expect(html, name).toContain('<p class="toast" role="status" id="toast"></p></body>');
    }
  });

  test('has its rules after ours', async () => {
    const style = (await readdir(site())).find((name) => /^style\.[0-9a-f]+\.css$/u.test(name)) ?? '';
    expect(await readFile(path.join(site(), style), 'utf8')).toMatch(/\n\.acme \{ padding: 1rem; \}\n$/u);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
      rules: { 'require-sri': 'off' },
    });
    const wrong: string[] = [];
    for (const [name, html] of pages) {
      const { results } = await validator.validateString(html, name);
      wrong.push(
        ...results.flatMap((one) => one.messages.map((found) => `${name}: ${found.ruleId}: ${found.message}`)),
      );
    }
    expect([...new Set(wrong)]).toEqual([]);
  });
});

describe('a shell that can not be used', () => {
  test('is no component', async () => {
    await write('none/slots/shell.tsx', 'export default {};\n');
    await expect(loadLooks(layoutsDir, path.join(root, 'none'))).rejects.toThrow(
      'slots/shell.tsx:1:1  This is no slot: its default export must be a component.',
    );
  });

  test('leaves the page out', async () => {
    await write('empty/slots/shell.tsx', 'export default () => null;\n');
    const { shell } = await loadLooks(layoutsDir, path.join(root, 'empty'));
    const input = sampleInput();
    await expect(buildSite({ ...input, looks: { ...input.looks, shell } })).rejects.toThrow(
      `${path.join(root, 'empty/slots/shell.tsx')} leaves the page out: put {children} between its header and its footer`,
    );
  });
});

test('a deck without a shell has ours', async () => {
  expect((await loadLooks(layoutsDir)).shell).toBeUndefined();
});
