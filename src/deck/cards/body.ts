import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { error, type Place, type Problem } from '../../model/problem.ts';
import { tangleIn } from './tangle.ts';

/** One parser for all cards: putting it together takes longer than a card. */
const MARKDOWN = unified().use(remarkParse).use(remarkMdx).freeze();

/** The same with tables, lines through words, footnotes, tasks, and addresses without a sign around them. */
const EXTENDED = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/**
 * Signs that each of these has, and character references, which may stand for some of an address. Few cards have one; in all words of the
 * others an address would be looked for, a third of the time.
 */
const SIGNS = /[~|@]|\[[\^\sx]|www|http|:-|-:|&[#\w]+;/i;

/** Markdown as a tree with places, or why it can't be read. */
export type ParsedBody = { tree: Root } | { mistake: Problem };

/**
 * Parses the Markdown of a card. What a card may not hold is in the tree too: see check-body.ts.
 *
 * @param text with empty lines in place of what stands before it in its file, so that places are those in the file
 * @param file as messages name it
 */
export function parseBody(text: string, file: string): ParsedBody {
  const tangle = tangleIn(text);
  if (tangle) return { mistake: error({ file, rule: 'card/tangle', ...tangle }) };
  try {
    return { tree: (SIGNS.test(text) ? EXTENDED : MARKDOWN).parse(text) };
  } catch (cause) {
    if (!isMessage(cause)) throw cause;
    return { mistake: unreadable(cause, file) };
  }
}

/** The first mistake in the syntax: the parser stops there. */
function unreadable(cause: Problem, file: string): Problem {
  if (cause.reason.startsWith('Unexpected character `!`')) {
    const message = 'A comment is not written <!-- … --> in a card.';
    const note = 'Write {/* … */}: it is not printed.';
    const place = startOf(cause);
    // The parser's place is that of the `!`, one column after the comment's `<`.
    return error({ file, place: place && { ...place, column: place.column - 1 }, rule: 'card/comment', message, note });
  }
  if (cause.source === 'micromark-extension-mdx-expression' || cause.ruleId === 'acorn') {
    const message = 'Code is not allowed in a card.';
    const note =
      'Write \\{ for a brace, {/* … */} for a comment; a line of text must not begin with "import" or "export".';
    return error({ file, place: startOf(cause), rule: 'card/not-allowed', message, note });
  }
  // For a tag that is not closed the parser's place is that of the paragraph; the tag's own is in its message, `(2:9-2:14)`.
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
  if (!place) return undefined;
  const { line, column } = 'start' in place ? place.start : place;
  return { line, column };
}
