import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptOutdated, unrecordedIn } from '../../src/command/outdated.ts';
import { driftOf, hasDrifted, outdatedJson, outdatedText } from '../../src/command/outdated-text.ts';
import { writeOverride } from '../../src/command/override.ts';
import { topOf } from '../../src/deck/chain/layer.ts';
import { LOCK, type Lock, readLock } from '../../src/deck/chain/lock.ts';
import type { Loaded } from '../../src/deck/deck.ts';
import type { Problem } from '../../src/model/problem.ts';
import { type Changes, shown, withOverlay } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

// The three-way view: what a card said when an override of it was written, what it says now, what the override says.

const OLD = `sha256-${'0'.repeat(64)}`;
const FEATURE = '1b048f3d81c2f81cc677821ec6f0e4c27f8662486cd849d6cb627764d2675ba4';
const BASE = 'good/cards/levels/feature.mdx';
const OURS = 'overlay/overrides/feature.mdx';
const CHANGED =
  '---\nsuit: level\nnumber: 2\ntitle: Feature\ngist: One answer\n---\n\n## Definition\n\nSome other\nresponses.\n';

/** What the fixture's own overrides are written for; not what this is about. */
const OTHERS = { 'overlay/overrides/because-you-row.mdx': null, 'overlay/overrides/first-look.mdx': null };

interface Work {
  root: string;
  /** Loads the deck and its lock file, which is good. */
  load(): Promise<{ loaded: Loaded; lock: Lock }>;
  /** What the command says. */
  outdated(): Promise<string>;
  accept(): ReturnType<typeof acceptOutdated>;
  read(file: string): Promise<string>;
  write(file: string, text: string): Promise<void>;
}

async function inOverlay<T>(changes: Changes, work: (given: Work) => Promise<T>): Promise<T> {
  return await withOverlay({ ...OTHERS, ...changes }, async (root) => {
    const load = async () => {
      const loaded = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
      if (!loaded.deck) throw new Error(loaded.problems.map(shown).join('\n'));
      const lock = await readLock(topOf(loaded.layers).folder, (problem) => {
        throw problem;
      });
      return { loaded, lock: lock ?? {} };
    };
    return await work({
      root,
      load,
      outdated: async () => {
        const { loaded, lock } = await load();
        return outdatedText(await driftOf(loaded, lock));
      },
      accept: async () => {
        const { loaded, lock } = await load();
        return await acceptOutdated(loaded, lock);
      },
      read: (file) => readFile(path.join(root, file), 'utf8'),
      write: (file, text) => writeFile(path.join(root, file), text),
    });
  });
}

/** Starts an override of `feature` as the command does, and changes it as its author would. */
async function override({ load, read, write }: Work): Promise<void> {
  const { loaded, lock } = await load();
  await writeOverride({ loaded, lock, id: 'feature', front: ['title', 'gist'], sections: ['Definition'] });
  const text = await read(OURS);
  await write(OURS, text.replace('title: Feature', 'title: Ours').replace('Some', 'Our'));
}

const RECORD = `# What the cards said that overrides/ changes, for the three-way view of prepdeck outdated.
# prepdeck writes this file: do not edit it, and keep it with your deck.
feature:
  base: sha256-${FEATURE}
  front:
    title: Feature
    gist: Several answers
  sections:
    Definition: Some responses.
`;

describe('an override that was written by the command', () => {
  it('has a record of what it touches', async () => {
    await inOverlay({}, async (work) => {
      await override(work);
      expect(await work.read(`overlay/${LOCK}`)).toBe(RECORD);
      expect(await work.outdated()).toBe('Every override fits what it changes.\n');
    });
  });

  it('shows all three when its base has changed; --accept records what it says now, and changes one line', async () => {
    await inOverlay({}, async (work) => {
      await override(work);
      const before = await work.read(OURS);
      await work.write(BASE, CHANGED);
      expect(await work.outdated()).toMatchInlineSnapshot(`
        "feature: base changed
          overlay/overrides/feature.mdx
          title
            base then  Feature
            base now   (as then)
            ours       Ours
          gist
            base then  Several answers
            base now   One answer
            ours       Several answers
          ## Definition
            base then  Some responses.
            base now   Some other responses.
            ours       Our responses.

        Parts that an override does not touch are printed as they are now.
        Change what is no longer right; then: npx prepdeck outdated --accept
        "
      `);
      expect(await work.accept()).toEqual({ accepted: [OURS], recorded: [] });
      const { loaded, lock } = await work.load();
      expect(loaded.problems.map(shown)).toEqual([]);
      expect(lock.feature).toMatchObject({
        front: { gist: 'One answer' },
        sections: { Definition: 'Some other\nresponses.' },
      });
      expect(lock.feature?.base).not.toBe(`sha256-${FEATURE}`);
      expect((await work.read(OURS)).replace(/sha256-\w+/u, '')).toBe(before.replace(/sha256-\w+/u, ''));
      expect(await work.accept()).toEqual({ accepted: [], recorded: [] });
    });
  });

  it('still shows what a removed base said, and all who refer to it', async () => {
    await inOverlay({}, async (work) => {
      await override(work);
      await rm(path.join(work.root, BASE));
      expect(await work.outdated()).toMatchInlineSnapshot(`
        "feature: base removed; the override does nothing
          overlay/overrides/feature.mdx
          title
            base then  Feature
            base now   (removed)
            ours       Ours
          gist
            base then  Several answers
            base now   (removed)
            ours       Several answers
          ## Definition
            base then  Some responses.
            base now   (removed)
            ours       Our responses.
          Still named by: because-you-row, house-pick
        "
      `);
      await work.accept();
      expect(await work.read(`overlay/${LOCK}`)).toBe(RECORD);
    });
  });

  it('whose base is renamed is compared with the new card, and takes its record along', async () => {
    await inOverlay({}, async (work) => {
      await override(work);
      await rm(path.join(work.root, BASE));
      await work.write('good/cards/levels/trait.mdx', CHANGED);
      await work.write('good/retired.yaml', 'feature: trait\n');
      const { loaded, lock } = await work.load();
      expect(loaded.problems.map(shown).filter((one) => one.includes('override/'))).toEqual([
        `${OURS}:2:7 warning override/renamed The card "feature" is now "trait": this override of it does nothing.`,
      ]);
      const drift = await driftOf(loaded, lock);
      expect(hasDrifted(drift)).toBe(true);
      expect(JSON.parse(outdatedJson(drift))).toEqual({
        ok: false,
        overrides: [
          {
            ...{ id: 'feature', file: OURS, state: 'renamed', by: 'trait', namedBy: ['because-you-row', 'house-pick'] },
            parts: [
              { part: 'title', before: 'Feature', now: 'Feature', ours: 'Ours' },
              { part: 'gist', before: 'Several answers', now: 'One answer', ours: 'Several answers' },
              {
                part: '## Definition',
                before: 'Some responses.',
                now: 'Some other responses.',
                ours: 'Our responses.',
              },
            ],
          },
        ],
        ...{ unrecorded: [], languages: [], accepted: [], recorded: [] },
      });
      expect(await work.outdated()).toMatchInlineSnapshot(`
        "feature: now "trait"; the override does nothing
          overlay/overrides/feature.mdx
          title
            base then  Feature
            base now   (as then)
            ours       Ours
          gist
            base then  Several answers
            base now   One answer
            ours       Several answers
          ## Definition
            base then  Some responses.
            base now   Some other responses.
            ours       Our responses.
          If it still fits: rename it to trait.mdx, then: npx prepdeck outdated --accept
          Still named by: because-you-row, house-pick
        "
      `);
      await rename(path.join(work.root, OURS), path.join(work.root, 'overlay/overrides/trait.mdx'));
      expect(await work.outdated()).toContain('base then  Several answers\n    base now   One answer');
      expect((await work.accept()).accepted).toEqual(['overlay/overrides/trait.mdx']);
      expect(Object.keys((await work.load()).lock)).toEqual(['trait']);
      expect(hasDrifted(await driftOf((await work.load()).loaded, lock))).toBe(false);
    });
  });

  it('of the whole card has a record of all of it', async () => {
    await inOverlay({}, async (work) => {
      const own = `---\nbase: sha256-${FEATURE}\nwhole: true\nsuit: level\nnumber: 2\ntitle: Ours\ngist: All new\nalt: New\n---\n\n## Definition\n\nAll new.\n`;
      await withFile(work, own);
      expect(await work.accept()).toEqual({ accepted: [], recorded: ['feature'] });
      expect((await work.load()).lock.feature).toEqual({
        base: `sha256-${FEATURE}`,
        front: { suit: 'level', number: 2, title: 'Feature', gist: 'Several answers', alt: null },
        sections: { Definition: 'Some responses.' },
      });
    });
  });
});

/** Writes the override by hand. */
async function withFile({ root }: Work, text: string): Promise<void> {
  await mkdir(path.join(root, 'overlay/overrides'), { recursive: true });
  await writeFile(path.join(root, OURS), text);
}

describe('an override that was written by hand', () => {
  const own = (base: string) =>
    `---\nbase: ${base}\n# our words\ntitle: Ours\nalt: Ours\n---\n\n## Definition\n\nOur responses.\n`;

  it('works, and how to record its base is said', async () => {
    await inOverlay({}, async (work) => {
      await withFile(work, own(`sha256-${FEATURE}`));
      expect((await work.load()).loaded.problems.map(shown)).toEqual([]);
      expect(await work.outdated()).toBe(
        'Every override fits what it changes.\n\nOnly the hash is known of what the base said when these were written: feature.\nTo record what it says now, for the next time: npx prepdeck outdated --accept\n',
      );
      expect(await work.accept()).toEqual({ accepted: [], recorded: ['feature'] });
      expect(await work.read(OURS)).toBe(own(`sha256-${FEATURE}`));
      expect(await work.outdated()).toBe('Every override fits what it changes.\n');
    });
  });

  it('shows what is known when its base has changed', async () => {
    await inOverlay({}, async (work) => {
      await withFile(work, own(OLD));
      expect(await work.outdated()).toMatchInlineSnapshot(`
        "feature: base changed
          overlay/overrides/feature.mdx
          title
            base then  (not recorded)
            base now   Feature
            ours       Ours
          alt
            base then  (not recorded)
            base now   (none)
            ours       Ours
          ## Definition
            base then  (not recorded)
            base now   Some responses.
            ours       Our responses.

        Parts that an override does not touch are printed as they are now.
        Change what is no longer right; then: npx prepdeck outdated --accept

        Only the hash is known of what the base said when these were written: feature.
        To record what it says now, for the next time: npx prepdeck outdated --accept
        "
      `);
      expect(await work.accept()).toEqual({ accepted: [OURS], recorded: ['feature'] });
      expect(await work.read(OURS)).toBe(own(`sha256-${FEATURE}`));
    });
  });

  it('that touches more than its record is recorded anew', async () => {
    await inOverlay({ [`overlay/${LOCK}`]: RECORD }, async (work) => {
      await withFile(work, own(`sha256-${FEATURE}`));
      expect(unrecordedIn((await work.load()).loaded, (await work.load()).lock)).toEqual(['feature']);
      await work.accept();
      expect((await work.load()).lock.feature?.front).toEqual({ title: 'Feature', alt: null });
    });
  });

  it('for another text than its record was made of has none', async () => {
    await inOverlay({ [`overlay/${LOCK}`]: RECORD.replace(FEATURE, '1'.repeat(64)) }, async (work) => {
      await withFile(work, own(OLD));
      expect(await work.outdated()).toContain('base then  (not recorded)');
    });
  });

  it('that says the same as its base by now can be deleted; its record goes with it', async () => {
    await inOverlay({ [`overlay/${LOCK}`]: RECORD }, async (work) => {
      await withFile(work, `---\nbase: ${OLD}\ntitle: Feature\n---\n`);
      expect(await work.outdated()).toBe(
        'feature: now identical; the override can be deleted\n  overlay/overrides/feature.mdx\n',
      );
      await work.accept();
      expect((await work.load()).lock).toHaveProperty('feature');
      await rm(path.join(work.root, OURS));
      await work.accept();
      expect((await work.load()).lock).toEqual({});
    });
  });
});

describe('the lock file', () => {
  const CASES: Record<string, [string, string[]]> = {
    'in the middle of a merge': [
      RECORD.replace('feature:\n', '<<<<<<< ours\nfeature:\n'),
      [`overlay/${LOCK}:3:1 error yaml/syntax This YAML can't be read: Implicit keys need to be on a single line.`],
    ],
    'with half a hash': [
      RECORD.replace(FEATURE, '12'),
      [`overlay/${LOCK}:4:9 error lock/value "feature › base" is "sha256-12": it is "sha256-" and 64 digits.`],
    ],
    'with something else': [
      `${RECORD}  note: x\n`,
      [`overlay/${LOCK}:10:3 error lock/unknown-key There is no key "note".`],
    ],
    'with a list for a card': [
      'feature: [a]\n',
      [`overlay/${LOCK}:1:10 error lock/value "feature" must be a group of keys and values; it is a list.`],
    ],
  };

  it.each(Object.entries(CASES))('%s has a clear problem, and stops no build', async (_, [text, expected]) => {
    await withOverlay({ [`overlay/${LOCK}`]: text }, async (root) => {
      const loaded = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
      expect(loaded.problems.map(shown)).toEqual([]);
      const found: Problem[] = [];
      expect(await readLock(topOf(loaded.layers).folder, (problem) => found.push(problem))).toBeUndefined();
      expect(found.map(shown)).toEqual(expected);
    });
  });

  it('is in the order of ids, however it came to be', async () => {
    await inOverlay({}, async (work) => {
      for (const id of ['feature', 'because-you-row']) {
        const { loaded, lock } = await work.load();
        await writeOverride({ loaded, lock, id, front: ['title'], sections: [] });
      }
      expect(Object.keys((await work.load()).lock)).toEqual(['because-you-row', 'feature']);
    });
  });

  it('holds texts of several lines, lists and groups as they are', async () => {
    await inOverlay({}, async (work) => {
      const { loaded, lock } = await work.load();
      await writeOverride({
        loaded,
        lock,
        id: 'because-you-row',
        front: ['related', 'examples'],
        sections: ['How it works', 'Signals'],
      });
      expect(await work.read(`overlay/${LOCK}`)).toMatchInlineSnapshot(`
        "# What the cards said that overrides/ changes, for the three-way view of prepdeck outdated.
        # prepdeck writes this file: do not edit it, and keep it with your deck.
        because-you-row:
          base: sha256-2959773b044fd64c55167b3909bb8d719549a867b8ed5353f597cda5fbd7c0d2
          front:
            related:
              - first-look
            examples:
              - name: One
                tell: “Because you watched”
          sections:
            How it works: |-
              A *row* of **picks**.

              ![A shelf of five](shelf.png)
            Signals: |-
              - One <Card id="first-look" />
              - Two
        "
      `);
      expect(await work.outdated()).toContain('because-you-row: now identical');
    });
  });
});
