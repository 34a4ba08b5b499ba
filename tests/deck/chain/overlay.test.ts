import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDeck } from '../../../src/check/check-deck.ts';
import { explain } from '../../../src/command/explain.ts';
import { listText } from '../../../src/command/list.ts';
import { shown, withOverlay } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

describe('a deck that extends another: adds 3, patches 2, hides 4', async () => {
  const loaded = await withOverlay(
    {},
    async (root) => await loadDeck({ dir: path.join(root, 'overlay'), root, looks }),
  );
  const { deck } = loaded;
  if (!deck) throw new Error('no deck');
  const card = (id: string) => deck.cards.find((one) => one.id === id);

  it('has no problems', () => {
    expect(loaded.problems.map(shown)).toEqual([]);
    expect(checkDeck(deck, looks).map(shown)).toEqual([]);
  });

  it('has the cards of both, in print order', () => {
    expect(listText(deck, deck.cards, 'text')).toMatchInlineSnapshot(`
      "        cover                       Small deck
              how-to-play                 How to play
      WEL 1   first-look                  First Look
      REC 2   because-you-row             A Row of Reasons
      ACME 1  house-pick                  House Pick
      LVL 2   feature                     Feature
      VAL 1   honesty                     Honesty
      VAL 2   speed                       Speed

         2  Extras
         3  Patterns
         1  Levels
         2  Values
         8  cards to print
      "
    `);
  });

  it('says which layer gave each field and section', () => {
    expect(explain(loaded, 'because-you-row')).toMatchInlineSnapshot(`
      "because-you-row  REC 2  A Row of Reasons

      card      ../good  good/cards/patterns/rec/because-you-row.mdx
      override  overlay  overlay/overrides/because-you-row.mdx

      suit             pattern                                   good/cards/patterns/rec/because-you-row.mdx:2
      family           REC                                       good/cards/patterns/rec/because-you-row.mdx:3
      number           2                                         good/cards/patterns/rec/because-you-row.mdx:4
      title            A Row of Reasons                          overlay/overrides/because-you-row.mdx:3
      gist             A row of picks labeled with its reason    good/cards/patterns/rec/because-you-row.mdx:6
      glyph            stack                                     good/cards/patterns/rec/because-you-row.mdx:7
      level            feature                                   good/cards/patterns/rec/because-you-row.mdx:8
      market           public                                    overlay/overrides/because-you-row.mdx:4
      related          first-look                                good/cards/patterns/rec/because-you-row.mdx:10
      examples         [{"name":"One","tell":"“Because you wat…  good/cards/patterns/rec/because-you-row.mdx:12
      ## How it works  A *row* of **picks**. ![A shelf of five…  good/cards/patterns/rec/because-you-row.mdx:16
      ## Signals       - One more click - Two                    overlay/overrides/because-you-row.mdx:11
      ## Watch for     Reasons that sound *creepy*.              overlay/overrides/because-you-row.mdx:7
      "
    `);
    expect(explain(loaded, 'house-pick')).toMatchInlineSnapshot(`
      "house-pick  ACME 1  House Pick

      card  overlay  overlay/cards/patterns/house-pick.mdx

      suit             pattern                                   overlay/cards/patterns/house-pick.mdx:2
      family           REC                                       overlay/cards/patterns/house-pick.mdx:3
      number           1                                         overlay/cards/patterns/house-pick.mdx:4
      title            House Pick                                overlay/cards/patterns/house-pick.mdx:5
      gist             What our editors like this week           overlay/cards/patterns/house-pick.mdx:6
      glyph            stack                                     overlay/cards/patterns/house-pick.mdx:7
      level            feature                                   overlay/cards/patterns/house-pick.mdx:8
      market           public                                    overlay/cards/patterns/house-pick.mdx:9
      related          because-you-row                           overlay/cards/patterns/house-pick.mdx:10
      examples                                                   overlay/cards/patterns/house-pick.mdx:11
      ## How it works  Editors pick, like <Card id="honesty" /…  overlay/cards/patterns/house-pick.mdx:14
      ## Signals       - One - Two                               overlay/cards/patterns/house-pick.mdx:18
      "
    `);
  });

  it('merges sections in the order of the look, each with its place', () => {
    const row = card('because-you-row');
    expect(row?.sections.map(({ heading, text, place }) => [heading, text, place])).toEqual([
      ['How it works', 'A row of picks.', { line: 16, column: 1 }],
      ['Signals', 'One more click Two', { line: 11, column: 1, file: 'overlay/overrides/because-you-row.mdx' }],
      [
        'Watch for',
        'Reasons that sound creepy.',
        { line: 7, column: 1, file: 'overlay/overrides/because-you-row.mdx' },
      ],
    ]);
  });

  it('drops links to hidden cards from lists, and keeps what is one value', () => {
    expect(card('first-look')?.fields.level).toBe('function');
    expect(deck.hidden).toEqual(['new-member', 'mid-task', 'function', 'blank-pattern']);
  });

  it('takes settings, suits, lists and tokens of the top where it has them', () => {
    const { name, version, date, credit, prints } = deck;
    expect({ name, version, date, credit, prints }).toEqual({
      name: 'Acme deck',
      version: '2.0.0',
      date: '2026-01-31',
      credit: 'Made for tests',
      prints: ['a4'],
    });
    expect(deck.suits.map((suit) => suit.id)).toEqual(['extra', 'pattern', 'level', 'ingredient', 'value']);
    expect(deck.suits[1]).toMatchObject({
      name: 'Patterns',
      about: 'What Acme can do for a customer.',
      families: [
        { id: 'WEL', name: 'Welcome' },
        { id: 'REC', name: 'Suggest', about: 'What comes next.' },
      ],
    });
    expect(deck.lists.market).toEqual({ consumer: 'Consumer', business: 'Business', public: 'Public sector' });
    expect(deck.theme.colour).toEqual({
      paper: '#fbf6ea',
      ink: '#1b1b1b',
      brand: '#8a1c4a',
      'family.WEL': '#b8431f',
      'family.REC': '#226633',
    });
  });

  it('looks for art and fonts in the top first', () => {
    expect(deck.glyphs.stack?.paths).toEqual(['M4 6h16']);
    expect(Object.keys(deck.glyphs)).toEqual(['eye', 'stack']);
    expect(Object.keys(deck.pictures)).toEqual(['shelf.png']);
    expect(deck.theme.fonts).toHaveLength(5);
  });
});

describe('a logo', () => {
  it('is drawn as a picture of the deck', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10H0z" /></svg>';
    const changes = {
      'overlay/deck.yaml': 'name: Acme\nversion: 1.0.0\nextends: ../good\nprefix: ACME\nlogo: acme.svg\n',
      'good/art/acme.svg': svg,
    };
    const { deck, problems } = await withOverlay(changes, async (root) =>
      loadDeck({ dir: path.join(root, 'overlay'), root, looks }),
    );
    expect(problems).toEqual([]);
    expect(deck?.logo).toBe('logo.png');
    const { format, width, height } = deck?.pictures['logo.png'] ?? {};
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 600 });
  });
});
