import type { Deck, Format, Rect } from '../../src/model.ts';
import type { Mm } from '../../src/units.ts';
import { Drawing, rounded, Shape, Stroke } from './art.tsx';
import { colourOf, mix } from './colour.ts';
import type { Sizes } from './size.ts';

/** Where the parts of a jar lie on a face. */
interface JarPlan {
  lid: Rect;
  body: Rect;
  label: Rect;
  /** Where text under the label must end. */
  bottom: Mm;
}

/** The plan of a jar that fills a face. */
export function jarOf({ width, height }: Format, { margin }: Sizes): JarPlan {
  const body = { x: margin + 1.6, y: height * 0.185, width: width - 2 * margin - 3.2, height: height * 0.75 };
  const lid = { x: width * 0.24, y: height * 0.1, width: width * 0.52, height: height * 0.075 };
  const label = { x: body.x, y: body.y + height * 0.075, width: body.width, height: height * 0.54 };
  return { lid, body, label, bottom: body.y + body.height - 1 };
}

/** Dashes on the lid, by kind: a jar is told by its lid in black and white too. */
const LIDS: Readonly<Record<string, { dash?: string; rows: readonly number[]; width: Mm; cap?: 'round' }>> = {
  audience: { rows: [0.5], width: 1.6, dash: '0.01 3.3', cap: 'round' },
  context: { rows: [0.5], width: 3.6, dash: '0.7 1.4' },
  content: { rows: [0.3, 0.7], width: 0.5 },
  element: { rows: [0.34, 0.66], width: 1.5, dash: '2.2 2.2' },
  measure: { rows: [0.62], width: 2.4, dash: '0.3 1.36' },
};

/** A jar: lid, glass and an empty label. */
export function Jar(props: { deck: Deck; format: Format; sizes: Sizes; colour: string; kind: string }) {
  const { deck, format, sizes, colour, kind } = props;
  const { lid, body, label } = jarOf(format, sizes);
  const [jar, paper] = [colourOf(deck, 'jar'), colourOf(deck, 'paper')];
  const glass = rounded(body.x, body.y, body.width, body.height, 6.5);
  const weave = LIDS[kind];
  const rows = weave?.rows.map((row) => `M${lid.x + 2} ${lid.y + lid.height * row}h${lid.width - 4}`).join('');
  return (
    <Drawing format={format}>
      <Shape d={glass} colour={mix(jar, paper, 0.62)} />
      <Stroke d={glass} colour={colour} width={0.55} />
      <Shape d={rounded(lid.x, lid.y, lid.width, lid.height, 1.3)} colour={colour} />
      {weave === undefined || rows === undefined ? null : (
        <Stroke
          d={rows}
          colour={mix(colour, paper, 0.6)}
          width={weave.width}
          {...(weave.dash === undefined ? {} : { dash: weave.dash })}
          {...(weave.cap === undefined ? {} : { cap: weave.cap })}
        />
      )}
      <Shape d={`M${label.x} ${label.y}h${label.width}v${label.height}h${-label.width}z`} colour={paper} />
      <Stroke
        d={`M${label.x} ${label.y}h${label.width}M${label.x} ${label.y + label.height}h${label.width}`}
        colour={colour}
        width={0.55}
      />
      <Stroke
        d={`M${label.x} ${label.y + 1.1}h${label.width}M${label.x} ${label.y + label.height - 1.1}h${label.width}`}
        colour={colour}
        width={0.16}
      />
    </Drawing>
  );
}
