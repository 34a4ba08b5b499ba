import type { Element } from 'hast';
import { lookUp } from '../../src/model/look-up.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Words } from './base.tsx';
import { usePage } from './page.tsx';
import { View } from './primitives.ts';

// Blanks to fill in. A View whose id begins with `field:` is a place to write: the PDF's form gets a field there.

/** A field and the width it has. */
export interface FieldProps {
  field: Element;
  w: Mm;
}

/** An attribute of a field's tag; empty where it is not given. */
export function attributeOf({ properties }: Element, name: string): string {
  const value = lookUp(properties, name);
  return typeof value === 'string' ? value : '';
}

/** The place of a field in a form. */
export function fieldId(field: Element): string {
  return `field:${attributeOf(field, 'id')}`;
}

/** A field's label, and its hint after it. */
export function FieldLabel({ field, w, align = 'left' }: FieldProps & { align?: 'left' | 'center' }) {
  const { deck, type, colours } = usePage();
  const hint = attributeOf(field, 'hint');
  return (
    <View style={{ width: pt(w), flexShrink: 0 }}>
      <Words
        theme={deck.theme}
        size={type.label}
        weight={700}
        colour={colours.accent}
        leading={1.2}
        w={w}
        align={align}
      >
        {attributeOf(field, 'label')}
      </Words>
      {hint === '' ? null : (
        <Words theme={deck.theme} size={type.label} colour={colours.quiet} leading={1.2} w={w} align={align}>
          {hint}
        </Words>
      )}
    </View>
  );
}

/** Lines to write on, two in a row; one that is left over has its row alone. */
export function LineFields({ fields, w }: { fields: readonly Element[]; w: Mm }) {
  const { gap } = usePage();
  const rows = pairs(fields);
  return rows.map((row) => {
    const width = (w - (row.length - 1) * gap) / row.length;
    return (
      <View key={fieldId(row[0])} style={{ flexDirection: 'row', columnGap: pt(gap), flexShrink: 0, flexGrow: 1 }}>
        {row.map((field) => (
          <LineField key={fieldId(field)} field={field} w={width} />
        ))}
      </View>
    );
  });
}

function pairs(fields: readonly Element[]): [Element, ...Element[]][] {
  const [first, second, ...rest] = fields;
  if (!first) return [];
  return [second ? [first, second] : [first], ...pairs(rest)];
}

function LineField({ field, w }: FieldProps) {
  const { line, gap, colours } = usePage();
  const rule = { borderBottomWidth: 0.8, borderBottomColor: colours.hairline };
  return (
    <View style={{ width: pt(w), marginBottom: pt(gap * 0.5), flexShrink: 0 }}>
      <FieldLabel field={field} w={w} />
      <View id={fieldId(field)} style={{ width: pt(w), minHeight: pt(line), flexGrow: 1, flexShrink: 0, ...rule }} />
    </View>
  );
}

/** Ruled lines, or a frame that takes the height that is left. */
export function BoxField({ field, w }: FieldProps) {
  const { line, colours } = usePage();
  const count = Number(attributeOf(field, 'lines') || 0);
  const frame = { borderWidth: 0.8, borderColor: colours.hairline, borderRadius: pt(1.5), minHeight: pt(line * 2) };
  return (
    <View style={{ width: pt(w), flexGrow: 1, flexShrink: 0 }}>
      <FieldLabel field={field} w={w} />
      <View
        id={fieldId(field)}
        style={{ width: pt(w), flexGrow: 1, flexShrink: 0, marginTop: 2, ...(count > 0 ? {} : frame) }}
      >
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike
          <Ruled key={at} w={w} />
        ))}
      </View>
    </View>
  );
}

function Ruled({ w }: { w: Mm }) {
  const { line, colours } = usePage();
  const rule = { borderBottomWidth: 0.8, borderBottomColor: colours.hairline };
  return <View style={{ width: pt(w), minHeight: pt(line), flexGrow: 1, flexShrink: 0, ...rule }} />;
}

/** Boxes to tick, as many in a row as fit. */
export function TickFields({ fields, w }: { fields: readonly Element[]; w: Mm }) {
  const { gap } = usePage();
  return (
    <View
      style={{ flexDirection: 'row', flexWrap: 'wrap', width: pt(w), columnGap: pt(gap * 1.6), rowGap: pt(gap * 0.5) }}
    >
      {fields.map((field) => (
        <TickField key={fieldId(field)} field={field} />
      ))}
    </View>
  );
}

function TickField({ field }: { field: Element }) {
  const { deck, type, colours } = usePage();
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center', columnGap: pt(type.text * 0.16), flexShrink: 0 }}>
      <TickBox id={fieldId(field)} />
      <Words theme={deck.theme} size={type.text} colour={colours.ink} leading={1.2}>
        {[attributeOf(field, 'label'), attributeOf(field, 'hint')].filter(Boolean).join(' ')}
      </Words>
    </View>
  );
}

/** A box to tick; a pen of any kind hits it. */
export function TickBox({ id }: { id: string }) {
  const { type, colours } = usePage();
  const side = Math.max(pt(4.2), type.text * 1.15);
  const style = {
    width: side,
    height: side,
    borderWidth: 1,
    borderColor: colours.accent,
    borderRadius: 2,
    flexShrink: 0,
  };
  return <View id={id} style={style} />;
}
