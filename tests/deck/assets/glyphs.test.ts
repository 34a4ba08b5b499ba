import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGlyphs } from '../../../src/deck/assets/glyphs.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { openFolder } from '../../../src/read/files.ts';

// A glyph becomes paths. The same paths as a new SVG must look as the glyph does to a renderer that is not ours.

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-glyphs-'));
  await mkdir(path.join(dir, 'art/glyphs'), { recursive: true });
});
afterAll(async () => {
  await rm(dir, { recursive: true });
});

const svg = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000">${inner}</svg>`;

/** The paths of a glyph, and what is said of it. */
async function read(inner: string): Promise<{ paths: readonly string[]; problems: Problem[] }> {
  await writeFile(path.join(dir, 'art/glyphs/one.svg'), svg(inner));
  const problems: Problem[] = [];
  const report = (one: Problem) => problems.push(one);
  const folder = await openFolder(dir, dir, report);
  if (!folder) throw new Error('no folder');
  const glyphs = await readGlyphs([{ file: 'a.mdx', glyph: 'one', places: {} }], [folder], report);
  return { paths: glyphs.one?.paths ?? [], problems };
}

async function pixels(text: string): Promise<Buffer> {
  return await sharp(Buffer.from(text), { density: 600 }).flatten({ background: '#fff' }).greyscale().raw().toBuffer();
}

test.each([
  ['a circle', '<circle cx="12" cy="9" r="6"/>'],
  ['an ellipse', '<ellipse cx="12" cy="9" rx="8" ry="4"/>'],
  ['a line', '<line x1="3" y1="20" x2="21" y2="4"/>'],
  ['a polyline', '<polyline points=" 3,20 12 4 21,20 "/>'],
  ['a polygon', '<polygon points="3 20,12 4,21 20"/>'],
  ['a rectangle', '<rect x="3" y="5" width="16" height="11"/>'],
  ['a rectangle with round corners', '<rect x="3" y="5" width="16" height="11" rx="3"/>'],
  ['one whose corners are said the other way', '<rect x="3" y="5" width="16" height="11" ry="3"/>'],
  ['one whose corners are wider than high', '<rect x="3" y="5" width="16" height="11" rx="6" ry="2"/>'],
  ['one that is round at both ends', '<rect x="3" y="5" width="16" height="8" rx="9"/>'],
  ['paths', '<path stroke="none" d="M0 0h24v24H0z"/><path d="M4 6h16M4 12a5 5 0 0 1 9 3z"/>'],
])('%s', async (_, inner) => {
  const { paths, problems } = await read(inner);
  expect(problems).toEqual([]);
  const [a, b] = await Promise.all([pixels(svg(inner)), pixels(svg(paths.map((d) => `<path d="${d}"/>`).join('')))]);
  const off = a.filter((value, at) => Math.abs(value - (b[at] ?? 0)) > 60).length;
  expect(a.some((value) => value < 128)).toBe(true);
  expect(off / a.length).toBeLessThan(0.002);
});

test('shapes without a size draw nothing, as in a browser', async () => {
  const { paths, problems } = await read('<rect width="0" height="9"/><circle/><polygon/>');
  expect(paths).toEqual([]);
  expect(problems.map((one) => one.ruleId)).toEqual(['empty']);
});

test.each([
  ['a tag without an end', '<path d="M0 0h9"', 'a tag without an end'],
  ['what is moved by its style', '<path style="transform: scale(2)" d="M0 0h9"/>', 'a transform'],
  ['points that are none', '<polygon points="3 20,12 x,21 20"/>', '<polygon>'],
  ['a length in percent', '<rect width="50%" height="9"/>', '<rect>'],
  ['a group', '<g><path d="M0 0h9"/></g>', '<g>'],
])('%s is refused', async (_, inner, what) => {
  const { paths, problems } = await read(inner);
  expect(paths).toEqual([]);
  expect(problems.map((one) => one.reason)).toEqual([expect.stringContaining(`The glyph "one" holds ${what}`)]);
});
