import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/command/explain.ts';
import { writeOverride } from '../../src/command/override.ts';
import { changesSince, EARLIER, editionOf, writeEdition } from '../../src/deck/chain/edition.ts';
import type { Loaded } from '../../src/deck/deck.ts';
import type { Deck } from '../../src/model/deck.ts';
import { UsageError } from '../../src/model/usage.ts';
import { type Changes, shown, withOverlay } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

const OLD = `sha256-${'0'.repeat(64)}`;
const FEATURE =
  '---\nsuit: level\nnumber: 2\ntitle: Feature\ngist: Several answers\n---\n\n## Definition\n\nSome responses.\n';

interface Work {
  root: string;
  loaded: Loaded;
  deck: Deck;
  /** Loads again. */
  load(): Promise<Loaded>;
  read(file: string): Promise<string>;
}

/** Loads the overlay, or another of the two decks, with changes. */
async function inOverlay<T>(changes: Changes, work: (given: Work) => Promise<T>, dir = 'overlay'): Promise<T> {
  return await withOverlay(changes, async (root) => {
    const load = () => loadDeck({ dir: path.join(root, dir), root, looks });
    const loaded = await load();
    if (!loaded.deck) throw new Error(loaded.problems.map(shown).join('\n'));
    const read = (file: string) => readFile(path.join(root, file), 'utf8');
    return await work({ root, loaded, deck: loaded.deck, load, read });
  });
}

describe('override', () => {
  it('writes the chosen parts and the hash of today, and fits', async () => {
    await inOverlay({}, async ({ loaded, load, read }) => {
      await writeOverride({ loaded, lock: {}, id: 'feature', front: ['title', 'gist'], sections: ['Definition'] });
      expect(await read('overlay/overrides/feature.mdx')).toBe(
        '---\nbase: sha256-1b048f3d81c2f81cc677821ec6f0e4c27f8662486cd849d6cb627764d2675ba4\ntitle: Feature\ngist: Several answers\n---\n\n## Definition\n\nSome responses.\n',
      );
      const again = await load();
      expect(again.problems.map(shown)).toEqual([
        'overlay/overrides/feature.mdx:2:7 warning override/identical This override changes nothing: good/cards/levels/feature.mdx says the same.',
      ]);
    });
  });

  it.each([
    [
      'nothing',
      'feature',
      [],
      [],
      'say what to change in feature: --front suit,number,title,gist; --section "Definition"',
    ],
    [
      'an unknown key',
      'feature',
      ['titel'],
      [],
      'feature has no key titel. Did you mean "title"? Keys: suit, number, title, gist',
    ],
    [
      'an unknown section',
      'feature',
      [],
      ['Definitoin'],
      'feature has no section "Definitoin". Did you mean "Definition"? Sections: Definition',
    ],
    ['an unknown card', 'feture', ['title'], [], 'the deck has no card feture. Did you mean "feature"?'],
    [
      'a hidden card',
      'function',
      ['title'],
      [],
      'the card function (good/cards/levels/function.mdx) is hidden by "hide" in deck.yaml',
    ],
    ['an own card', 'speed', ['title'], [], "speed is this deck's own card: change overlay/cards/values/speed.mdx"],
    [
      'a file that is there',
      'first-look',
      ['title'],
      [],
      'overlay/overrides/first-look.mdx is there already: change it',
    ],
  ])('refuses %s', async (_, id, front, sections, message) => {
    await inOverlay({}, async ({ loaded }) => {
      await expect(writeOverride({ loaded, lock: {}, id, front, sections })).rejects.toThrow(new UsageError(message));
    });
  });

  it('refuses a deck that extends no other', async () => {
    await inOverlay(
      {},
      async ({ loaded }) => {
        const request = { loaded, lock: {}, id: 'feature', front: ['title'], sections: [] };
        await expect(writeOverride(request)).rejects.toThrow('this deck extends no other: change its cards themselves');
      },
      'good',
    );
  });
});

describe('a whole override', () => {
  it('takes the place of the card, and keeps its code', async () => {
    const whole = `---\nbase: ${OLD}\nwhole: true\nsuit: level\nnumber: 2\ntitle: Ours\ngist: All new\n---\n\n## Definition\n\nAll new.\n`;
    await inOverlay({ 'overlay/overrides/feature.mdx': whole }, async ({ loaded, deck }) => {
      const card = deck.cards.find((one) => one.id === 'feature');
      expect([card?.code, card?.title, card?.file]).toEqual(['LVL 2', 'Ours', 'overlay/overrides/feature.mdx']);
      expect(explain(loaded, 'feature').split('\n')[3]).toBe(
        'whole override (changed)  overlay  overlay/overrides/feature.mdx',
      );
    });
  });
});

describe('the hash of a card', () => {
  const hash = (loaded: Loaded) => loaded.deck && editionOf(loaded.deck, loaded).cards.feature?.hash;
  const like = (text: string) =>
    inOverlay({ 'good/cards/levels/feature.mdx': text }, async ({ loaded }) => hash(loaded));

  it('is the same however the file is written', async () => {
    const one = await like(FEATURE);
    expect(await like(FEATURE.replaceAll('\n', '\r\n'))).toBe(one);
    expect(await like(FEATURE.replace('responses.', '\nresponses.  \n\n'))).toBe(one);
    expect(await like(FEATURE.replace('suit: level\nnumber: 2\n', '# why\nnumber: 2\nsuit: "level"\n'))).toBe(one);
    expect(await like(FEATURE.replace('Definition\n\n', 'Definition\n'))).toBe(one);
  });

  it('is another for other words, another order of a list, another break', async () => {
    const one = await like(FEATURE);
    expect(await like(FEATURE.replace('Some', 'Many'))).not.toBe(one);
    expect(await like(FEATURE.replace('title: Feature', 'title: feature'))).not.toBe(one);
    expect(await like(FEATURE.replace('Some ', 'Some\n\n'))).not.toBe(one);
    expect(await like(FEATURE.replace('Some ', '- Some\n- '))).not.toBe(one);
  });
});

describe('editions', () => {
  it('are written once, and tell what has changed since', async () => {
    await inOverlay({}, async ({ root, loaded, deck, load, read }) => {
      const file = await writeEdition(deck, loaded);
      expect(path.relative(root, file)).toBe('overlay/editions/2.0.0.json');
      const edition = JSON.parse(await read('overlay/editions/2.0.0.json'));
      expect(Object.keys(edition.cards)).toEqual([...deck.cards.map((card) => card.id)].sort());
      expect(edition.cards['because-you-row'].code).toBe('REC 2');
      expect(await writeEdition(deck, loaded)).toBe(file);
      expect(await changesSince('2.0.0', deck, loaded)).toEqual({
        since: '2.0.0',
        added: [],
        changed: [],
        retired: [],
        before: {},
      });

      const { rename, rm, writeFile } = await import('node:fs/promises');
      const at = (name: string) => path.join(root, name);
      await rename(at('overlay/cards/values/speed.mdx'), at('overlay/cards/values/pace.mdx'));
      await writeFile(at('overlay/retired.yaml'), 'speed: pace\nhouse-pick: pace\n');
      await writeFile(at('good/cards/levels/feature.mdx'), FEATURE.replace('Some', 'Many'));
      await rm(at('overlay/cards/patterns/house-pick.mdx'));
      const now = await load();
      if (!now.deck) throw new Error('no deck');
      expect(await changesSince('2.0.0', now.deck, now)).toEqual({
        since: '2.0.0',
        added: [],
        // With another id alone it is the same card to whoever holds it: “Put in VAL 2, take out VAL 2 (now VAL 2)” tells nobody anything.
        changed: ['feature', 'pace'],
        retired: [{ id: 'house-pick', code: 'ACME 1', heir: 'pace' }],
        before: {},
      });
      await writeFile(at('good/cards/levels/feature.mdx'), FEATURE.replace('number: 2', 'number: 7'));
      const later = await load();
      expect(later.deck && (await changesSince('2.0.0', later.deck, later))).toMatchObject({
        before: { feature: 'LVL 2' },
      });
      await expect(writeEdition(now.deck, now)).rejects.toThrow(
        'edition 2.0.0 is written down already, and the deck has changed since: give deck.yaml a new version',
      );
      await expect(changesSince('1.0.0', now.deck, now)).rejects.toThrow(
        'there is no edition 1.0.0. Did you mean "2.0.0"? Editions: 2.0.0',
      );
    });
  });

  it('tell what is printed otherwise though its own file says the same: names of suits, families, values, other cards', async () => {
    await inOverlay({ 'good/cards/levels/feature.mdx': FEATURE }, async ({ root, loaded, deck, load }) => {
      await writeEdition(deck, loaded);
      const { readFile, writeFile } = await import('node:fs/promises');
      const changed = async (file: string, from: string | RegExp, to: string) => {
        const at = path.join(root, file);
        const text = await readFile(at, 'utf8');
        expect(text.replace(from, to)).not.toBe(text);
        await writeFile(at, text.replace(from, to));
        const now = await load();
        if (!now.deck) throw new Error(now.problems.map(shown).join('\n'));
        const found = (await changesSince('2.0.0', now.deck, now)).changed;
        await writeFile(at, text);
        return found;
      };
      const all = deck.cards.filter(({ suit }) => suit === 'pattern').map(({ id }) => id);
      expect(await changed('good/suits.yaml', 'name: Welcome', 'name: Begin')).toEqual(['first-look']);
      expect(await changed('good/suits.yaml', 'one: Pattern', 'one: Way')).toEqual(all);
      const named = ['because-you-row', 'house-pick', 'feature'];
      expect(await changed('good/cards/levels/feature.mdx', 'title: Feature', 'title: Whole')).toEqual(named);
      expect(await changed('good/suits.yaml', 'colour: ink', 'colour: family.REC')).toEqual([]);
    });
  });

  it('tell what has changed in a further language, by what was written down in it', async () => {
    const german = (source: string, title: string) =>
      `---\nsource: ${source}\ntitle: ${title}\ngist: Mehrere Antworten\n---\n\n## Definition\n\nAntworten.\n`;
    const file = 'good/locales/de/feature.mdx';
    const changes = { 'good/cards/levels/feature.mdx': FEATURE, [file]: german(OLD, 'Merkmal') };
    await inOverlay(changes, async ({ root }) => {
      const { writeFile } = await import('node:fs/promises');
      const load = async () => {
        const now = await loadDeck({ dir: path.join(root, 'overlay'), root, looks, languages: 'all' });
        const [further] = now.further;
        if (!now.deck || !further) throw new Error('no deck');
        return { now, deck: now.deck, german: further.deck };
      };
      const first = await load();
      const { languages: _, ...english } = editionOf(first.deck, first.now);
      const edition = await writeEdition(first.deck, first.now);
      expect((await changesSince('2.0.0', first.german, first.now)).changed).toEqual([]);

      await writeFile(path.join(root, file), german(OLD, 'Eigenschaft'));
      const { now, deck, german: other } = await load();
      const named = ['because-you-row', 'house-pick', 'feature'];
      expect((await changesSince('2.0.0', other, now)).changed).toEqual(named);
      expect((await changesSince('2.0.0', deck, now)).changed).toEqual([]);

      await writeFile(edition, `${JSON.stringify(english, null, 1)}\n`);
      await expect(changesSince('2.0.0', other, now)).rejects.toThrow(
        'edition 2.0.0 does not say what its cards said in "de": print all of them once, and write the next edition down',
      );
    });
  });

  it('do not change with words that are not printed, and those of an earlier version still hold', async () => {
    const found = (words: string) => FEATURE.replace('title:', `also: [${words}]\nchoose: ${words}\ntitle:`);
    await inOverlay({ 'good/cards/levels/feature.mdx': found('a thing') }, async ({ root, loaded, deck, load }) => {
      const file = await writeEdition(deck, loaded);
      const { writeFile } = await import('node:fs/promises');
      await writeFile(path.join(root, 'good/cards/levels/feature.mdx'), found('another'));
      const now = await load();
      if (!now.deck) throw new Error('no deck');
      expect((await changesSince('2.0.0', now.deck, now)).changed).toEqual([]);
      expect(await writeEdition(now.deck, now)).toBe(file);

      await writeFile(file, `${JSON.stringify(editionOf(now.deck, now, EARLIER[1]), null, 1)}\n`);
      expect((await changesSince('2.0.0', now.deck, now)).changed).toEqual([]);
      expect(await writeEdition(now.deck, now)).toBe(file);
    });
  });
});
