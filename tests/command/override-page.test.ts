import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeOverride } from '../../src/command/override.ts';
import { shown, withOverlay } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks as small } from '../fixtures/looks.ts';

const Page = () => null;
const looks = { ...small, boards: { areas: { Page } }, worksheets: { sheet: { Page } } };

const GAP = `---
title: Gap
lead: Today and wanted.
---

## Today
<Line id="today" label="Today" />

## Wanted
<Line id="wanted" label="Wanted" />
`;

test('override begins to change a board of the deck below, by its kind and its id', () =>
  withOverlay({ 'good/boards/gap.mdx': GAP }, async (root) => {
    const open = async () => await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
    const loaded = await open();
    const request = { loaded, lock: {}, front: ['lead'], sections: ['Today'] };
    const file = await writeOverride({ ...request, id: 'board:gap' });
    expect(path.relative(root, file)).toBe(path.join('overlay', 'overrides', 'boards', 'gap.mdx'));
    expect(await readFile(file, 'utf8')).toMatch(
      /^---\nbase: sha256-[0-9a-f]{64}\nlead: Today and wanted\.\n---\n\n## Today\n<Line id="today" label="Today" \/>\n$/u,
    );
    const after = (await open()).problems.map(shown).filter((one) => one.includes('boards/gap'));
    expect(after).toEqual([
      'overlay/overrides/boards/gap.mdx:2:7 warning override/identical This override changes nothing: good/boards/gap.mdx says the same.',
    ]);
    await expect(writeOverride({ ...request, id: 'board:gpa' })).rejects.toThrow(
      'the deck has no board gpa. Did you mean "gap"?',
    );
  }));
