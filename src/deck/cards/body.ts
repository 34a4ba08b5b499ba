import type { Image, Nodes, Root, Table, TableRow } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { z } from 'zod';
import { lookUp } from '../../model/look-up.ts';
import { error, type Place, type Problem, warning } from '../../model/problem.ts';
import { didYouMean, noCard } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { checked } from '../../read/values.ts';
import { literalAttributes } from './attributes.ts';
import { withoutComments } from './comments.ts';
import { aloneIn } from './content.ts';
import { isLeftOut, type TextGround } from './settle.ts';
import { slipsIn } from './slips.ts';
import { checkTally, isTally, TALLIES } from './tallies.ts';

/** Turns Markdown into a tree; throws a message with its place for what MDX can't read. */
export type Parser = (body: string) => Root;

/** What a body may refer to. */
export interface Vocabulary extends TextGround {
  /** Ids of all cards, those with mistakes too. */
  ids: ReadonlySet<string>;
  /** Retired ids → what took their place, or an empty string. */
  retired: Readonly<Record<string, string>>;
}

/** One parser for all cards: putting it together costs more than a card. */
export function bodyParser(): Parser {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
  return (body) => processor.parse(body);
}

/** Reads a card's Markdown and refuses all but what cards are made of. Undefined after saying what is wrong. */
export function readBody(
  body: string,
  file: string,
  parse: Parser,
  vocabulary: Vocabulary,
  report: Report,
): Root | undefined {
  const tangle = tangleIn(body);
  if (tangle) {
    report(error({ file, rule: 'card/tangle', ...tangle }));
    return undefined;
  }
  let tree: Root;
  try {
    tree = parse(body);
  } catch (cause) {
    if (!isMessage(cause)) throw cause;
    report(unreadable(cause, file));
    return undefined;
  }
  const kept = withoutComments(tree);
  let whole = true;
  check(kept, undefined, file, vocabulary, (problem) => {
    if (problem.fatal) whole = false;
    report(problem);
  });
  for (const slip of slipsIn(tree, body, file)) report(slip);
  return whole ? kept : undefined;
}

/** How many lines and signs of Markdown a text may have: 100 KB of `[a](b` would take the parser 31 s, and twice as many four times as long. */
const MAX_MARKS = 2000;

/** How many columns a table may have: each row is filled up to them, so that 700 columns in 700 short rows are half a million cells. */
const MAX_COLUMNS = 30;

/** What the parser would take minutes for, or run out of stack on: `*a *a *a …`, or a line of `> > > > …`. */
function tangleIn(body: string): { message: string; place: Place } | undefined {
  const deep = /^(?:[ \t]*(?:>|(?:[-+*]|\d+[.)])[ \t])){20}/m.exec(body);
  if (deep) return { message: 'This text is nested too deeply for a card.', place: placeAtOffset(body, deep.index) };
  let marks = 0;
  // Empty lines before the text stand for the front matter.
  for (const { index } of body.trimStart().matchAll(/[\n*_[\]`~<>{}&!|\\#=@^]|www\.|:\/\//gi)) {
    marks += 1;
    if (marks <= MAX_MARKS) continue;
    const message = `This text is no card: it has more than ${MAX_MARKS} lines and signs that mean something in Markdown.`;
    return { message, place: placeAtOffset(body, body.length - body.trimStart().length + index) };
  }
  return undefined;
}

function placeAtOffset(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** What a card may be made of, besides the elements of layouts/. */
const ALLOWED = new Set(
  'root paragraph text strong emphasis break list listItem link image heading table tableRow tableCell'.split(' '),
);

/** How to call what is refused, and what to do instead. */
const REFUSED: Readonly<Record<string, [string, string]>> = {
  mdxjsEsm: ['`import` and `export` are', 'A line of text must not begin with either word: MDX takes it for code.'],
  mdxFlowExpression: [
    'Code in {…} is',
    'Cards hold text; write the result itself, \\{ for a brace, {/* … */} for a comment.',
  ],
  mdxTextExpression: [
    'Code in {…} is',
    'Cards hold text; write the result itself, \\{ for a brace, {/* … */} for a comment.',
  ],
  html: ['HTML is', 'Write it in Markdown.'],
  code: ['A block of code is', 'Write it as a paragraph.'],
  inlineCode: ['`Code` is', 'Write it as **strong** or *emphasis*.'],
  blockquote: ['A quotation (> …) is', 'Write it as a paragraph with “quotation marks”.'],
  thematicBreak: ['A line across (***) is', 'Start a new section or a new paragraph.'],
  delete: ['~~Struck-out~~ text is', 'Take it out.'],
  footnoteReference: ['A footnote is', 'Put it into the text, or into `sources`.'],
  footnoteDefinition: ['A footnote is', 'Put it into the text, or into `sources`.'],
  definition: ['A link by reference is', 'Write [words](https://…).'],
  linkReference: ['A link by reference is', 'Write [words](https://…).'],
  imageReference: ['A picture by reference is', 'Write ![what it shows](picture.png).'],
};

function check(node: Nodes, parent: Nodes | undefined, file: string, vocabulary: Vocabulary, report: Report): void {
  if (isLeftOut(node, vocabulary)) checkNode(node, parent, file, vocabulary, exceptHidden(report));
  else checkNode(node, parent, file, vocabulary, report);
}

/** What is left out may name hidden cards: nobody reads it. */
function exceptHidden(report: Report): Report {
  return (problem) => {
    if (problem.ruleId !== 'hidden') report(problem);
  };
}

function checkNode(node: Nodes, parent: Nodes | undefined, file: string, vocabulary: Vocabulary, report: Report): void {
  const place = node.position && placeOf(node.position.start);
  const fail = (rule: string, message: string, note?: string, allowed?: readonly string[], got?: string) =>
    report(error({ file, place, rule: `card/${rule}`, message, note, allowed, got }));
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    checkElement(node, file, vocabulary, report);
    return;
  }
  if (!ALLOWED.has(node.type)) {
    const [name, note] = REFUSED[node.type] ?? [`"${node.type}" is`, undefined];
    fail('not-allowed', `${name} not allowed in a card.`, note);
    return;
  }
  if (node.type === 'heading' && (parent?.type !== 'root' || node.depth === 1 || node.depth > 3)) {
    const message = 'A heading is "## Section" or "### Subhead", on a line of its own.';
    fail('heading', message, undefined, undefined, `${'#'.repeat(node.depth)} …`);
  }
  if (node.type === 'link' && !isLink(node.url)) {
    const message = `The link "${node.url}" can't be followed from paper.`;
    fail('link', message, 'For a card write <Card id="…" />.', ['https:', 'http:', 'mailto:'], node.url);
  }
  if (node.type === 'image' && (node.alt ?? '').trim() === '') {
    const message = `The picture "${node.url}" has no words for those who do not see it.`;
    fail('alt', message, 'Write ![what it shows](picture.png).');
  }
  if (node.type === 'image' && !standsAlone(node, parent)) {
    const message = `The picture "${node.url}" stands in a line of text.`;
    fail('picture-in-text', message, 'Give it a paragraph of its own: an empty line before it, and one after it.');
  }
  if (node.type === 'table' && (node.align?.length ?? 0) > MAX_COLUMNS) {
    fail('table', `This table has ${node.align?.length} columns; at most ${MAX_COLUMNS}.`);
    return;
  }
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    fail('not-allowed', 'A box to tick ([ ]) is not allowed in a card.', 'Write it as a plain list.');
  }
  if (node.type === 'tableRow' && parent?.type === 'table') checkCells(node, parent, file, report);
  if ('children' in node) for (const child of node.children) check(child, node, file, vocabulary, report);
}

/** Whether a picture is all that its paragraph or its cell holds. */
function standsAlone(image: Image, parent: Nodes | undefined): boolean {
  return (parent?.type === 'paragraph' || parent?.type === 'tableCell') && aloneIn(parent) === image;
}

/** A cell beyond the last column would be printed nowhere. */
function checkCells({ children }: TableRow, { align }: Table, file: string, report: Report): void {
  const columns = align?.length ?? 0;
  const [surplus] = children.slice(columns);
  if (!surplus) return;
  const place = surplus.position && placeOf(surplus.position.start);
  const message = `This row has ${children.length} cells, and its table ${columns} columns: the rest would be lost.`;
  const note = 'Give the first row and the line of dashes a column more; for a bar itself write \\|.';
  report(error({ file, place, rule: 'card/table', message, note }));
}

/** Checks a tag: a known name, literal attributes that its schema takes, cards that exist, nothing inside. */
function checkElement(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  file: string,
  { elements, ids, hidden, retired, holding }: Vocabulary,
  report: Report,
): void {
  const place = node.position && placeOf(node.position.start);
  const name = node.name ?? '';
  const tag = `<${name}>`;
  const fail = (rule: string, message: string, note?: string, allowed?: string[]) =>
    report(error({ file, place, rule: `card/${rule}`, message, note, allowed, got: tag }));
  const element = lookUp(elements, name);
  if (!element && !isTally(name)) {
    const allowed = [...Object.keys(elements), ...Object.keys(TALLIES)];
    const message = `${tag} is not an element that a card may use.${didYouMean(name, allowed)}`;
    fail('unknown-element', message, 'Write \\< for a "less than" sign.', allowed);
    return;
  }
  const attributes = literalAttributes(node);
  if (!attributes) {
    const message = `The attributes of ${tag} are plain text in quotes, like id="detractor".`;
    fail('attribute', message, 'No {…}: no code runs in a card.');
    return;
  }
  const twice = node.attributes.find(
    (one, at) => 'name' in one && node.attributes.findIndex((other) => 'name' in other && other.name === one.name) < at,
  );
  if (twice && 'name' in twice) {
    fail('attribute', `${tag} says "${twice.name}" twice.`, 'Only one can be meant: take the other out.');
    return;
  }
  if (node.children.length > 0) {
    fail('element-content', `${tag} holds nothing: close it at once, like <${name} … />.`);
    return;
  }
  if (!element) {
    checkTally(name, attributes, holding, { file, place }, report);
    return;
  }
  const places = place ? Object.fromEntries(['', ...Object.keys(attributes)].map((key) => [key, place])) : {};
  const source = { file, value: attributes, places, keys: places };
  if (!checked(z.strictObject(element.attributes), source, 'attribute', report)) return;
  const wrong = element.wrong?.(attributes);
  if (wrong !== undefined) fail('attribute', wrong);
  for (const key of element.cardIds) {
    const id = lookUp(attributes, key);
    if (id === undefined || ids.has(id)) continue;
    if (hidden.has(id)) report(hiddenCard(id, file, place));
    else fail('no-card', noCard(id, ids, { retired }), 'A card is called by the name of its file.');
  }
}

function hiddenCard(id: string, file: string, place: Place | undefined): Problem {
  const message = `This text names the card "${id}", which this deck hides.`;
  const note =
    'Its title is printed instead of its code. Override this section, or take the card out of "hide" in deck.yaml.';
  return warning({ file, place, rule: 'card/hidden', message, note, got: id });
}

/** The first mistake in the syntax: the parser stops there. */
function unreadable(cause: Problem, file: string): Problem {
  if (cause.reason.startsWith('Unexpected character `!`')) {
    const message = 'A comment is not written <!-- … --> in a card.';
    const note = 'Write {/* … */}: it is not printed.';
    const place = startOf(cause);
    // It stops at the second sign.
    return error({ file, place: place && { ...place, column: place.column - 1 }, rule: 'card/comment', message, note });
  }
  if (cause.source === 'micromark-extension-mdx-expression' || cause.ruleId === 'acorn') {
    const message = 'Code is not allowed in a card.';
    const note =
      'Write \\{ for a brace, {/* … */} for a comment; a line of text must not begin with "import" or "export".';
    return error({ file, place: startOf(cause), rule: 'card/not-allowed', message, note });
  }
  // For a tag that is not closed the place is that of the paragraph, and the tag's own is in the words.
  const [span, line, column] = cause.reason.match(/ \((\d+):(\d+)-\d+:\d+\)/) ?? [];
  return error({
    file,
    place: span === undefined ? startOf(cause) : { line: Number(line), column: Number(column) },
    rule: 'card/syntax',
    message: `This Markdown can't be read: ${cause.reason.replace(span ?? '', '')}.`,
    note: 'In a card < begins a tag and { begins code: write \\< or \\{ for the character itself.',
  });
}

/** Whether the parser threw it; anything else is a bug of ours or of a library. */
function isMessage(cause: unknown): cause is Problem {
  return cause instanceof Error && 'reason' in cause && 'ruleId' in cause;
}

function startOf({ place }: Problem): Place | undefined {
  return place && placeOf('start' in place ? place.start : place);
}

function isLink(url: string): boolean {
  return /^(https?|mailto):/i.test(url) && URL.canParse(url);
}

function placeOf(point: Place): Place {
  return { line: point.line, column: point.column };
}
