import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import { PAPERS, pageSize } from '../../src/model/paper.ts';
import { batchOf, picturesFile, WHITEBOARD_LIMITS, WHITEBOARDS, whiteboardCsv } from '../../src/model/whiteboards.ts';
import { picturePixels } from '../../src/stock/services.ts';
import { boardPixels } from '../../src/target/whiteboards.ts';
import { printing, withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';

// Pictures for online whiteboards, of a deck of somebody else's.

const board =
  '---\ntitle: Stops\nlead: Where it went well.\nsize: a3\n---\n\n## Before\n<Box id="before" label="Hopes" />\n';

test('a deck’s cards and boards are pictures in folders, none larger than whiteboards take, and a list of them', () =>
  withBlank({ 'deck/boards/stops.mdx': board }, async (root) => {
    const { problems, manifest } = await build(printing(root, ['remote'], { kit: true }));
    expect(problems.map(shown)).toEqual([]);
    const paths = manifest?.outputs.map((one) => one.path).filter((one) => one.startsWith('print/remote/')) ?? [];
    const names = paths.map((one) => one.replace('print/remote/', ''));
    expect(names).toContain('boards-01/board-stops.png');
    expect(names).toContain('list.csv');
    const fronts = names.filter((one) => one.startsWith('fronts-01/'));
    expect(fronts.length).toBeGreaterThan(3);
    expect(names.filter((one) => one.startsWith('backs-01/'))).toEqual(
      fronts.map((one) => one.replace('fronts', 'backs')),
    );
    for (const one of paths.filter((name) => name.endsWith('.png'))) {
      const { width = 0, height = 0, format, hasAlpha } = await sharp(path.join(root, 'dist', one)).metadata();
      expect([format, hasAlpha]).toEqual(['png', false]);
      expect(Math.max(width, height)).toBeLessThanOrEqual(WHITEBOARD_LIMITS.pixels);
      // A board in the middle of the screen is read from its headings on: as large as is taken.
      if (one.includes('board-')) expect(Math.max(width, height)).toBeGreaterThan(4000);
    }
    const [head, ...lines] = (await readFile(path.join(root, 'dist/print/remote/list.csv'), 'utf8'))
      .trimEnd()
      .split('\r\n');
    expect(head).toBe('\uFEFFtext,code,title,front,back,copies');
    expect(lines).toHaveLength(fronts.length + 1);
    expect(lines.at(-1)).toBe('Stops: Where it went well.,,Stops,boards-01/board-stops.png,,1');
    for (const name of fronts) expect(lines.join('\n')).toContain(name);
  }));

describe('what whiteboards take', () => {
  test('is the strictest of what is written about them, each with its address and the day it was read', () => {
    expect(WHITEBOARD_LIMITS).toEqual({ pixels: 4096, megabytes: 30, atOnce: 20 });
    for (const { sources } of WHITEBOARDS) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { address, read } of sources) {
        expect(new URL(address).protocol).toBe('https:');
        expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      }
    }
  });

  test.each(Object.keys(PAPERS))('a board on %s is as large as that and no larger, and keeps its shape', (paper) => {
    const size = pageSize(paper, 'landscape');
    const { width, height } = boardPixels({ size }, 300);
    expect(width).toBeLessThanOrEqual(4096);
    expect(Math.abs(width / height / (size.width / size.height) - 1)).toBeLessThan(0.001);
    expect(boardPixels({ size }, 50).width).toBeLessThan(width);
  });

  test('the largest card is drawn less sharp rather than too large', () => {
    const large = { id: 'x', name: 'X', width: 380, height: 297, radius: 0 };
    const { width, height, dpi, mostBytes } = picturePixels({ dpi: 300, whiteboard: true }, large, 0);
    expect([width <= 4096, height <= 4096, dpi, mostBytes]).toEqual([true, true, 273, 30_000_000]);
    const poker = { id: 'p', name: 'P', width: 63.5, height: 88.9, radius: 3 };
    expect(picturePixels({ dpi: 300, whiteboard: true }, poker, 0)).toMatchObject({
      width: 750,
      height: 1050,
      dpi: 300,
    });
  });

  test('folders hold as many as are taken at once', () => {
    expect([0, 19, 20, 278].map((at) => batchOf('fronts', at))).toEqual([
      'fronts-01',
      'fronts-01',
      'fronts-02',
      'fronts-14',
    ]);
  });

  test('a list is a table that no spreadsheet runs, whatever a card is called', () => {
    const row = { text: '=1+1: a, "b"', code: '', title: '-x', front: '', back: '', copies: 2 };
    expect(whiteboardCsv([row]).split('\r\n')[1]).toBe(`"'=1+1: a, ""b""",,'-x,,,2`);
  });
});

test.each([
  ['The Test Kitchen', 'the-test-kitchen-1.0.0-pictures.zip'],
  ['Το εργαστήριο!', 'το-εργαστήριο-1.0.0-pictures.zip'],
  ['Straßenküche', 'straßenküche-1.0.0-pictures.zip'],
  ['…', '1.0.0-pictures.zip'],
])('pictures of %s are in %s', (name, file) => expect(picturesFile(name, '1.0.0')).toBe(file));
