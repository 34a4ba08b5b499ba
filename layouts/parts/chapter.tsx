import type { Element, RootContent } from 'hast';
import type { Section } from '../../src/model/card.ts';
import type { Chapter } from '../../src/model/guide.ts';
import type { BookProps } from '../../src/model/looks.ts';
import { type Mm, type Pt, pt } from '../../src/model/units.ts';
import { Label, Words } from './base.tsx';
import { accentFor, BOOK, Leaves, PAPER, TYPE, textSetting } from './book-page.tsx';
import { colourOf, mix } from './colour.ts';
import { Content } from './content.tsx';
import { contentHeight } from './height.ts';
import { anchorOf } from './inlines.tsx';
import { View } from './primitives.ts';
import type { Setting } from './setting.ts';
import { ITEM_GAP } from './size.ts';
import { isTooHigh, isTooWide, rowsAsLines } from './table-lines.ts';
import { columnsOf, elementsIn, prepared } from './tree.ts';
import { Balanced, Title } from './type.tsx';

/** A chapter on pages of its own. */
export function ChapterPages(props: BookProps & { chapter: Chapter }) {
  const { deck, size, chapter } = props;
  return (
    <Leaves deck={deck} size={size} id={`chapter:${chapter.id}`} foot={chapter.title}>
      <Opening {...props} />
      {chapter.sections.map((section, at) => (
        <SectionBlocks key={section.heading} {...props} section={section} first={at === 0} />
      ))}
      <Sources {...props} />
    </Leaves>
  );
}

/** A chapter's part, title and first sentence: the target of links to the chapter. */
function Opening({ deck, size, chapter }: BookProps & { chapter: Chapter }) {
  const accent = accentFor(chapter, deck);
  const w = size.width - 2 * BOOK.side;
  return (
    <View
      id={anchorOf(chapter.id).slice(1)}
      wrap={false}
      style={{ flexShrink: 0, paddingBottom: pt(4), borderBottomWidth: 2, borderBottomColor: accent }}
    >
      {chapter.part === '' ? null : (
        <Label theme={deck.theme} size={TYPE.label} colour={accent} w={w}>
          {chapter.part}
        </Label>
      )}
      <View style={{ height: pt(1.5) }} />
      <Title deck={deck} w={w} colour={colourOf(deck, 'ink')} sizes={[TYPE.title]}>
        {chapter.title}
      </Title>
      {chapter.lead === '' ? null : (
        <View style={{ marginTop: pt(2), flexShrink: 0 }}>
          <Balanced deck={deck} size={TYPE.lead} colour={accent} leading={1.3} w={w * 0.82}>
            {chapter.lead}
          </Balanced>
        </View>
      )}
    </View>
  );
}

/** A section: its heading hangs beside its first block, and stays on the page with it. */
function SectionBlocks(props: BookProps & { chapter: Chapter; section: Section; first: boolean }) {
  const { deck, size, chapter, section, first } = props;
  const accent = accentFor(chapter, deck);
  const setting = textSetting(props, accent);
  const page = size.height - BOOK.top - BOOK.foot;
  return piecesOf(section.content.children, setting, page).map(({ above = pt(BOOK.block), ...piece }, at) => (
    <View
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
      key={at}
      wrap={piece.rows !== undefined}
      style={{
        flexDirection: 'row',
        flexShrink: 0,
        marginTop: at === 0 ? pt(first ? 6 : 7) : above,
      }}
    >
      {/* It takes no width, and the text keeps its own distance: the next page has the rest of the text without the heading. */}
      <View
        wrap={false}
        style={{ width: pt(BOOK.aside), marginRight: -pt(BOOK.aside), flexShrink: 0, alignSelf: 'flex-start' }}
      >
        {at > 0 ? null : (
          <Words theme={deck.theme} size={TYPE.head} weight={700} colour={accent} leading={1.25} w={BOOK.aside}>
            {section.heading}
          </Words>
        )}
      </View>
      <PieceBlocks {...piece} setting={setting} />
    </View>
  ));
}

/** What a piece says: blocks that stay together, then the rows of a long table, whose head comes again on each page that they reach. */
function PieceBlocks({ nodes, columns, rows, setting }: Piece & { setting: Setting }) {
  const draw = (children: readonly RootContent[]) => (
    <Content
      root={prepared({ type: 'root', children: [...children] }, setting.deck)}
      setting={columns ? { ...setting, columns } : setting}
    />
  );
  const column = { width: pt(setting.w), marginLeft: pt(BOOK.aside + BOOK.gap), flexShrink: 0 };
  if (rows === undefined) return <View style={column}>{draw(nodes)}</View>;
  return (
    <View style={column}>
      {/* Never the last on its page: no page ends within a point below it. */}
      <View fixed wrap={false} minPresenceAhead={1} style={{ flexShrink: 0 }}>
        {draw(nodes)}
      </View>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <View key={at} wrap={false} style={{ flexShrink: 0 }}>
          {draw([row])}
        </View>
      ))}
    </View>
  );
}

/** Blocks that stay together on one page; or a long table, whose rows do. */
interface Piece {
  /** Of a long table: its head. */
  nodes: RootContent[];
  /** Widths of a table's columns, the same for all its rows wherever they are printed. */
  columns?: number[];
  /** The rows of a long table, each a table of its own. */
  rows?: Element[];
  /** Space between it and the piece before, where that is less than between blocks. */
  above?: Pt;
}

/**
 * A section in pieces, each kept on one page: a subhead with the block below it; a long list item by item. A long table is a piece
 * whose rows are kept whole, its head with the first. What is higher than a page, whose text is `page` high, can't be printed.
 */
function piecesOf(nodes: readonly RootContent[], setting: Setting, page: Mm): Piece[] {
  const pieces: Piece[] = [];
  let heading: RootContent[] = [];
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'h3') {
      heading.push(node);
      continue;
    }
    const [first, ...others] = divided(node, setting, page);
    if (first) pieces.push({ ...first, nodes: [...heading, ...first.nodes] }, ...others);
    heading = [];
  }
  return heading.length === 0 ? pieces : [...pieces, { nodes: heading }];
}

/** How high a block may be that is kept on one page, as a share of the page: a gap of that height may be left before it. */
const WHOLE = { table: 1 / 3, list: 1 / 2 } as const;

function divided(block: Element, setting: Setting, page: Mm): Piece[] {
  const isTable = block.tagName === 'table';
  if (!isTable && block.tagName !== 'ul' && block.tagName !== 'ol') return [{ nodes: [block] }];
  const { deck, size, w, tallest } = setting;
  const tree = prepared({ type: 'root', children: [block] }, deck);
  const set = { type: { theme: deck.theme }, size, w, tallest };
  const height = contentHeight(tree, set);
  if (!isTable) return height > page * WHOLE.list ? itemsOf(block, setting) : [{ nodes: [block] }];
  const columns = columnsFor(block, setting);
  if (block.properties.dissolves && (isTooWide(tree, columns, setting) || isTooHigh(tree, set, page))) {
    const rows = rowsAsLines(block);
    return rows.flatMap((row) => row.map((nodes, at) => ({ nodes, ...(at > 0 && { above: size * ITEM_GAP }) })));
  }
  return height > page * WHOLE.table ? rowsOf(block, columns) : [{ nodes: [block], columns }];
}

/** The items of a list, each as a list of its own; a numbered one goes on counting. */
function itemsOf(list: Element, { size }: Setting): Piece[] {
  const { start } = list.properties;
  const first = typeof start === 'number' ? start : 1;
  const items = elementsIn(list.children);
  const last = first + items.length - 1;
  return items.map((item, at) => {
    const properties = list.tagName === 'ol' ? { ...list.properties, start: first + at, last } : list.properties;
    return { nodes: [{ ...list, properties, children: [item] }], ...(at > 0 && { above: size * ITEM_GAP }) };
  });
}

/** A long table: its head, and its rows as tables of one row. */
function rowsOf(table: Element, columns: number[]): Piece[] {
  const [head, body] = elementsIn(table.children);
  if (!head || !body) return [{ nodes: [table], columns }];
  const rows = elementsIn(body.children).map(
    (row): Element => ({ ...table, children: [{ ...body, children: [row] }] }),
  );
  return [{ nodes: [{ ...table, children: [head] }], columns, rows }];
}

/** Widths of a table's columns, the same for all its rows wherever they are printed. */
function columnsFor(table: Element, { deck, size, w }: Setting): number[] {
  const tree = prepared({ type: 'root', children: [table] }, deck);
  const [measured] = elementsIn(tree.children);
  return measured ? eased(columnsOf(measured, deck.theme, size, w)) : [];
}

/** Room in a column beyond its widest word, so that rounding does not break it. */
const EASE = 0.8;

/** The columns' widths, each with a little more room, which is taken from the widest. */
function eased(columns: readonly number[]): number[] {
  const widest = columns.indexOf(Math.max(...columns));
  return columns.map((one, at) => (at === widest ? one - EASE * (columns.length - 1) : one + EASE));
}

/** The sources of a chapter's facts. */
function Sources(props: BookProps & { chapter: Chapter }) {
  const { deck, chapter } = props;
  const { w } = textSetting(props, colourOf(deck, 'ink'));
  const quiet = mix(colourOf(deck, 'ink'), PAPER, 0.25);
  return chapter.sources.map((source, at) => (
    <View
      key={source}
      wrap={false}
      style={{ marginTop: pt(at === 0 ? 8 : 1), marginLeft: pt(BOOK.aside + BOOK.gap), flexShrink: 0 }}
    >
      {at > 0 ? null : (
        <Label theme={deck.theme} size={TYPE.small} colour={quiet} w={w}>
          {deck.words.guide.sources}
        </Label>
      )}
      <Words theme={deck.theme} size={TYPE.small} colour={quiet} leading={1.3} w={w}>
        {source}
      </Words>
    </View>
  ));
}
