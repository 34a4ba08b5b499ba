import type { Element } from 'hast';
import type { Mm } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { FieldLabel, type FieldProps, fieldId } from './blanks.tsx';
import { usePage } from './page.tsx';
import { View } from './primitives.ts';

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
