import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openChain } from '../../src/deck/chain/chain.ts';
import { openProjects } from '../../src/load.ts';
import { withBlank } from '../fixtures/blank.ts';
import { shown } from '../fixtures/deck.ts';

const PAPER = 'name: SRA4, {count} cards\npaper: { width: 225, height: 320 }\nslug: bottom\n';
const PROFILE = 'ours: { file: ours.icc, condition: Our press, identifier: Ours, inkLimit: 280 }\n';

test('papers, formats and boxes beside a deck are read, and take the place of those of the same name', async () => {
  const files = {
    'layouts/stocks/sra4.yaml': PAPER,
    'layouts/stocks/a4.yaml': 'name: Our A4, {count} cards\npaper: { width: 210, height: 297 }\nprintable: 12\n',
    'layouts/formats.yaml': 'coaster: { name: Coaster, width: 95, height: 95, radius: 10 }\n',
    'layouts/box/tin.yaml': 'name: Tin\ncard: { caliper: 0.4 }\n',
    'deck/deck.yaml': (text: string) => text.replace('format: poker', 'format: coaster'),
  };
  await withBlank(files, async (root) => {
    const { projects, problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
    expect(problems.map(shown)).toEqual([]);
    const [project] = projects;
    expect(project?.format).toMatchObject({ id: 'coaster', radius: 10 });
    expect(project?.stocks.sra4).toMatchObject({ name: 'SRA4, 6 cards', format: 'coaster' });
    expect(project?.stocks.a4).toMatchObject({ name: 'Our A4, 2 cards', printable: 12 });
    expect(project?.stocks.letter?.format).toBe('coaster');
    expect(project?.boxes.tin).toMatchObject({ format: 'coaster', caliper: 0.4 });
    expect(Object.keys(project?.formats ?? {})).toContain('poker');
  });
});

test('what is wrong with them is said at their lines, all in one run', async () => {
  const files = {
    'layouts/stocks/mine.yaml': PAPER.replace('slug', 'slugg'),
    'layouts/formats.yaml': 'coaster: { name: Coaster, width: 20, height: 95 }\n',
    'layouts/box/tin.yaml': 'name: Tin\nformat: tine\ncard: { caliper: 0.4 }\n',
    'layouts/press/profiles.yaml': `${PROFILE}theirs: { file: ../x.icc, condition: A, identifier: A, inkLimit: 280 }\n`,
  };
  await withBlank(files, async (root) => {
    const { problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
    expect(problems.map(shown)).toEqual([
      'layouts/formats.yaml:1:10 error format/value "coaster" is 20 × 95 mm; a card is 25 × 25 to 297 × 210 mm, upright or wide.',
      'layouts/stocks/mine.yaml:3:1 error stock/unknown-key There is no key "slugg". Did you mean "slug"?',
      'layouts/box/tin.yaml:2:9 error box/format There is no card format "tine".',
      'layouts/press/profiles.yaml:2:17 error press/value "theirs › file" is "../x.icc": a file beside profiles.yaml.',
    ]);
  });
});

test('a press profile that is none is said where it is named', async () => {
  const files = { 'layouts/press/profiles.yaml': PROFILE, 'layouts/press/ours.icc': 'no profile' };
  await withBlank(files, async (root) => {
    const { problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
    const [said, ...others] = problems.map(shown);
    expect(others).toEqual([]);
    expect(said).toMatch(
      /^layouts\/press\/profiles\.yaml:1:15 error press\/profile .*ours\.icc" is not an ICC profile\./u,
    );
  });
});

test('a press profile that there is not is said where a stock, a box or deck.yaml names it', async () => {
  const press = 'press: { conformance: PDF/X-4, profile: gracoll }\n';
  const files = {
    'layouts/stocks/mine.yaml': `${PAPER}${press}`,
    'layouts/box/tin.yaml': `name: Tin\ncard: { caliper: 0.4 }\n${press}`,
    'deck/deck.yaml': (text: string) => `press: ours.icc\n${text}`,
  };
  await withBlank(files, async (root) => {
    const { problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
    expect(problems.map(shown)).toEqual([
      'layouts/box/tin.yaml:3:41 error press/unknown There is no press profile "gracoll". Did you mean "gracol"?',
      'layouts/stocks/mine.yaml:4:41 error press/unknown There is no press profile "gracoll". Did you mean "gracol"?',
      'deck/deck.yaml:1:8 error deck/press There is no press profile "ours.icc".',
    ]);
    for (const { expected, actual } of problems) {
      expect(expected).toEqual(['fogra39', 'gracol']);
      expect(['gracoll', 'ours.icc']).toContain(actual);
    }
  });
});

test('a press profile in the deck’s folder is taken; a file there that is none is said', async () => {
  const icc = await readFile(path.resolve(import.meta.dirname, '../../layouts/press/GRACoL_TR006_coated.icc'));
  const deck = (text: string) => `press: press/ours.icc\n${text}`;
  const said: string[][] = [];
  for (const data of [icc, 'no profile']) {
    await withBlank({ 'deck/deck.yaml': deck, 'deck/press/ours.icc': data }, async (root) => {
      const { problems } = await openProjects(await openChain({ dir: path.join(root, 'deck'), root }));
      said.push(problems.map(shown));
    });
  }
  expect(said[0]).toEqual([]);
  expect(said[1]?.join()).toMatch(
    /^deck\/deck\.yaml:1:8 error deck\/press "press\/ours\.icc" is not an ICC profile\./u,
  );
});
