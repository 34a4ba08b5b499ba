import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { explain } from '../../src/command/explain.ts';
import { acceptOutdated } from '../../src/command/outdated.ts';
import { driftOf } from '../../src/command/outdated-text.ts';
import { writeOverride } from '../../src/command/override.ts';
import { topOf } from '../../src/deck/chain/layer.ts';
import { readLock } from '../../src/deck/chain/lock.ts';
import type { Problem } from '../../src/model/problem.ts';
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

const OURS = 'overlay/overrides/boards/gap.mdx';

test('a board is overridden with another size, which its own file does not say', () =>
  withOverlay({ 'good/boards/gap.mdx': GAP }, async (root) => {
    const open = async () => await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
    const override = async (id: string, front: string[]) =>
      await writeOverride({ loaded: await open(), lock: {}, id, front, sections: [] });
    await expect(override('board:gap', [])).rejects.toThrow(
      'say what to change in board:gap: --front title,lead,size,orientation; --section "Today" --section "Wanted"',
    );
    const file = await override('board:gap', ['size']);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(/^---\nbase: sha256-[0-9a-f]{64}\nsize: a3\n---\n$/u);
    await writeFile(file, text.replace('size: a3', 'size: tabloid'));
    const { deck, problems } = await open();
    expect(problems.map(shown).filter((one) => one.includes('boards/gap'))).toEqual([]);
    expect(deck?.boards?.map(({ id, size }) => [id, size])).toEqual([['gap', 'tabloid']]);
  }));

test('outdated names a board whose base has changed, and shows what it said, what it says and what ours says', () =>
  withOverlay({ 'good/boards/gap.mdx': GAP }, async (root) => {
    const open = async () => await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
    const lockOf = async () => (await readLock(topOf((await open()).layers).folder, refuse)) ?? {};
    const drift = async () => {
      const { overrides, unrecorded } = await driftOf(await open(), await lockOf());
      return { overrides: overrides.filter(({ id }) => id.startsWith('board')), unrecorded };
    };
    await writeOverride({ loaded: await open(), lock: {}, id: 'board:gap', front: ['lead'], sections: ['Today'] });
    const text = await readFile(path.join(root, OURS), 'utf8');
    await writeFile(
      path.join(root, OURS),
      text.replace('Today and wanted.', 'Ours.').replace('label="Today"', 'label="Now"'),
    );
    expect(explain(await open(), 'board:gap')).toMatch(
      /^board:gap\n\nboard {5}\.\.\/good {2}good\/boards\/gap\.mdx\noverride {2}overlay {2}overlay\/overrides\/boards\/gap\.mdx\n\n/u,
    );
    expect((await drift()).overrides).toEqual([]);
    expect((await drift()).unrecorded).not.toContain('board:gap');

    await writeFile(path.join(root, 'good/boards/gap.mdx'), GAP.replace('Today and wanted.', 'Today, then wanted.'));
    expect((await open()).problems.map(shown).filter((one) => one.includes('boards/gap'))).toEqual([
      `${OURS}:2:7 warning override/changed good/boards/gap.mdx has changed since this override of it was written.`,
    ]);
    expect((await drift()).overrides).toEqual([
      {
        ...{ id: 'board:gap', file: OURS, state: 'changed', namedBy: [] },
        parts: [
          { part: 'lead', before: 'Today and wanted.', now: 'Today, then wanted.', ours: 'Ours.' },
          {
            part: '## Today',
            before: '<Line id="today" label="Today" />',
            now: '<Line id="today" label="Today" />',
            ours: '<Line id="today" label="Now" />',
          },
        ],
      },
    ]);
    expect((await acceptOutdated(await open(), await lockOf())).accepted).toContain(OURS);
    expect((await drift()).overrides).toEqual([]);
    expect((await lockOf())['board:gap']?.front).toEqual({ lead: 'Today, then wanted.' });
  }));

test('an override of a board that is gone is named, one of a hidden board is not; two of one board are refused', () =>
  withOverlay({ 'good/boards/gap.mdx': GAP }, async (root) => {
    const open = async () => await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
    const loaded = await open();
    await writeOverride({ loaded, lock: {}, id: 'board:gap', front: ['lead'], sections: [] });
    const about = async () => (await open()).problems.map(shown).filter((one) => one.includes('boards/'));
    const states = async () =>
      (await driftOf(await open(), {})).overrides.filter(({ id }) => id === 'board:gap').map(({ state }) => state);

    await mkdir(path.join(root, 'overlay/overrides/boards/more'));
    await copyFile(path.join(root, OURS), path.join(root, 'overlay/overrides/boards/more/gap.mdx'));
    expect(await about()).toContain(
      `overlay/overrides/boards/more/gap.mdx error override/twice The board "gap" is overridden twice: ${OURS} does it too.`,
    );
    await rm(path.join(root, 'overlay/overrides/boards/more'), { recursive: true });

    const settings = path.join(root, 'overlay/deck.yaml');
    const yaml = await readFile(settings, 'utf8');
    await writeFile(settings, `${yaml.replace(/^hide:.*$/mu, '')}\nhide: ['board:gap']\n`);
    expect(await about()).toEqual([
      `${OURS}:2:7 warning override/hidden The board "gap" is hidden: this override of it does nothing.`,
    ]);
    expect(await states()).toEqual([]);

    await writeFile(settings, yaml);
    await rm(path.join(root, 'good/boards/gap.mdx'));
    expect(await about()).toEqual([
      `${OURS}:2:7 warning override/removed There is no board "gap" below to override: it was removed there, or never was.`,
    ]);
    expect(await states()).toEqual(['removed']);
  }));

function refuse(problem: Problem): never {
  throw problem;
}

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
    await expect(writeOverride({ ...request, id: 'gap' })).rejects.toThrow('the deck has no card gap; write board:gap');
    await expect(writeOverride({ ...request, id: 'board:gap', front: [], sections: [] })).rejects.toThrow(
      'overlay/overrides/boards/gap.mdx is there already: change it',
    );
    await rm(file);
    await expect(writeOverride({ ...request, id: 'board:gap', front: [], sections: [] })).rejects.toThrow(
      'say what to change in board:gap: --front title,lead,size,orientation;',
    );
  }));
