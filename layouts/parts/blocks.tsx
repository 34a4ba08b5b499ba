import type { Element } from 'hast';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { Children, Fragment, isValidElement } from 'react';
import { lookUp } from '../../src/model/look-up.ts';
import type { Mm } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { Words } from './base.tsx';
import { broken } from './broken.ts';
import { Figure } from './picture.tsx';
import { View } from './primitives.ts';
import { SettingContext, useSetting } from './setting.ts';
import { BLOCK_GAP, INDENT, ITEM_GAP, LEADING, ROW_LINE } from './size.ts';
import { cellWidth, columnsOf, indentOf } from './tree.ts';

interface Given {
  children?: ReactNode;
  /** The element of the tree from which a component was made. */
  node?: Element;
}

/** Blocks below one another. Runs of words become paragraphs; white space between blocks is left out. */
function Stack({ children, w, bold = false }: Given & { w: number; bold?: boolean }) {
  const { size } = useSetting();
  const parts = grouped(children);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
    <View key={index} style={{ marginTop: index > 0 ? size * BLOCK_GAP : 0, flexShrink: 0 }}>
      {part.block ?? (
        <Line w={w} bold={bold}>
          {part.run}
        </Line>
      )}
    </View>
  ));
}

/** The children of the fragment that stands for a tree's root. */
function unwrapped(children: ReactNode): ReactNode {
  return isValidElement<Given>(children) && children.type === Fragment ? children.props.children : children;
}

/** Children of a container as blocks and runs of inline ones. */
function grouped(children: ReactNode): { block?: ReactElement; run: ReactNode[] }[] {
  const parts: { block?: ReactElement; run: ReactNode[] }[] = [];
  for (const child of Children.toArray(unwrapped(children))) {
    const last = parts.at(-1);
    if (isValidElement(child) && isBlock(child)) parts.push({ block: child, run: [] });
    else if (last !== undefined && last.block === undefined) last.run.push(child);
    else if (typeof child !== 'string' || child.trim() !== '') parts.push({ run: [child] });
  }
  return parts;
}

/** One paragraph. */
function Line({ children, w, bold = false }: Given & { w: number; bold?: boolean }) {
  const { deck, size, colour, weight = 400, italic = false, align = 'left', leading = LEADING } = useSetting();
  const type = { theme: deck.theme, size, colour, weight: bold ? 700 : weight, italic, align, leading } as const;
  const own = align === 'left' ? broken(Children.toArray(children), type, size, pt(w)) : undefined;
  return (
    <Words {...type} w={w}>
      {own ?? children}
    </Words>
  );
}

function Paragraph({ children }: Given) {
  return <Line w={useSetting().w}>{children}</Line>;
}

/** The elements among children: between the rows of a list or a table there is only white space. */
function elementsOf(children: ReactNode): ReactElement<Given>[] {
  return Children.toArray(children).filter((child): child is ReactElement<Given> => isValidElement(child));
}

/** A list: `mark` gives the bullet or number of each item. `node` is its tree, which says how wide numbers are. */
function List({ children, mark, node }: Given & { mark: (index: number) => string }) {
  const { deck, w, size, accent, leading = LEADING } = useSetting();
  const indent = mm(node ? indentOf(node, deck.theme, size) : size * INDENT);
  const inner = w - indent;
  return elementsOf(children).map((item, index) => (
    <View
      key={item.key}
      style={{ flexDirection: 'row', width: pt(w), marginTop: index > 0 ? size * ITEM_GAP : 0, flexShrink: 0 }}
    >
      <Words theme={deck.theme} size={size} colour={accent} weight={700} leading={leading} w={indent}>
        {mark(index)}
      </Words>
      <View style={{ width: pt(inner), flexShrink: 0 }}>
        <Entry w={inner} item={item} />
      </View>
    </View>
  ));
}

/** The content of a list's item; pictures and lists in it are as wide as the item. */
function Entry({ w, item }: { w: Mm; item: ReactElement<Given> }) {
  return (
    <SettingContext value={{ ...useSetting(), w }}>
      <Stack w={w}>{item.props.children}</Stack>
    </SettingContext>
  );
}

function Bullets(given: Given) {
  return <List {...given} mark={() => '–'} />;
}

/** A numbered list: one that goes on after other text begins at the number that its author gives. */
function Numbers({ start = 1, ...given }: Given & { start?: number }) {
  return <List {...given} mark={(index) => String(start + index)} />;
}

/** Marks an item for List, which draws it. */
function Item({ children }: Given) {
  return <>{children}</>;
}

function Subhead({ children }: Given) {
  const setting = useSetting();
  return (
    <SettingContext value={{ ...setting, colour: setting.accent }}>
      <Line w={setting.w} bold>
        {children}
      </Line>
    </SettingContext>
  );
}

/** A table: as wide as the column, with a hairline under each row. `node` is its tree, from which the columns are measured. */
function Table({ children, node }: Given) {
  const { deck, w, size, hairline, columns: given } = useSetting();
  const columns = given ?? (node === undefined ? [] : columnsOf(node, deck.theme, size, w));
  const rows = elementsOf(children).flatMap((part) =>
    elementsOf(part.props.children).map((row) => ({ row, head: part.type === Head })),
  );
  const line = { borderBottomWidth: ROW_LINE, borderBottomColor: hairline };
  return rows.map(({ row, head }, index) => (
    <View
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
      key={index}
      style={{ flexDirection: 'row', width: pt(w), paddingVertical: (size * ITEM_GAP) / 2, flexShrink: 0, ...line }}
    >
      {elementsOf(row.props.children).map((cell, column) => (
        <View key={cell.key} style={{ width: pt(columns[column] ?? w), flexShrink: 0 }}>
          <Cell w={cellWidth(columns[column] ?? w, size)} bold={head}>
            {cell.props.children}
          </Cell>
        </View>
      ))}
    </View>
  ));
}

/** A line of words, or a picture. */
function Cell({ children, w, bold }: Given & { w: Mm; bold: boolean }) {
  return (
    <SettingContext value={{ ...useSetting(), w }}>
      <Stack w={w} bold={bold}>
        {children}
      </Stack>
    </SettingContext>
  );
}

function Head({ children }: Given) {
  return <>{children}</>;
}

/** A picture of the deck; load has checked that it exists. */
function Picture({ src }: { src?: string }) {
  const { deck, w, tallest } = useSetting();
  const picture = src === undefined ? undefined : lookUp(deck.pictures, src);
  return picture === undefined ? null : <Figure picture={picture} w={w} tallest={tallest} />;
}

const BLOCKS: ReadonlySet<unknown> = new Set([Paragraph, Bullets, Numbers, Subhead, Table, Picture]);

function isBlock(element: ReactElement): boolean {
  return BLOCKS.has(element.type);
}

/** The container of a section's content. */
export function Body({ children }: Given) {
  return <Stack w={useSetting().w}>{children}</Stack>;
}

/** Components for blocks, by HTML name. */
export const blocks: Readonly<Record<string, ComponentType<never>>> = {
  p: Paragraph,
  ul: Bullets,
  ol: Numbers,
  li: Item,
  h3: Subhead,
  table: Table,
  thead: Head,
  img: Picture,
};
