import type { Heading, Paragraph, Root, Text } from 'mdast';

/** A line of a paragraph, or a `## Heading`, of words and of marks that mean nothing in Markdown. */
const LINE = /^(?:## )?[\p{L}“‘"(][\p{L}\p{M}\p{N} .,;:!?'’"“”‘()/%+=$€£·×→…–—-]*(?<! )$/u;
/** MDX takes lines that begin so for code, and GFM makes links of addresses. */
const NOT_PLAIN = /^(?:import|export)|:\/\/|www\./i;
const HEADING = '## ';

type Position = NonNullable<Root['position']>;

/** A heading or a paragraph, and where it begins. */
interface Block {
  text: string;
  line: number;
  offset: number;
}

/**
 * The tree of a text that is plain words in paragraphs and headings, as two of three cards are; undefined for any other. It is
 * the same that the parser makes (tests/deck/cards/plain.test.ts), which takes a third of a second for all of a deck.
 */
export function plainTree(body: string): Root | undefined {
  const blocks: Block[] = [];
  let [line, offset, goesOn] = [0, 0, false];
  for (const text of body.split('\n')) {
    line += 1;
    if (text !== '' && (!LINE.test(text) || NOT_PLAIN.test(text))) return undefined;
    const last = blocks.at(-1);
    const isHeading = text.startsWith(HEADING);
    if (last && goesOn && text !== '' && !isHeading) last.text += `\n${text}`;
    else if (text !== '') blocks.push({ text, line, offset });
    goesOn = text !== '' && !isHeading;
    offset += text.length + 1;
  }
  return { type: 'root', children: blocks.map(nodeOf), position: spanOf({ text: body, line: 1, offset: 0 }) };
}

function nodeOf(block: Block): Heading | Paragraph {
  const position = spanOf(block);
  if (!block.text.startsWith(HEADING)) return { type: 'paragraph', children: [textOf(block, 0)], position };
  return { type: 'heading', depth: 2, children: [textOf(block, HEADING.length)], position };
}

/** A block's text after its first characters. */
function textOf(block: Block, skipped: number): Text {
  return { type: 'text', value: block.text.slice(skipped), position: spanOf(block, skipped) };
}

function spanOf({ text, line, offset }: Block, skipped = 0): Position {
  const lines = text.split('\n');
  const [number, column] = [line + lines.length - 1, (lines.at(-1)?.length ?? 0) + 1];
  return {
    start: { line, column: skipped + 1, offset: offset + skipped },
    end: { line: number, column, offset: offset + text.length },
  };
}
