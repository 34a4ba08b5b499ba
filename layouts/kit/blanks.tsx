import type { Element } from 'hast';
import type { ReactNode } from 'react';
import { lookUp } from '../../src/model/look-up.ts';
import type { Mm } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { Words } from './base.tsx';
import { usePage } from './page.tsx';
import { Circle, Svg, View } from './primitives.ts';

// Blanks to fill in. A View whose id begins with `field:` is a place to write: the PDF's form gets a field there.

interface FieldProps {
  field: Element;
  w: Mm;
}

/** An attribute of a field's tag; empty where it is not given. */
export function said({ properties }: Element, name: string): string {
  const value = lookUp(properties, name);
  return typeof value === 'string' ? value : '';
}

/** The place of a field in a form. */
export function fieldId(field: Element): string {
  return `field:${said(field, 'id')}`;
}

/** A field's label, and its hint after it. */
export function FieldLabel({ field, w, align = 'left' }: FieldProps & { align?: 'left' | 'center' }) {
  const { deck, type, colours } = usePage();
  const hint = said(field, 'hint');
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
        {said(field, 'label')}
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
  const count = Number(said(field, 'lines') || 0);
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
        {[said(field, 'label'), said(field, 'hint')].filter(Boolean).join(' ')}
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

/** A row of numbers to ring, with the meaning of both ends. */
export function ScaleField({ field, w }: FieldProps) {
  const { line } = usePage();
  const [from, to] = [Number(said(field, 'from')), Number(said(field, 'to'))];
  return (
    <View style={{ width: pt(w), flexShrink: 0 }}>
      <FieldLabel field={field} w={w} />
      <View style={{ flexDirection: 'row', alignItems: 'center', columnGap: pt(2.4), marginTop: 3 }}>
        <End field={field} name="low" />
        {Array.from({ length: to - from + 1 }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: numbers in their order
          <Ring key={at} id={`${fieldId(field)}=${from + at}`} d={line} text={String(from + at)} />
        ))}
        <End field={field} name="high" />
      </View>
    </View>
  );
}

/** The meaning of one end of a scale. */
function End({ field, name }: { field: Element; name: 'low' | 'high' }) {
  const { deck, type, colours } = usePage();
  const words = said(field, name);
  if (words === '') return null;
  return (
    <Words theme={deck.theme} size={type.label} colour={colours.quiet} leading={1.2}>
      {words}
    </Words>
  );
}

function Ring({ id, d, text }: { id: string; d: Mm; text: string }) {
  const { deck, type, colours } = usePage();
  const circle = {
    width: pt(d),
    height: pt(d),
    borderRadius: pt(d / 2),
    borderWidth: 0.8,
    borderColor: colours.hairline,
  };
  return (
    <View id={id} style={{ ...circle, justifyContent: 'center', flexShrink: 0 }}>
      <Words theme={deck.theme} size={type.label} colour={colours.quiet} leading={1.2} align="center" w={d - 0.6}>
        {text}
      </Words>
    </View>
  );
}

/** A box to tally votes in: strokes by hand, a number in a form. */
export function VoteField({ field, w }: FieldProps) {
  const { line, gap, colours } = usePage();
  const box = w * 0.3;
  const frame = { borderWidth: 0.8, borderColor: colours.hairline, borderRadius: pt(1.5) };
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center', width: pt(w), columnGap: pt(gap), flexShrink: 0 }}>
      <FieldLabel field={field} w={w - box - gap} />
      <View id={fieldId(field)} style={{ width: pt(box), height: pt(line), ...frame }} />
    </View>
  );
}

/** Diameter of an office's round sticker. */
const STICKER: Mm = 12;

/** Round places for stickers of 12 mm, as many in a row as fit. */
export function DotsField({ field, w }: FieldProps) {
  const { colours } = usePage();
  const count = Number(said(field, 'count'));
  const ring = { width: pt(STICKER), height: pt(STICKER) };
  return (
    <View style={{ width: pt(w), flexShrink: 0 }}>
      <FieldLabel field={field} w={w} />
      <View
        id={fieldId(field)}
        style={{ flexDirection: 'row', flexWrap: 'wrap', width: pt(w), gap: pt(2), marginTop: 4 }}
      >
        {Array.from({ length: count }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places are alike
          <Svg key={at} viewBox="0 0 12 12" style={ring}>
            <Circle cx={6} cy={6} r={5.9} fill="none" stroke={colours.hairline} strokeWidth={0.2} />
          </Svg>
        ))}
      </View>
    </View>
  );
}

/** How much larger a place is than its card, both sides together. */
const AIR: Mm = 2;

/** Least space between two places. */
const LEAST: Mm = 2;

/** Places for cards at their size, side by side; their labels above them. */
export function CardPlaces({ fields, w }: { fields: readonly Element[]; w: Mm }) {
  const { format, gap } = usePage();
  const width = format.width + AIR;
  const fit = Math.max(1, Math.floor((w + LEAST) / (width + LEAST)));
  const many = Math.min(fit, fields.length);
  const spare = many < 2 ? 0 : (w - many * width) / (many - 1);
  return (
    <View
      style={{
        flexDirection: 'row',
        flexWrap: 'wrap',
        width: pt(w + 0.1),
        columnGap: pt(Math.min(spare, 5 * gap)),
        rowGap: pt(gap),
      }}
    >
      {fields.map((field) => (
        <CardPlace key={fieldId(field)} field={field} w={width} />
      ))}
    </View>
  );
}

function CardPlace({ field, w }: FieldProps) {
  const { format, colours } = usePage();
  const frame = {
    ...{ width: pt(w), height: pt(format.height + AIR), borderWidth: 1.1, borderStyle: 'dashed' as const },
    ...{ borderColor: colours.accent, borderRadius: pt(format.radius + AIR / 2), flexShrink: 0 },
  };
  return (
    <View style={{ width: pt(w), flexShrink: 0 }}>
      <FieldLabel field={field} w={w} />
      <View id={fieldId(field)} style={{ ...frame, marginTop: mm(3) }} />
    </View>
  );
}

/** Something with a frame around it. */
export function Framed({ w, children }: { w: Mm; children: ReactNode }) {
  const { colours, gap } = usePage();
  const frame = { borderWidth: 1.4, borderColor: colours.accent, borderRadius: pt(3), padding: pt(gap * 0.8) };
  return <View style={{ width: pt(w), flexShrink: 0, ...frame }}>{children}</View>;
}
