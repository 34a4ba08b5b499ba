import { make } from './dom.ts';

/** The lines of a section as they stand on the card: paragraphs, lists and tables. `shapes` has a letter a line: see CardSection. */
export function blocksOf(text: string, shapes: string): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  let last = '';
  for (const [at, line] of text.split('\n').entries()) {
    const shape = shapes[at] ?? 'p';
    const block = blocks.at(-1);
    if (shape === '+' && block) {
      (block.querySelector(':scope > :last-child') ?? block).append(make('br'), line);
      continue;
    }
    if (block && kindOf(shape) === last && last !== 'p') block.append(partOf(line, shape));
    else blocks.push(blockOf(line, shape));
    last = kindOf(shape);
  }
  return blocks;
}

/** Lines of one kind that follow one another are one block; each paragraph is its own. */
function kindOf(shape: string): string {
  return shape === 'h' ? 'r' : shape;
}

function blockOf(line: string, shape: string): HTMLElement {
  if (shape === 'o') return make('ol', { start: numberOf(line) }, partOf(line, shape));
  if (shape === 'u') return make('ul', {}, partOf(line, shape));
  if (kindOf(shape) === 'r') return make('table', {}, partOf(line, shape));
  return make('p', {}, line);
}

/** An item of a list, or a row of a table. */
function partOf(line: string, shape: string): HTMLElement {
  if (shape === 'o') return make('li', { value: numberOf(line) }, line.replace(/^\d+\. /, ''));
  if (shape === 'u') return make('li', {}, line);
  const cells = line.split('\t').map((cell) => make(shape === 'h' ? 'th' : 'td', {}, cell));
  return make('tr', {}, ...cells);
}

function numberOf(line: string): number {
  return Number.parseInt(line, 10);
}
