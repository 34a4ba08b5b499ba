import { z } from 'zod';
import { quoted, text } from '../../src/model/fields.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import { type Mm, mm } from '../../src/model/units.ts';
import { Drawing, Mark, rounded, Shape, Stroke } from '../parts/art.tsx';
import { Back as SuitBack } from '../parts/back.tsx';
import { At, Ground, Words } from '../parts/base.tsx';
import { blankable } from '../parts/blank.tsx';
import { familyOf, mix, paletteOf, suitOf } from '../parts/colour.ts';
import { word } from '../parts/fields.ts';
import { Corners } from '../parts/front.tsx';
import { Circle } from '../parts/primitives.ts';
import { ribbon, scallop } from '../parts/seal.ts';
import { Heading } from '../parts/sheet.tsx';
import { between, LEAST_CARD, sizesOf } from '../parts/size.ts';
import { Balanced } from '../parts/type.tsx';

/** A certificate on the kitchen wall: a seal, an order, and the question to pass. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const [heading, question] = [format.height * 0.415, format.height * 0.65];
  return (
    <Ground format={format} colour={palette.ground}>
      <Certificate {...{ card, deck, format }} />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.accent} inset={1.8} />
      <Heading
        {...{ card, deck, sizes, palette }}
        kicker={`${suitOf(card, deck).one} · ${familyOf(card, deck)?.name ?? ''}`}
        y={heading}
        h={question - heading - 1}
        align="center"
        inset={1.6}
      />
      <Question {...{ card, deck, format }} y={question} />
    </Ground>
  );
}

/** The framed paper, and the glyph on a seal with a ribbon. */
function Certificate({ card, deck, format }: FaceProps) {
  const { accent, paper } = paletteOf(card, deck);
  const { width, height } = format;
  const inset = 3.2;
  const seal = { x: width / 2, y: height * 0.225, r: width * 0.15 };
  const frame = (by: Mm, r: Mm) => rounded({ x: by, y: by, width: width - 2 * by, height: height - 2 * by }, r);
  return (
    <>
      <Drawing format={format}>
        <Shape d={frame(inset, 2)} colour={paper} />
        <Stroke d={frame(inset + 0.9, 1.3)} colour={accent} width={0.2} />
        <Shape d={ribbon(seal.x, seal.y, seal.r)} colour={mix(accent, paper, 0.35)} />
        <Shape d={scallop(seal.x, seal.y, seal.r)} colour={accent} />
        <Circle
          cx={seal.x}
          cy={seal.y}
          r={seal.r * 0.82}
          stroke={mix(accent, paper, 0.6)}
          strokeWidth={0.2}
          fill="none"
        />
      </Drawing>
      <Mark deck={deck} name={card.glyph} x={seal.x} y={seal.y} size={seal.r * 0.98} colour={paper} stroke={1.4} />
    </>
  );
}

/** The question to pass, the law behind it, and when that was last looked up: law changes, and a printed card does not. */
function Question({ card, deck, format, y }: FaceProps & { y: Mm }) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { height } = format;
  const w = sizes.column - 4;
  const lines = [word(card, 'law'), word(card, 'checked')].filter((line) => line !== '');
  const law = height - sizes.margin - 1.4 - lines.length * mm(sizes.foot * 1.2);
  return (
    <>
      <At x={sizes.margin + 2} y={y} w={w} h={law - 1 - y} justify="center" area="question">
        <Balanced
          deck={deck}
          w={w}
          align="center"
          colour={palette.accent}
          size={between(format, 9.4, 10.8)}
          weight={600}
          leading={1.24}
        >
          {word(card, 'question')}
        </Balanced>
      </At>
      <At x={sizes.margin} y={law} w={sizes.column}>
        {lines.map((line) => (
          <Words
            key={line}
            theme={deck.theme}
            size={sizes.foot}
            colour={palette.quiet}
            align="center"
            leading={1.2}
            w={sizes.column}
          >
            {line}
          </Words>
        ))}
      </At>
    </>
  );
}

export default blankable({
  least: LEAST_CARD,
  fields: { group: z.string(), law: z.string(), checked: text().optional(), question: quoted(text()) },
  budgets: { question: 80, law: 45, checked: 40 },
  sections: { Pass: { budget: 80 }, Fail: { budget: 80 }, 'Do now': { budget: 80 }, Refs: { budget: 76 } },
  Front,
  Back: (props) => <SuitBack {...props} size={sizesOf(props.format).roomy} strong={['Do now']} />,
});
