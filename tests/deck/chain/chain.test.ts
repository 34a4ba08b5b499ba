import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDeck } from '../../../src/check/check-deck.ts';
import { openChain } from '../../../src/deck/chain/chain.ts';
import { loadLooks } from '../../../src/looks/looks.ts';
import type { Looks } from '../../../src/model/loaded-looks.ts';
import { withGuide } from '../../../src/plan/guide/guide.ts';
import { openMemory } from '../../../src/read/memory.ts';
import { layoutsDir, shippedDeck } from '../../../src/read/package.ts';
import { shown, withOverlay } from '../../fixtures/deck.ts';
import { put } from '../../fixtures/files.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

const fixtures = path.join(import.meta.dirname, '../../fixtures');
const HEAD = 'name: Ours\nversion: 3.0.0\n';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

/** Writes files, by path inside the folder of this test. */
async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await put(path.join(root, name), text);
  }
}

/** Puts the deck in `good/` where a package of that name is installed. */
async function install(name: string): Promise<void> {
  const deck = path.join(root, 'node_modules', name, 'deck');
  await cp(path.join(fixtures, 'good'), deck, { recursive: true });
  await cp(path.join(fixtures, '../../deck/fonts'), path.join(deck, 'fonts'), { recursive: true });
}

describe('packages and chains', () => {
  it('finds a package as Node does, also by a symbolic link', async () => {
    await install('@acme/base');
    await symlink('@acme/base', path.join(root, 'node_modules/linked'));
    for (const name of ['@acme/base', 'linked']) {
      await write({ 'team/deck/deck.yaml': `${HEAD}extends: '${name}'\n` });
      const { deck, problems } = await loadDeck({ dir: path.join(root, 'team/deck'), root, looks });
      expect(problems.map(shown)).toEqual([]);
      expect(deck?.cards).toHaveLength(9);
      expect(deck?.cards[0]?.file).toBe(`node_modules/${name}/deck/cards/extras/cover.mdx`);
    }
  });

  it('puts three decks on top of one another', async () => {
    await withOverlay(
      {
        'overlay/../team/deck.yaml': `${HEAD}extends: ../overlay\nprefix: TEAM\nhide: [speed]\n`,
        'overlay/../team/cards/pace.mdx':
          '---\nsuit: value\nnumber: 1\ntitle: Pace\ngist: Ours\nrelated: [honesty]\n---\n\n## A\n\nWords.\n',
      },
      async (there) => {
        const { deck, problems, layers } = await loadDeck({ dir: path.join(there, 'team'), root: there, looks });
        expect(problems.map(shown)).toEqual([]);
        expect(layers.map((layer) => layer.name)).toEqual(['../good', '../overlay', 'team']);
        expect(deck?.cards.map(({ code, id }) => [code, id])).toEqual([
          ['', 'cover'],
          ['', 'how-to-play'],
          ['WEL 1', 'first-look'],
          ['REC 2', 'because-you-row'],
          ['ACME 1', 'house-pick'],
          ['LVL 2', 'feature'],
          ['VAL 1', 'honesty'],
          ['TEAM 1', 'pace'],
        ]);
        if (deck) expect(checkDeck(deck, looks).map(shown)).toEqual([]);
      },
    );
  });

  it('names the override in between where an override above it says the same, or was written for another text', async () => {
    const override = (base: string, rest: string) => `---\nbase: sha256-${base}\n${rest}---\n`;
    const changes = {
      'team/deck.yaml': `${HEAD}extends: ../overlay\n`,
      'team/overrides/because-you-row.mdx': override('0'.repeat(64), 'title: A Row of Reasons\n'),
      'team/overrides/first-look.mdx': override('0'.repeat(64), 'copies: 2\n'),
    };
    const said = await withOverlay(changes, async (there) => {
      const { problems } = await loadDeck({ dir: path.join(there, 'team'), root: there, looks });
      return problems.map(shown);
    });
    const [row, look] = ['rec/because-you-row.mdx', 'wel/first-look.mdx'].map((one) => `good/cards/patterns/${one}`);
    expect(said).toEqual([
      `team/overrides/because-you-row.mdx:2:7 warning override/identical This override changes nothing: ${row} with overlay/overrides/because-you-row.mdx says the same.`,
      `team/overrides/first-look.mdx:2:7 warning override/changed ${look} or overlay/overrides/first-look.mdx has changed since this override of it was written.`,
    ]);
  });

  it('reads again only what was saved', async () => {
    await withOverlay({}, async (there) => {
      const memory = openMemory();
      const load = () => loadDeck({ dir: path.join(there, 'overlay'), root: there, looks, memory });
      const before = (await load()).deck;
      const file = path.join(there, 'overlay/cards/values/speed.mdx');
      await writeFile(file, '---\nsuit: value\nnumber: 2\ntitle: Speed\ngist: We answer now\n---\n\n## A\n\nNow.\n');
      const after = (await load()).deck;
      const changed = after?.cards.filter((card) => !before?.cards.includes(card)).map((card) => card.id);
      expect(changed).toEqual(['speed']);
      expect(after?.suits).toBe(before?.suits);
      expect(after?.theme).toBe(before?.theme);
    });
  });
});

describe('layouts', () => {
  const FACE = `export default { fields: {}, budgets: {}, Front: () => null, Back: () => null };\n`;

  it('run beside one’s own decks, and in a package only where it is trusted by name', async () => {
    await install('base');
    await write({
      'node_modules/base/layouts/faces/level.tsx': FACE,
      'org/layouts/faces/poster.tsx': FACE,
      'org/deck/deck.yaml': `${HEAD}extends: base\n`,
    });
    const dir = path.join(root, 'org/deck');
    const ours = path.join(root, 'org/layouts');
    const theirs = path.join(root, 'node_modules/base/layouts');
    expect((await openChain({ dir, root: dir })).layouts).toEqual([layoutsDir, ours]);
    expect((await loadDeck({ dir, root, looks })).problems.map(shown)).toEqual([
      'org/deck/deck.yaml:3:10 warning deck/untrusted The package "base" has layouts of its own: they are code, and are not used.',
    ]);
    await write({ 'org/deck/deck.yaml': `${HEAD}extends: base\ntrust: [base]\n` });
    expect((await openChain({ dir, root: dir })).layouts).toEqual([layoutsDir, theirs, ours]);
    expect((await loadDeck({ dir, root, looks })).problems).toEqual([]);
  });

  it('run in a folder that is extended where it lies in the project, or is trusted by name', async () => {
    const base = { 'deck.yaml': `${HEAD}extends: prepdeck\n` };
    await write({
      'team/base/deck/deck.yaml': base['deck.yaml'],
      'team/base/layouts/faces/level.tsx': FACE,
      'team/layouts/faces/poster.tsx': FACE,
      'team/deck/deck.yaml': `${HEAD}extends: ../base/deck\n`,
      'shared/deck/deck.yaml': base['deck.yaml'],
      'shared/layouts/faces/level.tsx': FACE,
    });
    const dir = path.join(root, 'team/deck');
    const [ours = '', theirs = '', inside = ''] = ['team/layouts', 'shared/layouts', 'team/base/layouts'].map((name) =>
      path.join(root, name),
    );
    expect((await openChain({ dir, root: dir })).layouts).toEqual([layoutsDir, inside, ours]);

    await write({ 'team/deck/deck.yaml': `${HEAD}extends: ../../shared/deck\n` });
    expect((await openChain({ dir, root: dir })).layouts).toEqual([layoutsDir, ours]);
    const { problems } = await loadDeck({ dir, root, looks: await loadLooks(layoutsDir) });
    expect(problems.map(shown)).toEqual([
      'team/deck/deck.yaml:3:10 warning deck/untrusted "../../shared/deck" lies outside the folder around this deck and has layouts of its own: they are code, and are not used.',
    ]);

    await write({ 'team/deck/deck.yaml': `${HEAD}extends: ../../shared/deck\ntrust: [../../shared/deck]\n` });
    expect((await openChain({ dir, root: dir })).layouts).toEqual([layoutsDir, theirs, ours]);

    // A link in the project that leads out of it is outside.
    await symlink(path.join(root, 'shared'), path.join(root, 'team/linked'));
    await write({ 'team/deck/deck.yaml': `${HEAD}extends: ../linked/deck\n` });
    expect((await openChain({ dir, root: dir })).layouts).toEqual([layoutsDir, ours]);
  });

  it('add and replace faces and slots', async () => {
    await write({
      'mine/layouts/faces/level.tsx': FACE,
      'mine/layouts/faces/poster.tsx': FACE,
      'mine/layouts/slots/back.tsx': 'export default function Back() { return null; }\n',
    });
    const shipped = await loadLooks(layoutsDir);
    const mine = await loadLooks(layoutsDir, path.join(root, 'mine/layouts'));
    expect(Object.keys(mine.faces).sort()).toEqual([...Object.keys(shipped.faces), 'poster'].sort());
    expect(mine.faces.level?.sections).toBeUndefined();
    expect(mine.faces.pattern?.Front).toBe(shipped.faces.pattern?.Front);
    expect(new Set(Object.values(mine.faces).map((look) => look.Back)).size).toBe(1);
  });

  it.each([
    [
      'faces/bad.tsx',
      'export default { fields: {} };\n',
      'is no face layout: its default export must have fields, budgets, Front and Back',
    ],
    ['slots/footer.tsx', 'export default {};\n', 'is no slot: its default export must be a component'],
    ['slots/header.tsx', 'export default () => null;\n', 'There is no slot "header": there are footer, back and shell'],
  ])('refuse %s', async (name, text, message) => {
    const dir = path.join(root, name.replace(/\W/gu, '-'));
    await write({ [path.join(path.relative(root, dir), name)]: text });
    await expect(loadLooks(layoutsDir, dir)).rejects.toThrow(message);
  });
});

describe('an organization that extends The Test Kitchen', async () => {
  const real: Looks = await loadLooks(layoutsDir);

  it('loads without a mistake, whatever it hides', async () => {
    await write({
      'kitchen/deck/deck.yaml': `${HEAD}extends: prepdeck\nprefix: ACME\nhide: ['suit:level,trust,role', 'kind:audience', 'family:REC']\n`,
    });
    const dir = path.join(root, 'kitchen/deck');
    const { deck, problems, broken, layers } = await loadDeck({ dir, root, looks: real });
    const whole = await loadDeck({ dir: shippedDeck, root, looks: real });
    const found = [...problems, ...(deck ? checkDeck(deck, real, broken) : [])];
    expect(found.filter((one) => one.fatal).map(shown)).toEqual([]);
    expect(new Set(found.map((one) => `${one.source}/${one.ruleId}`))).toEqual(new Set(['card/hidden']));
    expect(layers.map((layer) => layer.name)).toEqual(['prepdeck', 'kitchen/deck']);
    expect(deck?.name).toBe('Ours');
    expect((deck?.cards.length ?? 0) + (deck?.hidden?.length ?? 0)).toBe(whole.deck?.cards.length);
  });

  it('has a guide without empty sections, whichever suits it hides', async () => {
    for (const [at, hide] of ['suit:risk,trust,argument,ingredient', 'suit:role,pattern,recipe'].entries()) {
      await write({ [`hidden-${at}/deck/deck.yaml`]: `${HEAD}extends: prepdeck\nhide: ['${hide}']\n` });
      const { deck } = await loadDeck({ dir: path.join(root, `hidden-${at}/deck`), root, looks: real });
      if (!deck) throw new Error('no deck');
      const guided = withGuide(deck, real);
      expect(guided.problems.map(shown)).toEqual([]);
      const sections = (guided.deck.guide ?? []).flatMap((chapter) => chapter.sections);
      expect(sections.filter(({ content }) => content.children.length === 0)).toEqual([]);
    }
  });

  it('counts and lists what is left of a family that it hides, and its own', async () => {
    await write({
      'counted/deck/deck.yaml': `${HEAD}extends: prepdeck\nprefix: ACME\nhide: ['family:OFR', 'group:people', stuck-step-help]\n`,
      'counted/deck/cards/own-check.mdx':
        '---\nsuit: trust\nnumber: 1\ntitle: Own Check\ngist: Ours\ngroup: care\nlaw: GDPR 22\nquestion: Would we?\n---\n\n## Pass\n\nYes.\n\n## Fail\n\nNo.\n\n## Do now\n\nAsk.\n\n## Refs\n\nNone.\n',
    });
    const dir = path.join(root, 'counted/deck');
    const { deck, problems } = await loadDeck({ dir, root, looks: real });
    const card = (id: string) => deck?.cards.find((one) => one.id === id);
    const text = (id: string) =>
      card(id)
        ?.sections.map((one) => one.text)
        .join(' ') ?? '';
    expect(problems.filter((one) => one.fatal).map(shown)).toEqual([]);
    const copies = deck?.cards.reduce((sum, one) => sum + (one.suit === 'extra' ? 0 : one.copies), 0);
    expect(card('cover')?.gist).toBe(`${copies} cards to plan personalization worth having`);
    expect(card('reference-patterns')?.gist).toBe('132 patterns in thirteen families');
    expect(text('reference-patterns')).toContain(
      'LIF 73–84 Lifecycle\u00a0Messages GDE 95–103 Guides\u00a0&\u00a0Next\u00a0Steps',
    );
    expect(text('how-to-play')).toContain('Patterns: 132 dishes');
    expect(text('reference-risks')).toMatch(/^Foundations RSK 5\u00a0Metadata Debt · .* Deal all 14 out\./u);
    expect(card('reference-recipes')?.gist).toBe('Eleven to cook from, three to write');
    expect(text('reference-recipes')).not.toContain('Stuck-Step');
    expect(card('reference-roles')?.gist).toBe('Nine seats, ten checks to pass');
    expect(deck?.suits.find((one) => one.id === 'risk')?.about).toMatch(/^Fourteen ways/u);
    const overviews = problems.filter((one) => /(patterns|risks|recipes)\.mdx$/u.test(one.file ?? '')).map(shown);
    expect(overviews).toEqual([]);
  });

  it('has the shipped deck itself without layers', async () => {
    expect((await openChain({ dir: shippedDeck, root: shippedDeck })).layouts).toEqual([layoutsDir]);
  });
});
