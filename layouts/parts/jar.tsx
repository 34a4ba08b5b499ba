import type { Deck } from '../../src/model/deck.ts';
import type { Format } from '../../src/model/faces.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { Rect } from '../../src/model/sheets.ts';
import type { Mm } from '../../src/model/units.ts';
import { Drawing, rounded, Shape, Stroke } from './art.tsx';
import { colourOf, mix } from './colour.ts';
import type { Sizes } from './size.ts';

/** The places of a jar's parts on a face. */
interface JarPlan {
  lid: Rect;
  body: Rect;
  label: Rect;
  /** The lowest that text under the label may reach. */
  bottom: Mm;
}

/** The plan of a jar that fills a face. */
export function jarOf({ width, height }: Format, { margin }: Sizes): JarPlan {
  const body = { x: margin + 1.6, y: height * 0.185, width: width - 2 * margin - 3.2, height: height * 0.75 };
  const lid = { x: width * 0.24, y: height * 0.1, width: width * 0.52, height: height * 0.075 };
  const label = { x: body.x, y: body.y + height * 0.075, width: body.width, height: height * 0.54 };
  return { lid, body, label, bottom: body.y + body.height - 1 };
}

/** The pattern along a lid: rows at shares of its height, dashes in mm. */
interface Knurl {
  rows: readonly number[];
  width: Mm;
  on: Mm;
  off: Mm;
  cap?: 'round';
}

/** The lid of each kind, by which jars are told apart in black and white too. */
const LIDS: Readonly<Record<string, Knurl>> = {
  audience: { rows: [0.5], width: 1.6, on: 0.01, off: 3.3, cap: 'round' },
  context: { rows: [0.5], width: 3.6, on: 0.7, off: 1.4 },
  content: { rows: [0.34, 0.66], width: 0.5, on: 100, off: 1 },
  element: { rows: [0.32, 0.68], width: 1.5, on: 2.2, off: 2.2 },
  measure: { rows: [0.66], width: 2.2, on: 0.35, off: 1.35 },
};

/** The shoulders of each kind's glass, by which jars are told apart too. */
const SHOULDERS: Readonly<Record<string, keyof typeof OUTLINES>> = {
  audience: 'round',
  context: 'square',
  content: 'sloped',
  element: 'stepped',
  measure: 'notched',
};

/** The right half of a glass as path steps in mm, from the middle of its top; `w` and `h` are its size. */
const OUTLINES = {
  round: (w: Mm) => `h${w / 2 - 6.5}q6.5 0 6.5 6.5`,
  square: (w: Mm) => `h${w / 2 - 1}q1 0 1 1v5.5`,
  sloped: (w: Mm) => `h${w / 2 - 10}l10 6.5`,
  stepped: (w: Mm) => `h${w / 2 - 4.5}v3.2h4.5v3.3`,
  notched: (w: Mm) => `h${w / 2 - 7}l3 3.2h4v3.3`,
};

/** The outline of a glass: its right half and the same mirrored. */
function glassOf(shoulder: keyof typeof OUTLINES, { x, y, width, height }: Rect): string {
  const half = OUTLINES[shoulder](width);
  const right = `${half}v${height - 13}q0 6.5 -6.5 6.5h${6.5 - width / 2}`;
  return `M${x + width / 2} ${y}${right}M${x + width / 2} ${y}${mirrored(right)}`;
}

/** A path of relative steps, mirrored left to right. */
function mirrored(path: string): string {
  const turn = (value: number) => (value === 0 ? 0 : -value);
  return path.replace(/([hlq])([^a-z]*)/gu, (_, step: string, numbers: string) => {
    const values = numbers
      .trim()
      .split(/ |(?<=\d)(?=-)/u)
      .map(Number);
    return step + values.map((value, at) => (step === 'h' || at % 2 === 0 ? turn(value) : value)).join(' ');
  });
}

/** The lines of a lid, as many whole dashes as fit, in its middle. */
function knurlOf({ rows, width, on, off, cap }: Knurl, lid: Rect) {
  const room = lid.width - 4;
  const dashes = Math.max(0, Math.floor((room - on) / (on + off)));
  const length = Math.min(room, dashes * (on + off) + on);
  const from = lid.x + (lid.width - length) / 2;
  const d = rows.map((row) => `M${from} ${lid.y + lid.height * row}h${length}`).join('');
  return { d, width, dash: `${on} ${off}`, ...(cap === undefined ? {} : { cap }) };
}

/** A jar: lid, glass and an empty label. */
export function Jar(props: { deck: Deck; format: Format; sizes: Sizes; colour: string; kind: string }) {
  const { deck, format, sizes, colour, kind } = props;
  const { lid, body, label } = jarOf(format, sizes);
  const [jar, paper] = [colourOf(deck, 'jar'), colourOf(deck, 'paper')];
  const glass = glassOf(lookUp(SHOULDERS, kind) ?? 'round', body);
  const knurl = lookUp(LIDS, kind);
  const neck = { x: lid.x + 1.6, width: lid.width - 3.2, bottom: body.y + 1 };
  return (
    <Drawing format={format}>
      <Shape d={`M${neck.x} ${lid.y}V${neck.bottom}h${neck.width}V${lid.y}z`} colour={colour} />
      <Shape d={glass} colour={mix(jar, paper, 0.62)} />
      <Stroke d={glass} colour={colour} width={0.55} />
      <Shape d={rounded(lid, 1.3)} colour={colour} />
      {knurl === undefined ? null : <Stroke {...knurlOf(knurl, lid)} colour={mix(colour, paper, 0.6)} />}
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
