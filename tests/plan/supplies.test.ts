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
