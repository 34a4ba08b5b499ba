import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { init } from '../../src/command/init.ts';
import { mm } from '../../src/model/units.ts';
import { put } from '../fixtures/files.ts';
import { read } from '../press/readers.ts';

// An organization's project with its own card size, papers, service, boxes, press profile and tag beside its own deck, made with
// prepdeck as npm installs it: nothing of ours is touched.

const clone = path.resolve(import.meta.dirname, '../..');
let root = '';
let own = '';

const FILES: Readonly<Record<string, string>> = {
  'layouts/formats.yaml': 'club: { name: Club card, width: 60, height: 100, radius: 4 }\n',
  'layouts/stocks/sra4.yaml': 'name: "SRA4, {count} cards"\npaper: { width: 225, height: 320 }\nslug: bottom\n',
  'layouts/stocks/sra4-press.yaml':
    'name: "SRA4 for our press, {count} cards"\npaper: { width: 225, height: 320 }\nbleed: 3\ngrid: { gap: { x: 6, y: 6 } }\npress: { conformance: PDF/X-4, profile: ours }\nslug: bottom\n',
  'layouts/stocks/our-shop.yaml':
    'name: Our shop\nformat: club\nbleed: 2\npictures: { width: 756, height: 1228, dpi: 300, mostCards: 200 }\n',
  'layouts/box/our-box.yaml':
    'name: Our box\ncard: { caliper: 0.4 }\nboard: 0.5\nclearance: 1.5\npress: { conformance: PDF/X-4, profile: ours }\n',
  'layouts/box/our-dividers.yaml': 'kind: dividers\nname: Our dividers\ntab: 15\n',
  'layouts/press/profiles.yaml':
    'ours:\n  file: ours.icc\n  condition: Our press\n  identifier: OURS\n  registry: http://www.color.org\n  inkLimit: 280\n',
  'layouts/elements.tsx': `
import { Text, useSetting, z } from 'prepdeck/layout';

export default {
  Price: {
    attributes: { of: z.string() },
    cardIds: [],
    text: ({ of }) => of + ' euros',
    Print: ({ attributes }) => <Text style={{ color: useSetting().accent }}>{attributes.of} euros</Text>,
    Web: ({ attributes }) => <b className="price">{attributes.of} euros</b>,
  },
};
`,
};

/** Runs a program in the project; what it says, and its exit code. */
function run(cwd: string, program: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, CI: '1', NO_COLOR: '1', NODE_ENV: 'production' };
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env, maxBuffer: 2 ** 26 }, (cause, stdout, stderr) => {
      resolve({ code: cause ? Number(cause.code ?? 1) : 0, said: `${stdout}${stderr}` });
    });
  });
}

const prepdeck = (...args: string[]) => run(own, path.join(own, 'node_modules/.bin/prepdeck'), args);
const made = (name: string) => readFile(path.join(own, 'dist', name));
const trimOf = async (name: string) => {
  const [page] = (await PDFDocument.load(await made(name))).getPages();
  const { width = 0, height = 0 } = page?.getTrimBox() ?? {};
  return [mm(width), mm(height)];
};

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-organization-'));
  own = path.join(root, 'club');
  const packed = await run(clone, 'npm', ['pack', '--silent', '--pack-destination', root]);
  expect(packed.code, packed.said).toBe(0);
  await init({ dir: own, template: 'blank', date: '2026-11-28' });
  const manifest = JSON.parse(await readFile(path.join(own, 'package.json'), 'utf8')) as object;
  const archive = path.join(root, packed.said.trim().split('\n').at(-1) ?? '');
  await writeFile(
    path.join(own, 'package.json'),
    JSON.stringify({ ...manifest, dependencies: { prepdeck: `file:${archive}` } }),
  );
  expect(await run(own, 'npm', ['install', '--no-audit', '--no-fund'])).toMatchObject({ code: 0 });
  for (const [name, text] of Object.entries(FILES)) {
    await put(path.join(own, name), text);
  }
  await writeFile(
    path.join(own, 'layouts/press/ours.icc'),
    await readFile(path.join(clone, 'layouts/press/GRACoL_TR006_coated.icc')),
  );
  const settings = path.join(own, 'deck/deck.yaml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('format: poker', 'format: club'));
  const card = path.join(own, 'deck/cards/habits/friday-list.mdx');
  await writeFile(card, (await readFile(card, 'utf8')).replace('On Friday', 'It costs <Price of="12" />. On Friday'));
});
afterAll(() => rm(root, { recursive: true }));

describe('an organization’s own', () => {
  test('stocks and boxes are listed beside ours, with cards of its own size', async () => {
    const { code, said } = await prepdeck('stocks');
    expect(code).toBe(0);
    expect(said).toContain('For cards of 60 × 100 mm (Club card):');
    expect(said).toMatch(/ {2}sra4 +SRA4, 10 cards: 225 × 320 mm, 10 cards a sheet\n/u);
    expect(said).toMatch(/ {2}sra4-press +SRA4 for our press, \d cards: 225 × 320 mm/u);
    expect(said).toMatch(/ {2}our-shop +Our shop: 64 × 104 mm\n/u);
    expect(said).toMatch(/ {2}our-box +Our box, for club cards\n/u);
    expect(said).toMatch(/ {2}our-dividers +Our dividers, for club cards\n/u);
  });

  test('are all printed in one build, its tag too', async () => {
    const stocks = 'a4,sra4,sra4-press,our-shop,our-box,our-dividers,sleeve';
    expect(await prepdeck('build', '--stock', stocks, '--quiet')).toEqual({ code: 0, said: '' });
    const [front] = await read(new Uint8Array(await made('print/sra4.pdf')));
    expect(front?.box.map((one) => Math.round(mm(one)))).toEqual([0, 0, 225, 320]);
    const text = (await read(new Uint8Array(await made('print/a4.pdf')))).map((page) => page.text).join(' ');
    expect(text).toContain('It costs 12 euros. On Friday');
    expect(await readFile(path.join(own, 'dist/site/c/friday-list.html'), 'utf8')).toContain(
      '<b class="price">12 euros</b>',
    );
  });

  test('profile is that of its press and its box', async () => {
    for (const name of ['sra4-press', 'our-box']) {
      const said = String(await made(`print/${name}.txt`));
      expect(said).toContain('PDF/X-4, Our press (OURS)');
      expect(said).toContain('at most 280 % ink');
      expect(said).not.toContain('NOT OK');
    }
  });

  test('service has its pixels, box and dividers their sizes', async () => {
    const picture = await sharp(await made('print/our-shop/001-two-minute-start-front.png')).metadata();
    expect([picture.width, picture.height, picture.density]).toEqual([756, 1228, 300]);
    const [width, height] = await trimOf('print/our-dividers.pdf');
    expect(width).toBeCloseTo(2 * 60 + 4, 1);
    expect(height).toBeCloseTo(100 + 15, 1);
    const [around] = await trimOf('print/our-box.pdf');
    const cards = Number(/(\d+) cards of 0\.4 mm/u.exec(await wordsOf('print/our-box.pdf'))?.[1]);
    expect(around).toBeCloseTo(12 + 2 * (60 + 2) + 2 * (cards * 0.4 + 2), 1);
  });

  test('mistakes are said at their lines', async () => {
    await writeFile(path.join(own, 'layouts/stocks/wrong.yaml'), 'name: Wrong\npapier: { width: 1, height: 1 }\n');
    await writeFile(path.join(own, 'layouts/box/wrong.yaml'), 'kind: dividers\nname: Wrong\nparts: 2\n');
    const { code, said } = await prepdeck('check', '--stock', 'a4');
    expect(code).toBe(1);
    expect(said).toContain('layouts/stocks/wrong.yaml:2:1  error  There is no key "papier". Did you mean "paper"?');
    expect(said).toContain('layouts/box/wrong.yaml:3:1  error  "kind: dividers" takes no "parts".');
  });
});

async function wordsOf(name: string): Promise<string> {
  const pages = await read(new Uint8Array(await made(name)));
  return pages.map(({ text }) => text).join(' ');
}
