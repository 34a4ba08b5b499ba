import type { Element } from 'hast';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Words } from './base.tsx';
import { attributeOf, FieldLabel, fieldId, TickBox } from './blanks.tsx';
import { usePage } from './page.tsx';
import { View } from './primitives.ts';
import { elementsIn } from './tree.ts';

/** A table to fill in: its rows share the height that is left. */
export function TableField({ field, w }: { field: Element; w: Mm }) {
  const { colours } = usePage();
  const { rows, columns, heads } = partsOf(field);
  const widths = widthsOf(columns, heads, w);
  return (
    <View style={{ width: pt(w), flexGrow: 1, flexShrink: 0 }}>
      {attributeOf(field, 'label') === '' ? null : <FieldLabel field={field} w={w} />}
      <View
        style={{
          flexDirection: 'row',
          borderBottomWidth: 1.6,
          borderBottomColor: colours.accent,
          paddingBottom: 3,
          flexShrink: 0,
        }}
      >
        {heads ? <View style={{ width: pt(widths.head) }} /> : null}
        {columns.map((column, at) => (
          <Cell key={attributeOf(column, 'id')} w={widths.cells[at] ?? 0} isFirst={at === 0 && !heads}>
            {attributeOf(column, 'label')}
          </Cell>
        ))}
      </View>
      {rows.map((row) => (
        <Row key={row.id} table={fieldId(field)} row={row} columns={columns} widths={widths} heads={heads} />
      ))}
    </View>
  );
}

interface RowOf {
  id: string;
  label: string;
}

interface Widths {
  /** Width of the rows' labels; 0 for none. */
  head: Mm;
  cells: readonly Mm[];
}

function partsOf(field: Element): { rows: RowOf[]; columns: Element[]; heads: boolean } {
  const parts = elementsIn(field.children);
  const named = parts
    .filter((part) => part.tagName === 'Row')
    .map((row) => ({ id: attributeOf(row, 'id'), label: attributeOf(row, 'label') }));
  const count = Number(attributeOf(field, 'rows') || 0);
  const empty = Array.from({ length: count }, (_, at) => ({ id: String(at + 1), label: '' }));
  const columns = parts.filter((part) => part.tagName === 'Column');
  return { rows: [...empty, ...named], columns, heads: named.length > 0 };
}

/** Share of a table's width for the labels of its rows, where the columns give their own widths. */
const HEAD = 0.19;

function widthsOf(columns: readonly Element[], heads: boolean, w: Mm): Widths {
  const head = heads ? w * HEAD : 0;
  const shares = columns.map((column) => Number(attributeOf(column, 'width') || 1));
  const all = shares.reduce((sum, one) => sum + one, 0);
  return { head, cells: shares.map((share) => ((w - head) * share) / all) };
}

interface RowProps {
  /** The beginning of the names of the table's fields. */
  table: string;
  row: RowOf;
  columns: readonly Element[];
  widths: Widths;
  heads: boolean;
}

function Row({ table, row, columns, widths, heads }: RowProps) {
  const { deck, type, line, colours } = usePage();
  const border = { borderBottomWidth: 0.8, borderBottomColor: colours.hairline };
  return (
    <View style={{ flexDirection: 'row', flexGrow: 1, flexShrink: 0, minHeight: pt(line), ...border }}>
      {heads ? (
        <View style={{ width: pt(widths.head), justifyContent: 'center', flexShrink: 0 }}>
          <Words
            theme={deck.theme}
            size={type.text}
            weight={700}
            colour={colours.ink}
            leading={1.15}
            w={widths.head - 2}
          >
            {row.label}
          </Words>
        </View>
      ) : null}
      {columns.map((column, at) => (
        <Blank
          key={attributeOf(column, 'id')}
          id={`${table}.${row.id}.${attributeOf(column, 'id')}`}
          kind={attributeOf(column, 'kind')}
          w={widths.cells[at] ?? 0}
          isFirst={at === 0 && !heads}
        />
      ))}
    </View>
  );
}

/** A cell to write in, or with a box to tick. */
function Blank({ id, kind, w, isFirst }: { id: string; kind: string; w: Mm; isFirst: boolean }) {
  const { colours } = usePage();
  const edge = isFirst ? {} : { borderLeftWidth: 0.6, borderLeftColor: colours.hairline };
  if (kind !== 'tick') return <View id={id} style={{ width: pt(w), flexShrink: 0, ...edge }} />;
  return (
    <View style={{ width: pt(w), flexShrink: 0, alignItems: 'center', justifyContent: 'center', ...edge }}>
      <TickBox id={id} />
    </View>
  );
}

/** Distance from the line between two columns to the second one's heading. */
const PAD: Mm = 1;

function Cell({ w, isFirst, children }: { w: Mm; isFirst: boolean; children: string }) {
  const { deck, type, colours } = usePage();
  return (
    <View style={{ width: pt(w), flexShrink: 0, justifyContent: 'flex-end', paddingLeft: pt(isFirst ? 0 : PAD) }}>
      <Words theme={deck.theme} size={type.label} weight={700} colour={colours.accent} leading={1.15} w={w - PAD - 1}>
        {children}
      </Words>
    </View>
  );
}
