import { hexOf, type Paint } from './inks.ts';
import type { Operation } from './operations.ts';
import { nameAt, numbers, type Reader, refuse } from './reader.ts';
import type { Space } from './resources.ts';

/** An operator that sets a colour or a colour space: remembered and taken out; any other is left as it is. */
export function setColour(reader: Reader, operation: Operation): void {
  const { operator, start, end } = operation;
  const { state } = reader;
  const side = operator === operator.toLowerCase() ? 'fill' : 'stroke';
  const lower = operator.toLowerCase();
  if (lower === 'cs') {
    const space = spaceAt(reader, operation);
    state[`${side}Space`] = space;
    state[side] = paintOf(reader, side, firstOf(space), operation);
  } else if (lower === 'sc' || lower === 'scn') {
    state[side] = paintOf(reader, side, numbers(operation.operands), operation);
  } else if (lower === 'rg' || lower === 'k' || lower === 'g') {
    const kind = ({ rg: 'rgb', k: 'cmyk', g: 'gray' } as const)[lower];
    state[`${side}Space`] = { kind, source: '' };
    state[side] = paintOf(reader, side, numbers(operation.operands), operation);
  } else return;
  reader.drawing.edits.push({ start, end });
}

/** The paint that these components mean in the current space. */
function paintOf(reader: Reader, side: 'fill' | 'stroke', values: readonly number[], operation: Operation): Paint {
  const space = reader.state[`${side}Space`];
  if (space.kind === 'rgb') return { space: 'rgb', hex: hexOf(values) };
  if (space.kind === 'gray') return { space: 'gray', level: values[0] ?? 0 };
  if (space.kind === 'cmyk') return { space: 'cmyk', inks: values };
  if (space.kind === 'unsupported') refuse(reader, space.what);
  const set = `${space.source} ${side === 'fill' ? 'cs' : 'CS'}`;
  if (operation.operator.toLowerCase() === 'cs') return { space: 'other', operators: set };
  const pattern = operation.operands.at(-1);
  if (space.kind === 'pattern' && typeof pattern === 'object' && pattern.kind === 'name') {
    reader.drawing.calls.push({ name: pattern.value, kind: 'pattern', matrix: reader.state.matrix });
  }
  const source = new TextDecoder('latin1').decode(reader.bytes.subarray(operation.start, operation.end));
  return { space: 'other', operators: `${set} ${source}` };
}

function spaceAt(reader: Reader, { operands }: Operation): Space & { source: string } {
  const name = nameAt(operands, 0);
  return { ...reader.resources.space(name), source: `/${name}` };
}

/** The first colour after a space is set: black, or the full tint of a spot colour. */
function firstOf(space: Space): number[] {
  if (space.kind === 'cmyk') return [0, 0, 0, 1];
  return space.kind === 'rgb' ? [0, 0, 0] : [0];
}
