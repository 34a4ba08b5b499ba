import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDeck } from '../../../src/check/check-deck.ts';
import { type Changes, shown, withOverlay } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

const HEAD = 'name: Acme deck\nversion: 2.0.0\n';
const BASE = `${HEAD}extends: ../good\nprefix: ACME\n`;
const HIDE = "hide: [function, 'kind:audience,context', blank-pattern]\n";
const ROW = 'overlay/overrides/because-you-row.mdx';
const HASH = 'sha256-2959773b044fd64c55167b3909bb8d719549a867b8ed5353f597cda5fbd7c0d2';

/** deck.yaml of the overlay with further lines. */
function deck(lines: string): Changes {
  return { 'overlay/deck.yaml': lines };
}

/** A card of the overlay's own. */
function own(id: string, front: string, body = ''): Changes {
  return { [`overlay/cards/values/${id}.mdx`]: `---\nsuit: value\ngist: A gist of ${id}\n${front}\n---\n${body}` };
}

/** Of another text than any card has. */
const OTHER = `sha256-${'0'.repeat(64)}`;
const UNREAD = '---\nsuit: level\nnumber: 2\ntitle: Feature\ngist: Several\n---\n\n## Definition\n\n{\n';

/** What is wrong → the changes to a good deck and its overlay → every problem of the run. */
const CASES: Record<string, [Changes, string[]]> = {
  // ------------------------------------------------------------ extends
  'an address': [
    deck(`${HEAD}extends: https://example.org/deck.git\n`),
    [
      'overlay/deck.yaml:3:10 error deck/extends A deck extends an installed package or a folder, not an address: "https://example.org/deck.git".',
    ],
  ],
  'a git address': [
    deck(`${HEAD}extends: 'git@example.org:acme/deck'\n`),
    [
      'overlay/deck.yaml:3:10 error deck/extends A deck extends an installed package or a folder, not an address: "git@example.org:acme/deck".',
    ],
  ],
  'a folder that is not there': [
    deck(`${HEAD}extends: ../base\n`),
    ['overlay/deck.yaml:3:10 error deck/extends There is no deck in "../base".'],
  ],
  'a package that is not installed': [
    deck(`${HEAD}extends: acme-base\n`),
    ['overlay/deck.yaml:3:10 error deck/extends There is no installed package "acme-base" with a deck in it.'],
  ],
  'neither a package nor a folder': [
    deck(`${HEAD}extends: Base Deck\n`),
    ['overlay/deck.yaml:3:10 error deck/extends "Base Deck" is no package and no folder.'],
  ],
  'a deck that extends itself': [
    { 'good/deck.yaml': `${HEAD}date: 2026-01-31\nextends: ../overlay\n` },
    ['good/deck.yaml:4:10 error deck/extends This deck extends itself: overlay → good → overlay.'],
  ],
  'a version that is a number, in a deck with layers': [
    deck(`name: Acme deck\nversion: 1.10\nextends: ../good\nprefix: ACME\n${HIDE}`),
    [`overlay/deck.yaml:2:10 error deck/value "version" must be text; it is 1.10. Write '1.10' in quotes.`],
  ],
  'a misspelt key of a layer': [
    deck(`${BASE}${HIDE}extend: x\n`),
    ['overlay/deck.yaml:6:1 error deck/unknown-key There is no key "extend". Did you mean "extends"?'],
  ],

  // ------------------------------------------------------------ Markdown that can't be read
  'a hidden card whose Markdown can’t be read': [{ 'good/cards/levels/function.mdx': UNREAD }, []],
  'one that is overridden as a whole': [
    {
      'good/cards/levels/feature.mdx': UNREAD,
      'overlay/overrides/feature.mdx': UNREAD.replace('---\n', `---\nbase: ${OTHER}\nwhole: true\n`).replace(
        '{',
        'Several responses.',
      ),
    },
    [],
  ],
  'one with an override of a section': [
    {
      'good/cards/levels/feature.mdx': UNREAD,
      'overlay/overrides/feature.mdx': `---\nbase: ${OTHER}\n---\n\n## Definition\n\nSeveral.\n`,
    },
    ['good/cards/levels/feature.mdx:11:1 error card/not-allowed Code is not allowed in a card.'],
  ],
  'an override whose Markdown can’t be read': [
    { 'overlay/overrides/first-look.mdx': `---\nbase: ${OTHER}\n---\n\n## How it works\n\n{\n` },
    ['overlay/overrides/first-look.mdx:8:1 error card/not-allowed Code is not allowed in a card.'],
  ],

  // Nothing else is said: without deck.yaml the deck below is not known, and all of it would seem to be missing.
  'a deck.yaml that can not be read': [
    deck(`${BASE}hide: [functoin\ntagline: x\n`),
    [
      "overlay/deck.yaml:6:1 error yaml/syntax This YAML can't be read: Flow sequence in block collection must be sufficiently indented and end with a ].",
    ],
  ],
  'a deck.yaml that can not be read before it says what it extends': [
    { ...deck('name: Acme: ours\nextend: ../good\n'), 'overlay/suits.yaml': null },
    [
      "overlay/deck.yaml:1:7 error yaml/syntax This YAML can't be read: Nested mappings are not allowed in compact mappings.",
    ],
  ],
  'no deck.yaml and no suits': [
    { 'overlay/deck.yaml': null, 'overlay/suits.yaml': null },
    ['overlay/deck.yaml error file/missing "overlay/deck.yaml" is missing.'],
  ],
  'a deck.yaml below that can not be read': [
    { 'good/deck.yaml': 'name: [\n', 'good/suits.yaml': null },
    [
      "good/deck.yaml:2:1 error yaml/syntax This YAML can't be read: Flow sequence in block collection must be sufficiently indented and end with a ].",
    ],
  ],

  // ------------------------------------------------------------ what is taken out
  'null for what is not there, and a value that is left empty': [
    {
      'good/deck.yaml': 'name: Good\nversion: 1.0.0\ndate: 2026-01-31\nprints: [a4]\ncredit: Ours\nabout: It\n',
      ...deck(`${BASE}${HIDE}goals: { begni: null }\ncredit:\nabout: null\n`),
      'overlay/tokens.json': '{ "colour": { "brand": { "$value": "#1c6580" }, "family": { "REK": null } } }',
    },
    [
      'overlay/deck.yaml:6:10 warning deck/takes-nothing There is no "goals › begni" below to take out.',
      'overlay/deck.yaml:7:1 warning deck/takes-out "credit" is empty: what the deck below says there is taken out.',
      'overlay/tokens.json:1:61 warning deck/takes-nothing There is no "colour › family › REK" below to take out. Did you mean "REC"?',
    ],
  ],

  'a change of a set, a suit or a family that the deck below does not have': [
    {
      ...deck(`${BASE}${HIDE}sets: { tastr: { teams: 2 }, ours: { only: ['suit:level'] } }\n`),
      'overlay/suits.yaml':
        'suits:\n  value: { name: Values, one: Value, code: VAL, colour: brand, face: general }\n  pattern: { families: { REK: { name: Row } } }\n  levle: { name: Steps }\n',
    },
    [
      'overlay/deck.yaml:6:9 warning deck/changes-nothing There is no "sets › tastr" below to change.',
      'overlay/suits.yaml:3:26 warning deck/changes-nothing There is no "suits › pattern › families › REK" below to change. Did you mean "REC"?',
      'overlay/suits.yaml:3:31 error suits/missing-key "suits › pattern › families › REK › colour" is missing.',
      'overlay/suits.yaml:4:3 warning deck/changes-nothing There is no "suits › levle" below to change. Did you mean "level"?',
      'overlay/suits.yaml:4:10 error suits/missing-key "suits › levle › code" is missing.',
      'overlay/suits.yaml:4:10 error suits/missing-key "suits › levle › colour" is missing.',
      'overlay/suits.yaml:4:10 error suits/missing-key "suits › levle › face" is missing.',
      'overlay/suits.yaml:4:10 error suits/missing-key "suits › levle › one" is missing.',
    ],
  ],

  // ------------------------------------------------------------ hide
  'hides a card that there is not': [
    deck(`${BASE}hide: [functoin]\n`),
    ['overlay/deck.yaml:5:8 error deck/hide There is no card "functoin" to hide. Did you mean "function"?'],
  ],
  'hides by a query that can not be read': [
    deck(`${BASE}hide: ['famly:REC']\n`),
    [
      'overlay/deck.yaml:5:8 error deck/hide "hide": There is no key "famly". Did you mean "family"? Keys: id, suit, family, kind.',
    ],
  ],
  'hides by a query that matches nothing': [
    deck(`${BASE}hide: ['family:RUC']\n`),
    [
      'overlay/deck.yaml:5:8 error deck/hide "hide": No card has family:RUC. Did you mean "REC"? Values: audience, context, REC, WEL.',
    ],
  ],
  'hides a card that is retired': [
    { ...deck(`${BASE}hide: [old-row]\n`), 'good/retired.yaml': "old-row: ''\n" },
    ['overlay/deck.yaml:5:8 warning deck/hide The card "old-row" is retired: there is nothing to hide.'],
  ],
  'hides a card that has another id now': [
    { ...deck(`${BASE}hide: [old-row]\n`), 'good/retired.yaml': 'old-row: first-look\n' },
    ['overlay/deck.yaml:5:8 warning deck/hide The card "old-row" is now "first-look", which is not hidden.'],
  ],
  'overrides a card that it hides': [
    deck(`${BASE}hide: [because-you-row]\n`),
    [
      'good/cards/extras/how-to-play.mdx:8:6 warning card/hidden This text names the card "because-you-row", which this deck hides.',
      `${ROW}:2:7 warning override/hidden The card "because-you-row" is hidden: this override of it does nothing.`,
    ],
  ],
  'names a hidden card in a text': [
    own('honesty', 'title: Honesty\nnumber: 1', '\n## Our promise\n\nAs <Card id="function" /> says.\n'),
    [
      'overlay/cards/values/honesty.mdx:10:4 warning card/hidden This text names the card "function", which this deck hides.',
    ],
  ],

  // ------------------------------------------------------------ own cards
  'the id of a card below': [
    own('feature', 'title: Ours\nnumber: 3'),
    [
      'overlay/cards/values/feature.mdx error card/id-twice The id "feature" is taken: good/cards/levels/feature.mdx has it, in the deck that this one extends.',
    ],
  ],
  'the id of a hidden card': [
    own('function', 'title: Ours\nnumber: 3'),
    [
      'overlay/cards/values/function.mdx error card/id-twice The id "function" is taken: good/cards/levels/function.mdx has it, in the deck that this one extends.',
    ],
  ],
  'a number given twice under one prefix': [
    {
      'overlay/cards/b.mdx':
        '---\nsuit: level\nnumber: 1\ntitle: B\ngist: Ours\n---\n\n## Definition\n\nThe second ACME 1.\n',
    },
    [
      'overlay/cards/patterns/house-pick.mdx:4:9 error card/number-twice The number 1 (ACME 1) is taken: overlay/cards/b.mdx has it.',
    ],
  ],
  'a prefix that is a code': [
    deck(`${HEAD}extends: ../good\nprefix: LVL\n${HIDE}`),
    ['overlay/deck.yaml:4:9 error deck/prefix The prefix "LVL" is the code of the suit "level" already.'],
  ],
  'a prefix of small letters': [
    deck(`${HEAD}extends: ../good\nprefix: acme\n${HIDE}`),
    ['overlay/deck.yaml:4:9 error deck/value "prefix" is "acme": 1 to 6 capital letters or digits.'],
  ],

  // ------------------------------------------------------------ overrides
  'an override without its hash': [
    { [ROW]: '---\ntitle: Ours\n---\n' },
    [`${ROW} error override/missing-key An override says which text it was written for: "base" is missing.`],
  ],
  'an override with half a hash': [
    { [ROW]: '---\nbase: sha256-12\n---\n' },
    [
      `${ROW}:2:7 error override/value "base" is "sha256-12": write "sha256-" and 64 digits, as prepdeck override does.`,
    ],
  ],
  'an override with a key that the suit has not': [
    { [ROW]: `---\nbase: ${HASH}\ntitel: Ours\n---\n` },
    [`${ROW}:3:1 error card/unknown-key There is no key "titel". Did you mean "title"?`],
  ],
  'an override that takes a needed key out': [
    { [ROW]: `---\nbase: ${HASH}\nlevel: null\n---\n` },
    ['good/cards/patterns/rec/because-you-row.mdx:2:1 error card/missing-key "level" is missing.'],
  ],
  'an override with a section that the look has not': [
    { [ROW]: `---\nbase: ${HASH}\n---\n\n## Watch fro\n\nWords.\n` },
    [`${ROW}:5:1 error card/unknown-section There is no section "Watch fro" on this card. Did you mean "Watch for"?`],
  ],
  'an override that takes a needed section out': [
    { [ROW]: `---\nbase: ${HASH}\n---\n\n## Signals\n` },
    ['good/cards/patterns/rec/because-you-row.mdx error card/missing-section The section "## Signals" is missing.'],
  ],
  'an override with a text that stands in no section': [
    { [ROW]: `---\nbase: ${HASH}\n---\n\nStray words.\n` },
    [`${ROW}:5:1 error card/stray-text This text stands before the first section.`],
  ],
  'two overrides of one card': [
    { 'overlay/overrides/more/because-you-row.mdx': `---\nbase: ${HASH}\ntitle: Three\n---\n` },
    [
      `overlay/overrides/more/because-you-row.mdx error override/twice The card "because-you-row" is overridden twice: ${ROW} does it too.`,
    ],
  ],
  'an override of a card that was removed below': [
    {
      'good/cards/levels/feature.mdx': null,
      'overlay/overrides/feature.mdx': `---\nbase: ${HASH}\ntitle: Ours\n---\n`,
    },
    [
      'good/cards/patterns/rec/because-you-row.mdx:8:8 error card/no-card There is no Level card "feature".',
      'overlay/cards/patterns/house-pick.mdx:8:8 error card/no-card There is no Level card "feature".',
      'overlay/overrides/feature.mdx:2:7 warning override/removed There is no card "feature" below to override: it was removed there, or never was.',
    ],
  ],
  'an override that changes nothing': [
    { [ROW]: `---\nbase: ${HASH}\ntitle: "Because-You Row"\n---\n` },
    [
      `${ROW}:2:7 warning override/identical This override changes nothing: good/cards/patterns/rec/because-you-row.mdx says the same.`,
    ],
  ],
  'a card that an override takes the place of need not answer the cards below that name it': [
    {
      'good/cards/levels/feature.mdx':
        '---\nsuit: level\nnumber: 2\ntitle: Feature\ngist: Some\nrelated: [because-you-row]\n---\n\n## Definition\n\nOne.\n',
      'good/cards/patterns/rec/because-you-row.mdx': null,
      'good/cards/patterns/because-you-row.mdx':
        '---\nsuit: level\nnumber: 3\ntitle: Row\ngist: Row\nrelated: [feature]\n---\n\n## Definition\n\nOne.\n',
      [ROW]: `---\nbase: ${OTHER}\nwhole: true\nsuit: level\nnumber: 3\ntitle: Other\ngist: Other\nface: reference\n---\n\n## Front\n\nOwn.\n\n## Back\n\nWords.\n`,
      'overlay/cards/patterns/house-pick.mdx': null,
    },
    [
      `${ROW}:2:7 warning override/changed good/cards/patterns/because-you-row.mdx has changed since this override of it was written.`,
    ],
  ],
  'a card below that has changed': [
    {
      'good/cards/levels/feature.mdx':
        '---\nsuit: level\nnumber: 2\ntitle: Feature\ngist: Several answers\n---\n\n## Definition\n\nOther responses.\n',
      'overlay/overrides/feature.mdx': `---\nbase: ${HASH}\ntitle: Ours\n---\n`,
    },
    [
      'overlay/overrides/feature.mdx:2:7 warning override/changed good/cards/levels/feature.mdx has changed since this override of it was written.',
    ],
  ],

  // ------------------------------------------------------------ files
  'a mistake in a file below is named there': [
    { 'good/cards/levels/feature.mdx': '---\nsuit: level\nnumber: 2\ntitle: Feature\n---\n\n## Definition\n\nOne.\n' },
    ['good/cards/levels/feature.mdx:2:1 error card/missing-key "gist" is missing.'],
  ],
  'a symbolic link out of a layer': [
    { 'good/cards/levels/third.mdx': { link: '../../../overlay/deck.yaml' } },
    [
      'good/cards/levels/third.mdx error file/outside "good/cards/levels/third.mdx" is a symbolic link that leads outside the deck.',
    ],
  ],
  'a colour that no layer has': [
    { 'overlay/tokens.json': '{}' },
    ['overlay/suits.yaml:10:13 error suits/colour There is no color "brand" in tokens.json.'],
  ],

  // ------------------------------------------------------------ logo
  'a logo that is not there': [
    deck(`${BASE}${HIDE}logo: acme.svg\n`),
    ['overlay/deck.yaml:6:7 error deck/logo "overlay/art/acme.svg" is missing.'],
  ],
  'a logo that lies elsewhere': [
    deck(`${BASE}${HIDE}logo: ../../acme.svg\n`),
    ['overlay/deck.yaml:6:7 error deck/logo The logo "../../acme.svg" is no SVG or PNG file in art/.'],
  ],
  'a logo with text': [
    {
      ...deck(`${BASE}${HIDE}logo: acme.svg\n`),
      'overlay/art/acme.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>Acme</text></svg>',
    },
    ['overlay/deck.yaml:6:7 error deck/logo The logo "acme.svg" holds text, in line 1.'],
  ],

  // ------------------------------------------------------------ retired
  'a link to a retired card': [
    {
      'good/retired.yaml': 'old-row: because-you-row\nolder-row: old-row\ngone:\n',
      ...own('third', 'title: Third\nnumber: 3\nrelated: [older-row, gone]', '\n## A\n\nWords.\n'),
    },
    [
      'overlay/cards/values/third.mdx:6:11 error card/no-card The card "older-row" is retired: "because-you-row" took its place.',
      'overlay/cards/values/third.mdx:6:22 error card/no-card The card "gone" is retired: nothing took its place.',
    ],
  ],
  'a query of hide that names a retired card': [
    {
      'good/retired.yaml': 'old-row: because-you-row\n',
      ...deck(`${BASE}hide: [function, 'kind:audience,context', blank-pattern, 'id:old-row']\n`),
    },
    ['overlay/deck.yaml:5:58 error deck/hide "hide": The card "old-row" is retired: "because-you-row" took its place.'],
  ],
  'goals and sets that name a retired card': [
    {
      'good/retired.yaml': 'old-row: because-you-row\ngone:\n',
      ...deck(
        `${BASE}${HIDE}goals:\n  ours: { title: Ours, cards: { old-row: Why, gone: Why } }\nsets:\n  ours: { only: ['id:old-row'], copies: { gone: 2 } }\n`,
      ),
    },
    [
      'overlay/deck.yaml:7:42 error deck/goals "goals": The card "old-row" is retired: "because-you-row" took its place.',
      'overlay/deck.yaml:7:53 error deck/goals "goals": The card "gone" is retired: nothing took its place.',
      'overlay/deck.yaml:9:18 error deck/set The set "ours": The card "old-row" is retired: "because-you-row" took its place.',
      'overlay/deck.yaml:9:43 error deck/set The set "ours": The card "gone" is retired: nothing took its place.',
    ],
  ],
  'a text that names a retired card': [
    {
      'overlay/retired.yaml': 'old-row: because-you-row\n',
      ...own('third', 'title: Third\nnumber: 3', '\n## A\n\nSee <Card id="old-row" />.\n'),
    },
    [
      'overlay/cards/values/third.mdx:10:5 error card/no-card The card "old-row" is retired: "because-you-row" took its place.',
    ],
  ],
  'a retired id that is used again': [
    { 'good/retired.yaml': "speed: ''\n" },
    ['overlay/cards/values/speed.mdx error card/retired-id The id "speed" is retired and is not used again.'],
  ],
  'a retired card whose successor is not there': [
    { 'overlay/retired.yaml': 'old-row: becuase-you-row\n' },
    [
      'overlay/retired.yaml:1:10 error retired/no-card "old-row" gives its place to "becuase-you-row", and there is no such card. Did you mean "because-you-row"?',
    ],
  ],
  'retired cards in a circle': [
    { 'overlay/retired.yaml': 'a: b\nb: a\n' },
    [
      "overlay/retired.yaml:1:4 error retired/circle Retired cards take each other's place: a → b → a.",
      "overlay/retired.yaml:2:4 error retired/circle Retired cards take each other's place: b → a → b.",
    ],
  ],
};

describe('a deck with layers and a mistake', () => {
  for (const [name, [changes, expected]] of Object.entries(CASES)) {
    it(name, async () => {
      const found = await withOverlay(changes, async (root) => {
        // `feature`'s hash is known only once it is read: the placeholder stands for "another text".
        const { deck, problems, broken } = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
        return [...problems, ...(deck ? checkDeck(deck, looks, broken) : [])].map(shown);
      });
      expect(found.sort()).toEqual([...expected].sort());
    });
  }
});
