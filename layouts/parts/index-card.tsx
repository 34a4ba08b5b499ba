import { FACE_BLEED } from '../../src/model/faces.ts';
import type { FaceProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { Drawing, Stroke } from './art.tsx';
import { Block } from './base.tsx';
import { colourOf, mix } from './colour.ts';

interface IndexCardProps extends Pick<FaceProps, 'deck' | 'format'> {
  /** Height of the head above the red line. */
  head: Mm;
  /** Distance of the ruled lines. */
  spacing: Mm;
}

/** An index card: paper, a red line under the head, blue rules below it. */
export function IndexCardPaper({ deck, format, head, spacing }: IndexCardProps) {
  const [left, right] = [-FACE_BLEED, format.width + FACE_BLEED];
  const count = Math.floor((format.height + FACE_BLEED - head) / spacing);
  const rules = Array.from({ length: count }, (_, index) => `M${left} ${head + (index + 1) * spacing}H${right}`);
  const rule = mix(colourOf(deck, 'rule'), colourOf(deck, 'paper'), 0.25);
  return (
    <>
      <Block
        x={-FACE_BLEED}
        y={-FACE_BLEED}
        w={right - left}
        h={format.height + 2 * FACE_BLEED}
        colour={colourOf(deck, 'paper')}
      />
      <Drawing format={format}>
        <Stroke d={rules.join('')} colour={rule} width={0.16} />
        <Stroke d={`M${left} ${head}H${right}`} colour={colourOf(deck, 'margin')} width={0.4} />
      </Drawing>
    </>
  );
}
