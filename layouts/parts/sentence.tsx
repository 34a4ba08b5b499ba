import type { Element, ElementContent } from 'hast';
import { SPACES } from '../../src/model/spaces.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Words } from './base.tsx';
import { attributeOf, fieldId } from './blanks.tsx';
import { usePage } from './page.tsx';
import { View } from './primitives.ts';
import { textOf } from './tree.ts';

/** A gap's width where it names none. */
const GAP: Mm = 46;

/** A sentence with gaps to fill in, in the display face: each word and gap is an element of its own, so that lines break between them. */
export function Sentence({ node, w }: { node: Element; w: Mm }) {
  const { type, line } = usePage();
  const style = {
    columnGap: type.lead * 0.28,
    rowGap: pt(line * 0.25),
    alignItems: 'flex-end' as const,
    flexShrink: 0,
  };
  return (
    <View style={{ flexDirection: 'row', flexWrap: 'wrap', width: pt(w), ...style }}>
      {joined(node.children.flatMap(piecesOf)).map((pieces, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <View key={at} style={{ flexDirection: 'row', alignItems: 'flex-end', flexShrink: 0 }}>
          {pieces.map((piece) =>
            typeof piece === 'string' ? <Word key={piece}>{piece}</Word> : <Gap key={fieldId(piece)} field={piece} />,
          )}
        </View>
      ))}
    </View>
  );
}

/** Pieces with the stop or comma that follows them. */
function joined(pieces: readonly (string | Element)[]): (string | Element)[][] {
  const groups: (string | Element)[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last && typeof piece === 'string' && /^[,.;:!?]/u.test(piece)) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** The words and the gaps of a sentence. */
function piecesOf(child: ElementContent): (string | Element)[] {
  if (child.type === 'element' && child.tagName === 'Blank') return [child];
  const words = child.type === 'comment' ? '' : textOf(child);
  return words.split(SPACES).filter((word) => word !== '');
}

function Word({ children }: { children: string }) {
  const { deck, type, colours } = usePage();
  return (
    <View style={{ flexShrink: 0, paddingBottom: type.label * 1.25 }}>
      <Words theme={deck.theme} display size={type.lead} colour={colours.ink} leading={1.2}>
        {children}
      </Words>
    </View>
  );
}

/** A line to write on, with its label in small letters below it. */
function Gap({ field }: { field: Element }) {
  const { deck, type, line, colours } = usePage();
  const w = Number(attributeOf(field, 'width') || GAP);
  const rule = { height: pt(Math.max(7, line * 0.8)), borderBottomWidth: 0.8, borderBottomColor: colours.ink };
  return (
    <View style={{ width: pt(w), flexShrink: 0 }}>
      <View id={fieldId(field)} style={{ width: pt(w), ...rule }} />
      <Words theme={deck.theme} size={type.label} colour={colours.quiet} leading={1.2} w={w}>
        {attributeOf(field, 'label')}
      </Words>
    </View>
  );
}
