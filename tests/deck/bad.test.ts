import { existsSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Changes, shown, withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';

/** A grey field, as pixels. */
const dot = () => sharp({ create: { width: 50, height: 50, channels: 3, background: '#888' } });

const FEATURE = 'cards/levels/feature.mdx';
const WITNESS = path.join(import.meta.dirname, '../load/witness.txt');

/** The card `feature` with other front matter and body. */
function feature(front: string, body = '## Definition\n\nSome responses.\n'): Changes {
  return { [FEATURE]: `---\nsuit: level\nnumber: 2\ntitle: Feature\ngist: Several\n${front}---\n\n${body}` };
}

/** The card `feature` with other text; its first line is 9. */
function words(text: string): Changes {
  return feature('', `## Definition\n${text}\n`);
}

/** The card `first-look` with one line of its front matter replaced. */
function look(line: string, by: string): Changes {
  const lines = [
    'suit: pattern',
    'family: WEL',
    'number: 1',
    'title: First Look',
    'gist: The product at work',
    'level: function',
    'market: business',
    'related: [because-you-row]',
    'examples: []',
  ];
  const front = lines.map((one) => (one.startsWith(line) ? by : one)).filter((one) => one !== '');
  const body = '## How it works\n\nIt opens.\n\n## Signals\n\n- One\n- Two\n';
  return { 'cards/patterns/wel/first-look.mdx': ['---', ...front, '---', '', body].join('\n') };
}

const LOOK = 'deck/cards/patterns/wel/first-look.mdx';
const CARD = `deck/${FEATURE}`;
const MARKDOWN = "This Markdown can't be read:";

/** What is wrong → the changes to a good deck → every problem of the run. */
const CASES: Record<string, [Changes, string[]]> = {
  // ------------------------------------------------------------ files
  'code in front matter does not run': [
    {
      [FEATURE]: `---js\n{ title: require('node:fs').writeFileSync(${JSON.stringify(WITNESS)}, 'run') }\n---\n\n## Definition\n\nx\n`,
    },
    [`${CARD}:1:1 error card/fence A card begins with a line of just "---"; this one begins with "---js".`],
  ],
  'JSON front matter': [
    { [FEATURE]: '---json\n{}\n---\n' },
    [`${CARD}:1:1 error card/fence A card begins with a line of just "---"; this one begins with "---json".`],
  ],
  'no front matter': [
    { [FEATURE]: '# Feature\n' },
    [`${CARD}:1:1 error card/fence A card begins with a line of just "---", then its front matter; this one does not.`],
  ],
  'an empty file': [
    { [FEATURE]: '' },
    [`${CARD}:1:1 error card/fence A card begins with a line of just "---", then its front matter; this one does not.`],
  ],
  'front matter without an end': [
    { [FEATURE]: '---\ntitle: Feature\n' },
    [`${CARD}:1:1 error card/fence The front matter has no end: put a line of just "---" after it.`],
  ],
  'a crooked end of the front matter': [
    { [FEATURE]: '---\ntitle: Feature\n---- \n\nText\n' },
    [`${CARD}:3:1 error card/fence The front matter ends with a line of just "---"; got "----".`],
  ],
  'bytes that are not UTF-8': [
    { [FEATURE]: Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1') },
    [`${CARD}:2:11 error file/not-utf8 This file is not UTF-8 text.`],
  ],
  'a NUL character': [
    words('So\0me'),
    [`${CARD}:9:3 error file/control-character This file holds the invisible control character U+0000.`],
  ],
  'a line separator, as programs for layout leave it': [
    words('So\u2028me'),
    [`${CARD}:9:3 error file/control-character This file holds the invisible control character U+2028.`],
  ],
  'a file of 300 KB': [
    words('x'.repeat(300 * 1024)),
    [`${CARD} error file/too-large This file is 301 KB; at most 32 KB.`],
  ],
  'a link to a card outside the deck': [
    { 'cards/levels/hosts.mdx': { link: '/etc/hosts' } },
    [
      'deck/cards/levels/hosts.mdx error file/outside "deck/cards/levels/hosts.mdx" is a symbolic link that leads outside the deck.',
    ],
  ],
  'a link to a folder outside the deck': [
    { 'cards/more': { link: '../../..' } },
    ['deck/cards/more error file/outside "deck/cards/more" is a symbolic link that leads outside the deck.'],
  ],
  'a link to a folder of the deck': [
    { 'cards/more': { link: 'levels' } },
    ['deck/cards/more error file/link "deck/cards/more" is a symbolic link, and is not read.'],
  ],
  'a card that ends in .md, or as Windows’ Notepad saves it': [
    { 'cards/levels/three.md': 'x', 'cards/levels/four.mdx.txt': 'x', 'cards/levels/notes.txt': 'x' },
    [
      'deck/cards/levels/four.mdx.txt error card/extension "deck/cards/levels/four.mdx.txt" is not read: a card\'s file name ends in ".mdx".',
      'deck/cards/levels/three.md error card/extension "deck/cards/levels/three.md" is not read: a card\'s file name ends in ".mdx".',
    ],
  ],

  // ------------------------------------------------------------ front matter
  'broken YAML': [
    feature('alt: "x\n'),
    [`${CARD}:6:8 error yaml/syntax This YAML can't be read: Missing closing quote (").`],
  ],
  'a colon in a value': [
    { [FEATURE]: '---\nsuit: level\ntitle: One: two\n---\n' },
    [`${CARD}:3:8 error yaml/syntax This YAML can't be read: Nested mappings are not allowed in compact mappings.`],
  ],
  'an alias': [
    feature('sources: &a [x]\nalt: *a\n'),
    [
      `${CARD}:6:13 error yaml/alias An anchor (&name) is not allowed; take it out.`,
      `${CARD}:7:6 error yaml/alias An alias (*name) is not allowed; write the value out.`,
    ],
  ],
  'what YAML takes for a comment': [
    {
      [FEATURE]:
        '---\nsuit: level\nnumber: 2 #2\ntitle: Rule #1\ngist: Be our #1 fan\nalt: #none\n---\n\n## Definition\n\nx\n',
    },
    [
      `${CARD}:4:13 error yaml/comment YAML takes "#1" for a comment: what is left of "title" is "Rule".`,
      `${CARD}:5:14 error yaml/comment YAML takes "#1 fan" for a comment: what is left of "gist" is "Be our".`,
      `${CARD}:6:6 error yaml/comment YAML takes "#none" for a comment: what is left of "alt" is nothing.`,
    ],
  ],
  'what may be a comment, and what is none': [
    feature('alt: We are # 1\nsources: [a] # seen\n'),
    [`${CARD}:6:13 warning yaml/comment YAML takes "# 1" for a comment: what is left of "alt" is "We are".`],
  ],
  'YAML that is nested too deeply': [
    feature(`alt: ${'['.repeat(5000)}${']'.repeat(5000)}\n`),
    [`${CARD} error yaml/tangle This YAML is nested more than 50 levels deep.`],
  ],
  'YAML with 60 mistakes in it': [
    { 'deck.yaml': '}\n'.repeat(60) },
    [
      ...Array.from(
        { length: 20 },
        (_, i) =>
          `deck/deck.yaml:${i + 1}:1 error yaml/syntax This YAML can't be read: Unexpected flow-map-end token in YAML document: "}".`,
      ),
      "deck/deck.yaml:21:1 error yaml/syntax This YAML can't be read: 40 more mistakes follow from here.",
    ],
  ],
  'YAML that would take seconds to read': [
    { 'deck.yaml': '{}'.repeat(100_000) },
    ['deck/deck.yaml error yaml/tangle This file has more than 40000 lines and signs that mean something in YAML.'],
  ],
  'YAML with 60,000 wrong signs in a text': [
    { 'deck.yaml': `name: "${'\\('.repeat(60_000)}"` },
    ['deck/deck.yaml error yaml/tangle This file has more than 40000 lines and signs that mean something in YAML.'],
  ],
  'YAML lists in lists in lists': [
    feature(`alt:\n ${'- '.repeat(5000)}a\n`),
    [`${CARD} error yaml/tangle This YAML is nested more than 50 levels deep.`],
  ],
  'a tag': [
    feature('alt: !!js/function x\n'),
    [`${CARD}:6:6 error yaml/syntax This YAML can't be read: Unresolved tag: tag:yaml.org,2002:js/function.`],
  ],
  'a key twice': [
    feature('title: Two\n'),
    [`${CARD}:6:1 error yaml/syntax This YAML can't be read: Map keys must be unique.`],
  ],
  'front matter that is a list': [
    { [FEATURE]: '---\n- suit\n---\n\n## Definition\n\nx\n' },
    [`${CARD}:2:1 error card/suit "suit" is missing.`],
  ],
  'a misspelt key': [
    feature('relatet: []\n'),
    [`${CARD}:6:1 error card/unknown-key There is no key "relatet". Did you mean "related"?`],
  ],
  'a misspelt key inside a list': [
    look('examples', 'examples:\n  - { name: One, tel: Two, tell: Three }'),
    [`${LOOK}:11:18 error card/unknown-key There is no key "tel". Did you mean "tell"?`],
  ],
  'a missing key': [look('level', ''), [`${LOOK}:2:1 error card/missing-key "level" is missing.`]],
  'a missing title': [look('title', ''), [`${LOOK}:2:1 error card/missing-key "title" is missing.`]],
  'an empty value': [look('title', 'title:'), [`${LOOK}:5:7 error card/value "title" is empty.`]],
  'a blank text': [look('title', 'title: " "'), [`${LOOK}:5:8 error card/value "title" is empty.`]],
  'a number for a text': [
    look('title', 'title: 404'),
    [`${LOOK}:5:8 error card/value "title" must be text; it is 404. Write '404' in quotes.`],
  ],
  'a number for a text that is shown otherwise than it is written': [
    look('title', 'title: 007'),
    [`${LOOK}:5:8 error card/value "title" must be text; it is 007. Write '007' in quotes.`],
  ],
  'a text for a number': [
    look('number', 'number: one'),
    [`${LOOK}:4:9 error card/value "number" must be a number; it is "one".`],
  ],
  'half a number': [
    look('number', 'number: 1.5'),
    [`${LOOK}:4:9 error card/value "number" must be a whole number; it is 1.5.`],
  ],
  'a text for a list': [
    look('related', 'related: because-you-row'),
    [`${LOOK}:9:10 error card/value "related" must be a list; it is "because-you-row". Write [because-you-row].`],
  ],
  'five related cards': [
    look('related', 'related: [a, b, c, d, e]'),
    [`${LOOK}:9:10 error card/value "related" has 5 entries; at most 4.`],
  ],
  'one related card twice': [
    look('related', 'related: [a, a]'),
    [`${LOOK}:9:10 error card/value "related" names one card twice.`],
  ],
  'no copies': [feature('copies: 0\n'), [`${CARD}:6:9 error card/value "copies" is 0; it must be at least 1.`]],
  'a suit that is not there': [
    look('suit', 'suit: patern'),
    [`${LOOK}:2:7 error card/suit There is no suit "patern". Did you mean "pattern"?`],
  ],
  'a family that is not there': [
    look('family', 'family: WELL'),
    [`${LOOK}:3:9 error card/value "family" is "WELL", which is not allowed. Did you mean "WEL"?`],
  ],
  'a value that is not in its list': [
    look('market', 'market: busines'),
    [`${LOOK}:8:9 error card/value "market" is "busines", which is not in the list. Did you mean "business"?`],
  ],
  'a face that is not there': [
    feature('face: levl\n'),
    [`${CARD}:6:7 error card/face There is no face layout "levl". Did you mean "level"?`],
  ],
  'a glyph that is not there': [
    feature('glyph: stak\n'),
    [`${CARD}:6:8 error glyph/missing There is no glyph "stak" in deck/art/glyphs. Did you mean "stack"?`],
  ],
  'a glyph by a path': [
    feature('glyph: ../glyphs/stack\n'),
    [`${CARD}:6:8 error glyph/missing There is no glyph "../glyphs/stack" in deck/art/glyphs.`],
  ],
  'a number on a blank card': [
    { 'cards/patterns/blank-pattern.mdx': '---\nsuit: pattern\ntitle: Yours\nblank: true\nnumber: 3\n---\n' },
    ['deck/cards/patterns/blank-pattern.mdx:5:9 error card/number A blank card has no number.'],
  ],
  'a number on an extra': [
    { 'cards/extras/cover.mdx': '---\nsuit: extra\ntitle: Cover\nface: cover\nnumber: 3\n---\n' },
    ['deck/cards/extras/cover.mdx:5:9 error card/number Extras have no numbers.'],
  ],
  'a label in place of a number that is not there': [
    { 'cards/extras/cover.mdx': '---\nsuit: extra\ntitle: Cover\nface: cover\nlabel: J\n---\n' },
    ['deck/cards/extras/cover.mdx:5:8 error card/label A label is printed in place of a number: "number" is missing.'],
  ],
  'text on a blank card': [
    { 'cards/patterns/blank-pattern.mdx': '---\nsuit: pattern\ntitle: Yours\nblank: true\n---\n\n## Signals\n\nx\n' },
    ['deck/cards/patterns/blank-pattern.mdx:7:1 error card/blank A blank card has no sections.'],
  ],
  'texts over budget, whose accents and vowels over and under letters do not count': [
    look('examples', `examples:\n  - { name: One, tell: ${'ที่'.repeat(30)}${'e\u0301'.repeat(3)} }`),
    [`${LOOK}:11:24 warning card/over-budget "examples 1 › tell" is 33 characters: over budget by 3.`],
  ],
  'texts over budget': [
    look('examples', `examples:\n  - { name: One, tell: ${'y'.repeat(33)} }`),
    [`${LOOK}:11:24 warning card/over-budget "examples 1 › tell" is 33 characters: over budget by 3.`],
  ],

  'a key that every object has, and none may have': [
    {
      ...feature('__proto__: x\nconstructor: y\n'),
      'deck.yaml':
        '__proto__: x\nname: D\nversion: 1.0.0\ndate: 2026-01-31\nsets:\n  __proto__: { only: ["suit:level"] }\n',
      'retired.yaml': '__proto__: feature\n',
    },
    [
      `${CARD}:6:1 error card/unknown-key There is no key "__proto__".`,
      `${CARD}:7:1 error card/unknown-key There is no key "constructor".`,
      'deck/deck.yaml:1:1 error deck/unknown-key There is no key "__proto__".',
      `deck/deck.yaml:6:3 error deck/name The name "__proto__" can't be used: take another.`,
      `deck/retired.yaml:1:1 error retired/name The name "__proto__" can't be used: take another.`,
    ],
  ],

  // ------------------------------------------------------------ identity
  'a file name that is not an id': [
    { 'cards/levels/My Card.mdx': '---\nsuit: level\nnumber: 3\ntitle: T\ngist: G\n---\n\n## Definition\n\nx\n' },
    [
      'deck/cards/levels/My Card.mdx error card/id The file name "My Card" must be small letters, digits and single hyphens.',
    ],
  ],
  'one id in two folders': [
    { 'cards/patterns/feature.mdx': '---\nsuit: level\nnumber: 3\ntitle: T\ngist: G\n---\n\n## Definition\n\nx\n' },
    [`deck/cards/patterns/feature.mdx error card/id-twice The id "feature" is taken: ${CARD} has it.`],
  ],
  'one number twice in a series': [
    look('number', 'number: 2'),
    [
      `${LOOK}:4:9 error card/number-twice The number 2 (WEL 2) is taken: deck/cards/patterns/rec/because-you-row.mdx has it.`,
    ],
  ],

  // ------------------------------------------------------------ text
  'an expression': [
    words('It is {1+1}.'),
    [`${CARD}:9:7 error card/not-allowed Code in {…} is not allowed in a card.`],
  ],
  'a comment that is all of a section': [
    words('{/* later */}'),
    [`${CARD}:8:1 error card/empty-section The section "Definition" is empty.`],
  ],
  'a brace that is not code': [
    words('It is {one two}.'),
    [`${CARD}:9:11 error card/not-allowed Code is not allowed in a card.`],
  ],
  'a brace that is not closed': [
    words('It is {'),
    [`${CARD}:9:8 error card/not-allowed Code is not allowed in a card.`],
  ],
  'an import': [
    feature('', "import fs from 'node:fs'\n\n## Definition\n\nx\n"),
    [`${CARD}:8:1 error card/not-allowed \`import\` and \`export\` are not allowed in a card.`],
  ],
  'an export': [
    feature('', 'export const x = 1\n\n## Definition\n\nx\n'),
    [`${CARD}:8:1 error card/not-allowed \`import\` and \`export\` are not allowed in a card.`],
  ],
  'a sentence that begins like an import': [
    feature('', '## Definition\n\nimport your data first\n'),
    [`${CARD}:10:13 error card/not-allowed Code is not allowed in a card.`],
  ],
  'a script': [
    words('<script>alert(1)</script>'),
    [`${CARD}:9:1 error card/unknown-element <script> is not an element that a card may use.`],
  ],
  'a fragment': [words('<>x</>'), [`${CARD}:9:1 error card/unknown-element <> is not an element that a card may use.`]],
  'a name that every object has': [
    words('<constructor />'),
    [`${CARD}:9:1 error card/unknown-element <constructor> is not an element that a card may use.`],
  ],
  'a misspelt element': [
    words('See <Crad id="function" />.'),
    [`${CARD}:9:5 error card/unknown-element <Crad> is not an element that a card may use. Did you mean "Card"?`],
  ],
  'a tag that is not closed': [
    words('Say <b>now'),
    [`${CARD}:9:5 error card/syntax ${MARKDOWN} Expected a closing tag for \`<b>\` before the end of \`paragraph\`.`],
  ],
  'code in an attribute': [
    words('<Card id={"function"} />'),
    [`${CARD}:9:1 error card/attribute The attributes of <Card> are plain text in quotes, like id="a-card".`],
  ],
  'spread attributes': [
    words('<Card {...x} />'),
    [`${CARD}:9:1 error card/attribute The attributes of <Card> are plain text in quotes, like id="a-card".`],
  ],
  'an unknown attribute': [
    words('<Card id="function" onClick="x" />'),
    [`${CARD}:9:1 error attribute/unknown-key There is no key "onClick".`],
  ],
  'a missing attribute': [words('<Card />'), [`${CARD}:9:1 error attribute/missing-key "id" is missing.`]],
  'a wrong attribute': [
    words('<Pips count="9" of="5" />'),
    [`${CARD}:9:1 error attribute/value "count" is "9", which is not allowed.`],
  ],
  'an attribute twice': [
    words('<Card id="function" id="feature" />'),
    [`${CARD}:9:1 error card/attribute <Card> says "id" twice.`],
  ],
  'an element with content': [
    words('<Card id="function">x</Card>'),
    [`${CARD}:9:1 error card/element-content <Card> holds nothing: close it at once, like <Card … />.`],
  ],
  'an element that names no card': [
    words('<Card id="functoin" />'),
    [`${CARD}:9:1 error card/no-card There is no card "functoin". Did you mean "function"?`],
  ],
  'a link that runs code': [
    words('[x](javascript:alert(1))'),
    [`${CARD}:9:1 error card/link The link "javascript:alert(1)" can't be followed from paper.`],
  ],
  'a link to a file': [
    words('[x](other.mdx)'),
    [`${CARD}:9:1 error card/link The link "other.mdx" can't be followed from paper.`],
  ],
  'what cards do not hold': [
    words('> a\n\n`b`\n\n```\nc\n```\n\n***\n\n~~d~~\n\n- [ ] e\n\n[f]\n\n[f]: https://example.org\n\n#### g'),
    [
      `${CARD}:9:1 error card/not-allowed A quotation (> …) is not allowed in a card.`,
      `${CARD}:11:1 error card/not-allowed \`Code\` is not allowed in a card.`,
      `${CARD}:13:1 error card/not-allowed A block of code is not allowed in a card.`,
      `${CARD}:17:1 error card/not-allowed A line across (***) is not allowed in a card.`,
      `${CARD}:19:1 error card/not-allowed ~~Struck-out~~ text is not allowed in a card.`,
      `${CARD}:21:1 error card/not-allowed A box to tick ([ ]) is not allowed in a card.`,
      `${CARD}:23:1 error card/not-allowed A link by reference is not allowed in a card.`,
      `${CARD}:25:1 error card/not-allowed A link by reference is not allowed in a card.`,
      `${CARD}:27:1 error card/heading A heading is "## Section" or "### Subhead", on a line of its own.`,
    ],
  ],

  'an HTML comment': [
    words('One <!-- not yet --> two'),
    [`${CARD}:9:5 error card/comment A comment is not written <!-- … --> in a card.`],
  ],
  'a cell too many': [
    words('\n| A | B |\n|---|---|\n| one | two | three | four |'),
    [`${CARD}:12:13 error card/table This row has 4 cells, and its table 2 columns: the rest would be lost.`],
  ],
  'marks that are left over': [
    words('![x](My Picture (1).png) and **bold\nand [our page](https://example.com/x and read.\n\n\\** and \\](x)'),
    [
      `${CARD}:9:1 warning card/slip Marks would be printed as they are: "![x](My" (a picture), "**" (strong words).`,
      `${CARD}:10:14 warning card/slip Marks would be printed as they are: "](" (a link).`,
    ],
  ],
  'pictures whose brackets do not touch': [
    words('![x] (a.png) and **fine**, ![y][b]\n\nWow![1], a [word] (said so) and \\![x] (a.png)'),
    [
      `${CARD}:9:1 warning card/slip Marks would be printed as they are: "![x] (a.png" (a picture), "![y][b]" (a picture).`,
    ],
  ],
  'lists without spaces': [
    words('-one\n-two\n\n1.one\n2.two\n\n-5 degrees\n-3 degrees\n\n1.5 of\n2.5'),
    [9, 12].map(
      (line) =>
        `${CARD}:${line}:1 warning card/slip Entries would be printed on one line, one after the other: this is no list.`,
    ),
  ],
  'emphasis that is not closed, or not opened': [
    words('One *never closed and two\n\nand never opened_ (*here neither)\n\n**bold** and *so called *fine*'),
    [
      `${CARD}:9:5 warning card/slip Marks would be printed as they are: "*" (emphasis).`,
      `${CARD}:11:17 warning card/slip Marks would be printed as they are: "_" (emphasis).`,
      `${CARD}:13:14 warning card/slip Marks would be printed as they are: "*" (emphasis).`,
    ],
  ],
  'signs that are no emphasis': [
    words(
      '5 * 3, 5 *3, snake_case, a * b and \\*escaped, *fine* and _fine_, C* and *.pdf\n\n2*x\n\n12 euros*\n\n*without drinks',
    ),
    [],
  ],
  'stars inside words': [
    words('Ask Kolleg*innen and Mitarbeiter*innen\n\n**30*20*10** cm, Kolleg\\*innen, one *word* and (*two*)'),
    [
      `${CARD}:9:11 warning card/slip Stars inside words would not be printed: what stands between them becomes emphasis.`,
      `${CARD}:11:5 warning card/slip Stars inside words would not be printed: what stands between them becomes emphasis.`,
    ],
  ],
  'emphasis that touches letters of languages that are written so': [
    words('*기울임*이 있고 これは*重要*です，这是*重点*内容'),
    [],
  ],
  'lists as word processors write them': [
    words(
      'Bring:\n•\tone\n• two\n\n-\u00a0one\n-\u00a0two\n\n– one\n– two\n\na) one\nb) two\n\n1.\u00a0one\n2.\u00a0two',
    ),
    [9, 13, 16, 19, 22].map(
      (line) =>
        `${CARD}:${line}:1 warning card/slip Entries would be printed on one line, one after the other: this is no list.`,
    ),
  ],
  'lines that are no list': [
    words(
      '• alone\n\n• alone too\n\n– said one  \n– said two\\\n– said three\n\nA word\n– and one more\n\n- a\n- b\n\n1) c\n2) d',
    ),
    [],
  ],
  'numbers that are no list': [
    words('\n3. Oktober\n25. Dezember\n\nThen\n\n1. a\n1. b\n\nand\n\n2. c\n3. d\n   - e'),
    [`${CARD}:11:1 warning card/slip This entry's number 25 would be printed as 4: a list counts on from its first.`],
  ],
  'a subhead without its space': [
    words('\n###Later'),
    [`${CARD}:10:1 warning card/slip Marks would be printed as they are: "###Later" (a heading).`],
  ],
  'a subhead with a no-break space': [
    words('\n##\u00a0Later'),
    [`${CARD}:10:1 warning card/slip Marks would be printed as they are: "##\u00a0Later" (a heading).`],
  ],
  'a table without its dashes': [
    words('\n| A | B |\n| c | **d |'),
    [`${CARD}:10:1 warning card/slip Bars would be printed as they are: this is no table.`],
  ],

  'text that would take minutes to read': [
    words('*a '.repeat(5000) + ' a*'.repeat(5000)),
    [
      `${CARD}:9:5992 error card/tangle This text is no card: it has more than 2000 lines and signs that mean something in Markdown.`,
    ],
  ],
  'links that are not closed': [
    words('[a](b '.repeat(4000)),
    [
      `${CARD}:9:5991 error card/tangle This text is no card: it has more than 2000 lines and signs that mean something in Markdown.`,
    ],
  ],
  'a list of 600 items': [
    words('- one\n'.repeat(600)),
    [`${CARD}:509:3 error card/crowded This section has 600 paragraphs, items and cells; no card holds more than 500.`],
  ],
  'a table of 800 cells': [
    words(`\n| A | B |\n|---|---|\n${'| c | d |\n'.repeat(399)}`),
    [`${CARD}:261:1 error card/crowded This section has 800 paragraphs, items and cells; no card holds more than 500.`],
  ],
  'a table of 40 columns': [
    words(`\n${'|a'.repeat(40)}|\n${'|-'.repeat(40)}|\n${'a\n'.repeat(500)}`),
    [`${CARD}:10:1 error card/table This table has 40 columns; at most 30.`],
  ],
  'text that is nested too deeply': [
    words(`${'> '.repeat(5000)}a`),
    [`${CARD}:9:1 error card/tangle This text is nested too deeply for a card.`],
  ],

  // ------------------------------------------------------------ sections
  'text before the first section': [
    feature('', 'Hello.\n\n## Definition\n\nx\n'),
    [`${CARD}:8:1 error card/stray-text This text stands before the first section.`],
  ],
  'a misspelt section': [
    feature('', '## Definitoin\n\nx\n'),
    [
      `${CARD} error card/missing-section The section "## Definition" is missing.`,
      `${CARD}:8:1 error card/unknown-section There is no section "Definitoin" on this card. Did you mean "Definition"?`,
    ],
  ],
  'a section twice': [
    feature('', '## Definition\n\nx\n\n## Definition\n\ny\n'),
    [`${CARD}:12:1 error card/section-twice The section "Definition" stands here twice.`],
  ],
  'an empty section': [words(''), [`${CARD}:8:1 error card/empty-section The section "Definition" is empty.`]],
  'sections out of order': [
    {
      'cards/patterns/wel/first-look.mdx':
        '---\nsuit: pattern\nfamily: WEL\nnumber: 1\ntitle: T\ngist: G\nlevel: function\nmarket: business\nexamples: []\nrelated: [because-you-row]\n---\n\n## Signals\n\n- a\n- b\n\n## How it works\n\nx\n',
    },
    [`${LOOK}:18:1 error card/section-order The section "How it works" stands before "Signals" on a card.`],
  ],
  'a section on a card that has none': [
    { 'cards/extras/cover.mdx': '---\nsuit: extra\ntitle: Cover\nface: cover\n---\n\n## More\n\nx\n' },
    [
      'deck/cards/extras/cover.mdx:7:1 error card/unknown-section There is no section "More" on this card. It has none.',
    ],
  ],
  'a text four times too long': [
    words('Word '.repeat(96)),
    [`${CARD}:8:1 warning card/over-budget "Definition" is 479 characters: over budget by 359.`],
  ],
  'a list with too few items': [
    {
      'cards/patterns/wel/first-look.mdx':
        '---\nsuit: pattern\nfamily: WEL\nnumber: 1\ntitle: T\ngist: G\nlevel: function\nmarket: business\nexamples: []\nrelated: [because-you-row]\n---\n\n## How it works\n\nx\n\n## Signals\n\n- a\n',
    },
    [`${LOOK}:17:1 error card/list The section "Signals" is one list of 2 items; got 1.`],
  ],
  'a list item over budget': [
    {
      'cards/patterns/wel/first-look.mdx': `---\nsuit: pattern\nfamily: WEL\nnumber: 1\ntitle: T\ngist: G\nlevel: function\nmarket: business\nexamples: []\nrelated: [because-you-row]\n---\n\n## How it works\n\nx\n\n## Signals\n\n- a\n- ${'b'.repeat(40)}\n`,
    },
    [`${LOOK}:17:1 warning card/over-budget Item 2 of "Signals" is 40 characters: over budget by 5.`],
  ],

  // ------------------------------------------------------------ art
  'a picture without words': [
    words('![](shelf.png)'),
    [`${CARD}:9:1 error card/alt The picture "shelf.png" has no words for those who do not see it.`],
  ],
  'a picture that is not there': [
    words('![x](no.png)'),
    [`${CARD}:8:1 error picture/missing "deck/art/no.png" is missing.`],
  ],
  'a picture outside the art folder': [
    words('![x](people/../../deck.yaml)'),
    [`${CARD}:8:1 error picture/outside The picture "../deck.yaml" lies outside the deck's art folder.`],
  ],
  'a picture by an absolute path': [
    words('![x](/etc/hosts)'),
    [`${CARD}:8:1 error picture/outside The picture "/etc/hosts" lies outside the deck's art folder.`],
  ],
  'a picture on the network': [
    words('![x](https://example.org/x.png)'),
    [`${CARD}:8:1 error picture/remote The picture "https://example.org/x.png" lies elsewhere.`],
  ],
  'a linked picture outside the deck': [
    { ...words('![x](x.png)'), 'art/x.png': { link: '/etc/hosts' } },
    [`${CARD}:8:1 error picture/missing "deck/art/x.png" is a symbolic link that leads outside the deck.`],
  ],
  'a picture that is text': [
    { ...words('![x](x.png)'), 'art/x.png': 'hello' },
    [
      `${CARD}:8:1 error picture/broken The picture "x.png" can't be decoded: Input buffer contains unsupported image format.`,
    ],
  ],
  'a picture of a kind that nobody prints': [
    { ...words('![x](x.tif)'), 'art/x.tif': await dot().tiff().toBuffer() },
    [`${CARD}:8:1 error picture/format The picture "x.tif" is tiff; it must be png, jpeg, webp, avif, gif, svg.`],
  ],
  'an SVG that draws nothing': [
    { ...words('![x](x.svg)'), 'art/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' },
    [`${CARD}:8:1 error picture/svg The picture "x.svg" draws nothing.`],
  ],
  'an SVG that holds text': [
    {
      ...words('![x](x.svg)'),
      'art/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>A</text></svg>',
    },
    [`${CARD}:8:1 error picture/svg The picture "x.svg" holds text, in line 1.`],
  ],
  'an SVG with more than plain shapes': [
    {
      ...words('![x](x.svg)'),
      'art/x.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<path d="M0 0h9v9z" filter="url(#a)"/>\n</svg>',
    },
    [`${CARD}:8:1 error picture/svg The picture "x.svg" has a filter, in line 2.`],
  ],
  'a picture in a line of text': [
    words('See ![x](shelf.png) here'),
    [`${CARD}:9:5 error card/picture-in-text The picture "shelf.png" stands in a line of text.`],
  ],
  'two pictures in a line': [
    words('![x](shelf.png) ![y](shelf.png)'),
    [
      `${CARD}:9:1 error card/picture-in-text The picture "shelf.png" stands in a line of text.`,
      `${CARD}:9:17 error card/picture-in-text The picture "shelf.png" stands in a line of text.`,
    ],
  ],
  'a picture in a link': [
    words('[![x](shelf.png)](https://example.org)'),
    [`${CARD}:9:2 error card/picture-in-text The picture "shelf.png" stands in a line of text.`],
  ],
  'a glyph with what would be lost': [
    { ...feature('glyph: word\n'), 'art/glyphs/word.svg': '<svg viewBox="0 0 9 9">\n  <text x="1">A</text>\n</svg>' },
    [`deck/art/glyphs/word.svg:2:3 error glyph/shape The glyph "word" holds <text>, which can't be drawn.`],
  ],
  'a glyph with a transform': [
    {
      ...feature('glyph: word\n'),
      'art/glyphs/word.svg': '<svg viewBox="0 0 9 9"><path transform="scale(2)" d="M0 0h1"/></svg>',
    },
    [`deck/art/glyphs/word.svg:1:24 error glyph/shape The glyph "word" holds a transform, which can't be drawn.`],
  ],
  'a glyph with a path that breaks off': [
    {
      ...feature('glyph: word\n'),
      'art/glyphs/word.svg': '<svg viewBox="0 0 9 9"><path d="M0 0 A 5 5 L L zz"/></svg>',
    },
    [
      `deck/art/glyphs/word.svg:1:24 error glyph/path The glyph "word" holds a path that can't be drawn, at "M0 0 A 5 5 L L zz".`,
    ],
  ],
  'a glyph without an area': [
    { ...feature('glyph: word\n'), 'art/glyphs/word.svg': '<svg viewBox="0 0 0 0"><path d="M0 0h9"/></svg>' },
    [
      'deck/art/glyphs/word.svg error glyph/empty The glyph "word" is not an SVG drawing with a viewBox and at least one path.',
    ],
  ],
  'a glyph without a drawing': [
    { ...feature('glyph: word\n'), 'art/glyphs/word.svg': '<svg viewBox="0 0 9 9"></svg>' },
    [
      'deck/art/glyphs/word.svg error glyph/empty The glyph "word" is not an SVG drawing with a viewBox and at least one path.',
    ],
  ],

  // ------------------------------------------------------------ the deck's own files
  'settings with mistakes': [
    { 'deck.yaml': 'name: D\nversion: 1\ndate: 2026-02-30\nlnag: de\nurl: example.org\n' },
    [
      `deck/deck.yaml:2:10 error deck/value "version" must be text; it is 1. Write '1' in quotes.`,
      'deck/deck.yaml:3:7 error deck/value "date" must be a date like 2026-11-21.',
      'deck/deck.yaml:4:1 error deck/unknown-key There is no key "lnag". Did you mean "lang"?',
      'deck/deck.yaml:5:6 error deck/value "url" must begin with https:// and end with /.',
    ],
  ],
  'no settings': [{ 'deck.yaml': null }, ['deck/deck.yaml error file/missing "deck/deck.yaml" is missing.']],
  'an alias in settings': [
    { 'deck.yaml': 'name: &a D\nversion: *a\ndate: 2026-01-31\n' },
    [
      'deck/deck.yaml:1:10 error yaml/alias An anchor (&name) is not allowed; take it out.',
      'deck/deck.yaml:2:10 error yaml/alias An alias (*name) is not allowed; write the value out.',
    ],
  ],
  'a font that is missing': [
    { 'fonts/AtkinsonHyperlegibleNext-Bold.ttf': null },
    [
      'deck/tokens.json:15:25 warning font/stand-in Fonts stand in for others: strong is set in Atkinson Hyperlegible Next 600, as there is no 700.',
    ],
  ],
  'a font that is none': [
    { 'fonts/Fraunces-SemiBold.ttf': 'hello' },
    [
      "deck/fonts/Fraunces-SemiBold.ttf error font/unreadable This font can't be read: Unknown font format.",
      `deck/tokens.json:14:28 error font/missing The font "Fraunces" of "font.display" is not in the deck's fonts folder.`,
    ],
  ],
  'tokens with mistakes': [
    {
      'tokens.json':
        '{\n "colour": { "$type": "color",\n  "paper": { "$value": "ivory" },\n  "ink": { "$value": "{colour.inc}" },\n  "a": { "$value": "{colour.b}" },\n  "b": { "$value": "{colour.a}" } },\n "font": { "text": { "$type": "fontFamily", "$value": 3 } },\n "gap": { "$type": "dimension", "$value": "3mm" } }\n',
    },
    [
      'deck/tokens.json error tokens/missing The font "font.display", for titles, is missing.',
      'deck/tokens.json:3:24 error tokens/color "colour.paper" must be a color like "#1C6580"; got "ivory".',
      'deck/tokens.json:4:22 error tokens/alias "colour.ink" is an alias of "colour.inc", which is not there. Did you mean "colour.ink"?',
      'deck/tokens.json:5:20 error tokens/alias "colour.a" is an alias of itself: colour.a → colour.b → colour.a.',
      'deck/tokens.json:6:20 error tokens/alias "colour.b" is an alias of itself: colour.b → colour.a → colour.b.',
      'deck/tokens.json:7:55 error tokens/font "font.text" must name a font family or file; got 3.',
      'deck/tokens.json:8:43 warning tokens/type The token "gap" of type "dimension" is not used.',
    ],
  ],
};

describe('a bad deck gives every problem, located', () => {
  it.each(Object.entries(CASES))('%s', async (_, [changes, expected]) => {
    await withDeck(changes, async (root) => {
      const { problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      expect(problems.map(shown)).toEqual(expected);
    });
    expect(existsSync(WITNESS)).toBe(false);
  });

  it('a broken and a huge PNG', async () => {
    const huge = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const small = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#c00' } })
      .png()
      .toBuffer();
    const changes = {
      ...words('![x](huge.png)\n\n![y](cut.png)'),
      'art/huge.png': huge,
      'art/cut.png': small.subarray(0, small.length - 40),
    };
    await withDeck(changes, async (root) => {
      const { problems, deck } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      expect(problems.map(shown)).toEqual([
        expect.stringContaining(`${CARD}:8:1 error picture/broken The picture "cut.png" can't be decoded: `),
        `${CARD}:8:1 error picture/too-large The picture "huge.png" has 12000 × 12000 pixels.`,
      ]);
      expect(Object.keys(deck?.pictures ?? {})).toEqual(['shelf.png']);
    });
  });
});

/** A small PNG that says it is huge. */
async function saidHuge(): Promise<Buffer> {
  const png = await dot().png().toBuffer();
  png.writeUInt32BE(30_000, 16);
  png.writeUInt32BE(30_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

describe('a logo that deck.yaml names is refused at its line', async () => {
  const svg = (inner: string, box = '0 0 9 9') =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inner}</svg>`;
  const rules = [0, 1, 2, 3, 4].map((i) => `.p${i + 1}{fill:url(#p${i})}`).join('');
  const patterns = [0, 1, 2, 3, 4, 5].map((i) => `<pattern id="p${i}">${`<rect class="p${i}"/>`.repeat(10)}</pattern>`);
  const copies = [0, 1, 2, 3, 4].map((i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`);
  const many = 'shows more than 20000 shapes, or lies in itself.';
  const huge = (await saidHuge()).toString('base64');

  it.each<[string, string, string | Buffer]>([
    [
      'shows another file, "https://a.example/x.png", in line 1.',
      'x.svg',
      svg('<image href="https://a.example/x.png"/>'),
    ],
    ['has the viewBox "0 0 0 0", which shows nothing, in line 1.', 'x.svg', svg('<path d="M0 0h9"/>', '0 0 0 0')],
    [
      `holds a path that can't be drawn, at "M0 0 A 5 5 L L zz", in line 1.`,
      'x.svg',
      svg('<path d="M0 0 A 5 5 L L zz"/>'),
    ],
    [many, 'x.svg', svg(`<path id="a0" d="M0 0h9v9z"/>${copies.join('')}`)],
    [many, 'x.svg', svg(`<style>${rules}</style>${patterns.join('')}<rect class="p5" width="9" height="9"/>`)],
    [
      "can't be read: the picture in it has 30000 × 30000 pixels.",
      'x.svg',
      svg(`<image href="data:image/png;base64,${huge}" width="9" height="9"/>`),
    ],
    [
      'has more filters, masks and layers than can be drawn in some seconds.',
      'x.svg',
      svg(`<filter id="f"><feTurbulence/></filter>${'<rect filter="url(#f)" width="9" height="9"/>'.repeat(2000)}`),
    ],
    ['has a tag or a comment that has no end, in line 1.', 'x.svg', svg('<path d="M0 0h9v9z"/>').slice(0, -3)],
    ["can't be read: it draws nothing.", 'x.svg', svg('<path fill="none" d="M0 0h9v9z"/>')],
    ['is no PNG picture.', 'x.png', svg('<path d="M0 0h9v9z"/>')],
    ["can't be read: ", 'x.png', (await dot().png().toBuffer()).subarray(0, 90)],
  ])('%s', async (what, name, content) => {
    const settings = `name: D\nversion: 1.0.0\ndate: 2026-01-31\nprints: [a4]\nlogo: ${name}\n`;
    await withDeck({ 'deck.yaml': settings, [`art/${name}`]: content }, async (root) => {
      const { problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      expect(problems.map(shown)).toEqual([
        expect.stringContaining(`deck/deck.yaml:5:7 error deck/logo The logo "${name}" ${what}`),
      ]);
    });
  });
});

describe('a deck that can’t be loaded', () => {
  it('a missing folder', async () => {
    const { deck, problems } = await loadDeck({ dir: '/nowhere/deck', root: '/nowhere', looks });
    expect(deck).toBeUndefined();
    expect(problems.map(shown)).toEqual(['deck error deck/no-folder There is no deck folder "deck".']);
  });

  it('a folder without cards', async () => {
    await withDeck({ cards: null }, async (root) => {
      const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      expect(deck).toBeUndefined();
      expect(problems.map(shown)).toEqual([
        'deck error deck/empty The deck has no cards: there is no .mdx file in deck/cards.',
      ]);
    });
  });

  it('suits with mistakes', async () => {
    const suits = [
      'suits:',
      '  level: { name: Levels, one: Level, code: LVL, colour: inc, face: levl }',
      '  extra: { name: Extras, one: Extra, code: LVL, colour: ink, face: reference, families: {} }',
      "  Risks: { name: Risks, one: Risk, code: '', colour: ink, face: level, familyKey: group }",
      '  own: { name: O, one: O, code: OWN, colour: ink, face: level, familyKey: __proto__, families: { n: { name: N, colour: ink } } }',
    ].join('\n');
    await withDeck({ 'suits.yaml': suits }, async (root) => {
      const { problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      expect(problems.map(shown).filter((one) => one.includes('suits.yaml'))).toEqual([
        'deck/suits.yaml:2:57 error suits/colour There is no color "inc" in tokens.json. Did you mean "ink"?',
        'deck/suits.yaml:2:68 error suits/face There is no face layout "levl". Did you mean "level"?',
        'deck/suits.yaml:3:10 error suits/code The code "LVL" is used by two suits: level and extra.',
        'deck/suits.yaml:4:10 error suits/families The suit "Risks" needs both "familyKey" and "families", or neither.',
        'deck/suits.yaml:4:10 error suits/id The suit "Risks" needs a name of small letters, digits and hyphens.',
        'deck/suits.yaml:5:75 error suits/name The name "__proto__" can\'t be used: take another.',
      ]);
    });
  });

  it('a broken suits.yaml, and with it everything that is wrong elsewhere in the deck’s own files', async () => {
    await withDeck({ 'suits.yaml': 'suits: {', 'deck.yaml': 'name: [' }, async (root) => {
      const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      expect(deck).toBeUndefined();
      expect(problems.map((one) => one.file)).toEqual(['deck/deck.yaml', 'deck/suits.yaml']);
    });
  });
});

it('collects the problems of many cards in one run, and keeps the good cards', async () => {
  const changes = { ...words('{1}'), ...look('market', 'market: x') };
  await withDeck(changes, async (root) => {
    const { deck, problems, broken } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    expect(problems).toHaveLength(2);
    expect([...broken].sort()).toEqual(['feature', 'first-look']);
    expect(deck?.cards.map((one) => one.id)).toEqual([
      'cover',
      'how-to-play',
      'because-you-row',
      'blank-pattern',
      'function',
      'new-member',
      'mid-task',
    ]);
  });
});
