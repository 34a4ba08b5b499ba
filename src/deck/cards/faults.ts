import type { Heading, Image, Link, ListItem, Nodes, Table, TableRow } from 'mdast';
import type { ProblemDetails } from '../../model/problem.ts';
import { aloneIn } from './content.ts';
import { placeOf } from './parts.ts';

/** What is wrong with a piece of Markdown; its place is where the piece begins unless it is given. */
export type Fault = Omit<ProblemDetails, 'file'>;

/** What a card may be made of, besides the elements of layouts/. */
const ALLOWED = new Set(
  'root paragraph text strong emphasis break list listItem link image heading table tableRow tableCell'.split(' '),
);

const CODE = ['Code in {…} is', 'Cards hold text; write the result itself, \\{ for a brace, {/* … */} for a comment.'];
const FOOTNOTE = ['A footnote is', 'Put it into the text, or into `sources`.'];
const REFERENCE = ['A link by reference is', 'Write [words](https://…).'];

/** What is refused: what messages call it, and what to do instead. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  mdxjsEsm: ['`import` and `export` are', 'A line of text must not begin with either word: MDX takes it for code.'],
  mdxFlowExpression: CODE,
  mdxTextExpression: CODE,
  html: ['HTML is', 'Write it in Markdown.'],
  code: ['A block of code is', 'Write it as a paragraph.'],
  inlineCode: ['`Code` is', 'Write it as **strong** or *emphasis*.'],
  blockquote: ['A quotation (> …) is', 'Write it as a paragraph with “quotation marks”.'],
  thematicBreak: ['A line across (***) is', 'Start a new section or a new paragraph.'],
  delete: ['~~Struck-out~~ text is', 'Take it out.'],
  footnoteReference: FOOTNOTE,
  footnoteDefinition: FOOTNOTE,
  definition: REFERENCE,
  linkReference: REFERENCE,
  imageReference: ['A picture by reference is', 'Write ![what it shows](picture.png).'],
};

/** The most columns of a table. Short rows are filled up to the head's width, so 700 columns and 700 short rows are half a million cells. */
const MAX_COLUMNS = 30;

/** Why a piece of Markdown can't be on a card at all; what is inside it is then not checked. */
export function refusal(node: Nodes): Fault | undefined {
  if (node.type === 'table') return tooWide(node);
  if (ALLOWED.has(node.type)) return undefined;
  const [name, note] = REFUSED[node.type] ?? [`"${node.type}" is`];
  return { rule: 'card/not-allowed', message: `${name} not allowed in a card.`, note };
}

/** What is wrong with a piece of Markdown itself; what is inside it is checked apart. */
export function faultsOf(node: Nodes, parent: Nodes | undefined): Fault[] {
  switch (node.type) {
    case 'heading':
      return headingFaults(node, parent);
    case 'link':
      return linkFaults(node);
    case 'image':
      return imageFaults(node, parent);
    case 'listItem':
      return itemFaults(node);
    case 'tableRow':
      return parent?.type === 'table' ? rowFaults(node, parent) : [];
    default:
      return [];
  }
}

function headingFaults({ depth }: Heading, parent: Nodes | undefined): Fault[] {
  if (parent?.type === 'root' && (depth === 2 || depth === 3)) return [];
  const message = 'A heading is "## Section" or "### Subhead", on a line of its own.';
  return [{ rule: 'card/heading', message, got: `${'#'.repeat(depth)} …` }];
}

function linkFaults({ url }: Link): Fault[] {
  if (/^(https?|mailto):/i.test(url) && URL.canParse(url)) return [];
  const message = `The link "${url}" can't be followed from paper.`;
  const allowed = ['https:', 'http:', 'mailto:'];
  return [{ rule: 'card/link', message, note: 'For a card write <Card id="…" />.', allowed, got: url }];
}

function imageFaults(image: Image, parent: Nodes | undefined): Fault[] {
  const faults: Fault[] = [];
  if ((image.alt ?? '').trim() === '') {
    const message = `The picture "${image.url}" has no words for those who do not see it.`;
    faults.push({ rule: 'card/alt', message, note: 'Write ![what it shows](picture.png).' });
  }
  // A picture is all that its paragraph or its cell holds.
  const isBlock = (parent?.type === 'paragraph' || parent?.type === 'tableCell') && aloneIn(parent) === image;
  if (!isBlock) {
    const message = `The picture "${image.url}" stands in a line of text.`;
    const note = 'Give it a paragraph of its own: an empty line before it, and one after it.';
    faults.push({ rule: 'card/picture-in-text', message, note });
  }
  return faults;
}

function itemFaults({ checked }: ListItem): Fault[] {
  if (typeof checked !== 'boolean') return [];
  const message = 'A box to tick ([ ]) is not allowed in a card.';
  return [{ rule: 'card/not-allowed', message, note: 'Write it as a plain list.' }];
}

function tooWide({ align }: Table): Fault | undefined {
  const columns = align?.length ?? 0;
  if (columns <= MAX_COLUMNS) return undefined;
  return { rule: 'card/table', message: `This table has ${columns} columns; at most ${MAX_COLUMNS}.` };
}

/** Refuses rows with more cells than the table has columns: the parser drops the rest. */
function rowFaults({ children }: TableRow, { align }: Table): Fault[] {
  const columns = align?.length ?? 0;
  const [surplus] = children.slice(columns);
  if (!surplus) return [];
  const message = `This row has ${children.length} cells, and its table ${columns} columns: the rest would be lost.`;
  const note = 'Give the first row and the line of dashes a column more; for a bar itself write \\|.';
  return [{ place: placeOf(surplus), rule: 'card/table', message, note }];
}
