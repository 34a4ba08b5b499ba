import { z } from 'zod';
import type { Format } from '../../src/model/faces.ts';
import { text } from '../../src/model/fields.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { Drawing, Mark, Shape, Stroke } from '../parts/art.tsx';
import { Back as SuitBack } from '../parts/back.tsx';
import { At, Ground } from '../parts/base.tsx';
import { blankable } from '../parts/blank.tsx';
import { familyOf, mix, paletteOf, suitOf } from '../parts/colour.ts';
import { listOf, word } from '../parts/fields.ts';
import { Corners, UnderLabel } from '../parts/front.tsx';
import { Heading } from '../parts/sheet.tsx';
import { LEAST_CARD, sizesOf } from '../parts/size.ts';

/** A place card on the table: who sits here. */
function Front({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { width, height } = format;
  const tent = tentOf(format);
  const kicker = [suitOf(card, deck).one, familyOf(card, deck)?.name ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <Ground format={format} colour={palette.ground}>
      <Tent {...{ card, deck, format }} />
      <Mark
        deck={deck}
        name={card.glyph}
        x={width / 2}
        y={tent.fold + height * 0.105}
        size={height * 0.13}
        colour={palette.accent}
        stroke={1.25}
      />
      <Corners card={card} deck={deck} sizes={sizes} colour={palette.onGround} />
      <Heading
        {...{ card, deck, sizes, palette }}
        kicker={kicker}
        y={tent.fold + height * 0.185}
        h={tent.bottom - tent.fold - height * 0.185 - 3}
        inset={5}
        further={[(sizes.titles[0] ?? 16) * 0.86]}
        align="center"
      />
      <Brings {...{ card, deck, format }} />
    </Ground>
  );
}

/** The place of the folded card: its edges on the trim, and its fold. */
function tentOf(format: Format): { top: Mm; fold: Mm; bottom: Mm; left: Mm; right: Mm } {
  const { width, height } = format;
  const { margin } = sizesOf(format);
  return { top: height * 0.2, fold: height * 0.26, bottom: height * 0.745, left: margin, right: width - margin };
}

/** The folded card, with a line around its front. */
function Tent({ card, deck, format }: FaceProps) {
  const { accent, paper, ink } = paletteOf(card, deck);
  const tent = tentOf(format);
  const shade = mix(accent, ink, 0.45);
  return (
    <Drawing format={format}>
      <Shape d={`M${tent.left + 1} ${tent.bottom}H${tent.right - 1}l-3.5 3.4H${tent.left + 4.5}z`} colour={shade} />
      <Shape
        d={`M${tent.left + 4} ${tent.top}H${tent.right - 4}L${tent.right - 1.6} ${tent.fold}H${tent.left + 1.6}z`}
        colour={mix(paper, accent, 0.28)}
      />
      <Shape
        d={`M${tent.left + 1.6} ${tent.fold}H${tent.right - 1.6}L${tent.right} ${tent.bottom}H${tent.left}z`}
        colour={paper}
      />
      <Stroke
        d={`M${tent.left + 4.6} ${tent.fold + 2.6}H${tent.right - 4.6}L${tent.right - 3} ${tent.bottom - 1.8}H${tent.left + 3}z`}
        colour={mix(accent, paper, 0.45)}
        width={0.2}
      />
    </Drawing>
  );
}

/** What the person who sits here brings to the table. */
function Brings({ card, deck, format }: FaceProps) {
  const sizes = sizesOf(format);
  const palette = paletteOf(card, deck);
  const { height } = format;
  const { margin, column } = sizes;
  return (
    <At x={margin} y={height * 0.805} w={column} h={height * 0.195 - margin} justify="center" area="brings">
      <UnderLabel {...{ deck, sizes, palette }} label={deck.words.faces.brings} gap={0.6} leading={1.24}>
        {word(card, 'brings')}
      </UnderLabel>
    </At>
  );
}

function Back(props: FaceProps) {
  const facts = [{ name: props.deck.words.faces.owns, entries: listOf(props.card, 'owns') }];
  return <SuitBack {...props} size={sizesOf(props.format).roomy} strong={['First question']} facts={facts} />;
}

export default blankable({
  least: LEAST_CARD,
  fields: { seat: z.string(), owns: z.array(text()).min(1).max(5), brings: text() },
  budgets: { brings: 55, 'owns.*': 24 },
  sections: {
    'Speaks for': { budget: 75 },
    Decides: { budget: 70 },
    'First question': { budget: 75 },
    Watch: { budget: 60 },
  },
  Front,
  Back,
});
