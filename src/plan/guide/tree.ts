import type { Element, ElementContent } from 'hast';

// Pieces of the trees that chapters are made of: what Markdown would have become.

/** Part of a line: words, of which a line end is one, words in bold, or a card, of which the code is printed. */
export type Inline = string | { strong: string } | { card: string };

/** The content of a cell or a paragraph. */
export type CellContent = Inline | readonly Inline[];

/** A block of a chapter. */
export type ChapterBlock = Element;

export function heading(text: string): ChapterBlock {
  return element('h3', inline(text));
}

export function paragraph(line: CellContent): ChapterBlock {
  return element('p', inlines(line));
}

/** A table with a head. */
export function table(head: readonly string[], rows: readonly (readonly CellContent[])[]): ChapterBlock {
  const row = (tag: 'th' | 'td', cells: readonly CellContent[]) =>
    element(
      'tr',
      cells.map((cell) => element(tag, inlines(cell))),
    );
  const body = element(
    'tbody',
    rows.map((cells) => row('td', cells)),
  );
  return element('table', [element('thead', [row('th', head)]), body]);
}

/** Lines with something between them. */
export function joinedLines(lines: readonly CellContent[], between: string): Inline[] {
  return lines.flatMap((line, at): Inline[] => [...(at === 0 ? [] : [between]), ...asList(line)]);
}

/** A card's code, then its title. */
export function codeAndTitle({ id, code, title }: { id: string; code: string; title: string }): Inline[] {
  return code === '' ? [{ card: id }] : [{ card: id }, ` ${title}`];
}

function asList(line: CellContent): readonly Inline[] {
  return Array.isArray(line) ? (line as readonly Inline[]) : [line as Inline];
}

function inlines(line: CellContent): ElementContent[] {
  return asList(line)
    .filter((one) => one !== '')
    .flatMap(inline);
}

function inline(one: Inline): ElementContent[] {
  if (typeof one === 'string') return broken(one);
  if ('strong' in one) return [element('strong', broken(one.strong))];
  return [{ type: 'element', tagName: 'Card', properties: { id: one.card }, children: [] }];
}

/** Words with their line ends as breaks. */
function broken(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((line, at): ElementContent[] => [...(at === 0 ? [] : [element('br', [])]), { type: 'text', value: line }]);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
