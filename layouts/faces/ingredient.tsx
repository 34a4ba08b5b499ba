import { z } from 'zod';
import type { Deck } from '../../src/model/deck.ts';
import { quoted, text } from '../../src/model/fields.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import { type Mm, type Pt, pt } from '../../src/model/units.ts';
import { Drawing, Mark } from '../parts/art.tsx';
import { Back as SuitBack } from '../parts/back.tsx';
import { At, Block, Ground, Label } from '../parts/base.tsx';
import { blankable, PEN, Rules } from '../parts/blank.tsx';
import { colourOf, familyOf, paletteOf } from '../parts/colour.ts';
import { word } from '../parts/fields.ts';
import { Corners } from '../parts/front.tsx';
import { Jar, jarOf } from '../parts/jar.tsx';
import { View } from '../parts/primitives.ts';
import { LEAST_CARD, sizesOf } from '../parts/size.ts';
import { Balanced, Title } from '../parts/type.tsx';
import type { ToolWords } from '../words/words.ts';

/** How each kind enters the if-then sentence: the words before its clause. */
const SENTENCE: Readonly<Record<string, keyof ToolWords['faces']>> = {
  audience: 'beforeAudience',
  context: 'beforeContext',
  content: 'beforeContent',
  element: 'beforeElement',
  measure: 'beforeMeasure',
};

/** White space at the sides of a jar's label. */
const EDGE: Mm = 2.5;

/** A jar with a label. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { accent } = palette;
  const { label, bottom } = jarOf(format, sizes);
  const [x, w] = [label.x + EDGE, label.width - 2 * EDGE];
  const family = familyOf(card, deck);
  const before = lookUp(SENTENCE, family?.id ?? '');
  return (
    <Ground format={format} colour={colourOf(deck, 'jar')}>
      <Jar deck={deck} format={format} sizes={sizes} colour={accent} kind={family?.id ?? ''} />
      <Corners card={card} deck={deck} sizes={sizes} colour={accent} />
      <JarLabel {...{ card, deck, format }} />
      <At x={x} y={label.y + label.height} w={w} h={bottom - label.y - label.height} justify="center">
        <Balanced deck={deck} w={w} align="center" size={sizes.foot * 1.14} italic colour={accent} leading={1.2}>
          {`${before ? deck.words.faces[before] : ''} ${word(card, 'clause')}`.trim()}
        </Balanced>
      </At>
    </Ground>
  );
}

/** The content of the label: the kind, a glyph, the title in a band, and the gist. */
function JarLabel({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const { accent, paper, ink } = paletteOf(card, deck);
  const { label } = jarOf(format, sizes);
  const [x, w] = [label.x + EDGE, label.width - 2 * EDGE];
  const column = { deck, w, align: 'center' } as const;
  const band = { y: label.y + label.height * 0.5, h: label.height * 0.25 };
  return (
    <>
      <At x={x} y={label.y + 2.6} w={w}>
        <Label theme={deck.theme} size={sizes.label} colour={accent} align="center" w={w}>
          {familyOf(card, deck)?.name ?? ''}
        </Label>
      </At>
      <Mark
        deck={deck}
        name={card.glyph}
        x={format.width / 2}
        y={label.y + 5.4 + (band.y - label.y - 5.4) / 2}
        size={(band.y - label.y - 5.4) * 0.86}
        colour={accent}
      />
      <Block x={label.x} y={band.y} w={label.width} h={band.h} colour={accent} />
      <At x={x} y={band.y} w={w} h={band.h} justify="center">
        <Title {...column} sizes={sizes.titles} further={sizes.tight.slice(3)} h={band.h} centred colour={paper}>
          {card.title}
        </Title>
      </At>
      <At x={x} y={band.y + band.h + 0.6} w={w} h={label.y + label.height - band.y - band.h - 1.2} justify="center">
        <Balanced {...column} size={sizes.gist} colour={ink} leading={1.22}>
          {card.gist}
        </Balanced>
      </At>
    </>
  );
}

/** How high the boxes are: two rows, and air above. */
const BOXES: Mm = 13;

/** What a group marks in the pantry: whether they have it, need it or cannot use it, in which system it is, and whose it is. */
function Back(props: FaceProps) {
  const { card, deck, format } = props;
  const sizes = sizesOf(format);
  const { accent, hairline } = paletteOf(card, deck);
  const { have, need, cannotUse, system, owner } = deck.words.faces;
  const ink = { theme: deck.theme, size: sizes.label, colour: accent };
  const row = { flexDirection: 'row', alignItems: 'center', flexShrink: 0, width: pt(sizes.column) } as const;
  const boxes = (
    <View style={{ width: pt(sizes.column), flexShrink: 0 }}>
      <View style={row}>
        <Tick {...ink}>{have}</Tick>
        <Tick {...ink}>{need}</Tick>
        <ToWrite {...ink} line={hairline}>
          {owner}
        </ToWrite>
      </View>
      <View style={{ ...row, marginTop: pt(2.4) }}>
        <Tick {...ink}>{cannotUse}</Tick>
        <ToWrite {...ink} line={hairline}>
          {system}
        </ToWrite>
      </View>
    </View>
  );
  return <SuitBack {...props} size={sizes.roomy} strong={['Data needed']} below={{ h: BOXES, node: boxes }} />;
}

interface MarkProps {
  theme: Deck['theme'];
  size: Pt;
  colour: string;
  children: string;
}

/** A box to tick, with its word. */
function Tick(props: MarkProps) {
  const box = { width: pt(3), height: pt(3), borderWidth: 0.6, borderColor: props.colour, marginRight: pt(1.2) };
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center', flexShrink: 0, marginRight: pt(3) }}>
      <View style={box} />
      <Label {...props} />
    </View>
  );
}

/** A word and a line to write on, to the end of the row. */
function ToWrite({ line, ...word }: MarkProps & { line: string }) {
  const rule = { borderBottomWidth: 0.4, borderBottomColor: line, flexGrow: 1, marginLeft: pt(1.4) };
  return (
    <View style={{ flexDirection: 'row', alignItems: 'flex-end', flexShrink: 0, flexGrow: 1 }}>
      <Label {...word} />
      <View style={rule} />
    </View>
  );
}

/** An empty jar with a label to write on. */
function EmptyJar({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { label } = jarOf(format, sizes);
  const [x, w] = [label.x + 4, label.width - 8];
  return (
    <Ground format={format} colour={colourOf(deck, 'jar')}>
      <Jar deck={deck} format={format} sizes={sizes} colour={palette.accent} kind="" />
      <At x={x} y={label.y + 2.6} w={w}>
        <Label theme={deck.theme} size={sizes.label} colour={palette.accent} align="center" w={w}>
          {card.title}
        </Label>
      </At>
      <Drawing format={format}>
        <Rules
          {...{ x, w, by: PEN, colour: palette.hairline }}
          y={label.y + 4.5}
          count={Math.floor((label.height - 7) / PEN)}
        />
      </Drawing>
    </Ground>
  );
}

export default blankable(
  {
    least: LEAST_CARD,
    fields: { kind: z.string(), clause: quoted(text()) },
    budgets: { clause: 60 },
    sections: { Definition: { budget: 80 }, 'Data needed': { budget: 55 }, 'Mix with': { budget: 45 } },
    Front,
    Back,
  },
  EmptyJar,
);
