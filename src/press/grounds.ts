import { type Inks, rgbOf } from './inks.ts';
import { deltaE, type Lab, labOfRgb, lightnessApart } from './lab.ts';

/** How inks look on paper, printed by a press, as sRGB: three bytes for each. */
export type Proof = (inks: readonly Inks[]) => Promise<Uint8Array>;

/** A light color whose inks were chosen anew. */
export interface LightGround {
  inks: Inks;
  /** How far it is from the color that the deck asks for (CIEDE2000). */
  deltaE: number;
}

/** Least lightness (L*) of a ground. */
const LIGHT = 80;
/** Grounds of this lightness (L*) and more get no black ink. */
const NO_BLACK = 90;
/** Less ink than this comes and goes from sheet to sheet: 3 % of 255, rounded up. */
const LEAST = 8;
/** The most of one ink in a ground: 30 % of 255. */
const MOST = 77;
/** How far a ground may be from its color (CIEDE2000). */
const FARTHEST = 3;

/**
 * Light grounds with few inks. A cream that a profile gives as four weak tints (1.6 / 2.4 / 8.6 / 3.1 %) drifts from card to card and
 * looks dirty; one or two inks of 3 % and more hold it.
 *
 * @param asked the inks of each color, by `#rrggbb`, as the profile gives them
 * @returns the colors that get other inks than the profile's, and how near these come
 */
export async function lightGrounds(asked: ReadonlyMap<string, Inks>, proof: Proof): Promise<Map<string, LightGround>> {
  const light = [...asked].filter(([hex, inks]) => needsFewer(hex, inks));
  if (light.length === 0) return new Map();
  const own = light.map(([hex, inks]) => rounded(hex, inks));
  const all = [...own.flat(), ...allMixes()];
  const looks = looksOf(await proof(all));
  const mixes = all.flatMap((inks, at): Mix[] => (looks[at] ? [{ inks, look: looks[at], count: countOf(inks) }] : []));
  const others = mixes.slice(own.flat().length);
  let at = 0;
  const grounds = light.map(([hex], index) => {
    const from = at;
    at += own[index]?.length ?? 0;
    const wanted = labOfRgb(rgbOf(hex));
    return [hex, best(wanted, [...mixes.slice(from, at), ...(wanted[0] < NO_BLACK ? [] : others)])] as const;
  });
  return new Map(grounds.flatMap(([hex, ground]) => (ground ? [[hex, ground] as const] : [])));
}

/** Inks, how they look, and how many of them there are. */
interface Mix {
  inks: Inks;
  look: Lab;
  count: number;
}

function countOf(inks: Inks): number {
  return inks.filter((one) => one > 0).length;
}

/** True of a light color with an ink that is too weak, or with black where none should be. */
function needsFewer(hex: string, inks: Inks): boolean {
  const lightnessOf = lightness(hex);
  if (lightnessOf < LIGHT || Math.max(...inks) < LEAST) return false;
  return inks.some((one) => one > 0 && one < LEAST) || (lightnessOf >= NO_BLACK && inks[3] > 0);
}

function lightness(hex: string): number {
  return labOfRgb(rgbOf(hex))[0];
}

/** The profile's own inks, each weak one left out or raised to the least, and without black in the lightest colors. */
function rounded(hex: string, inks: Inks): Inks[] {
  const choices = inks.map((one, ink) => {
    if (ink === 3 && lightness(hex) >= NO_BLACK) return [0];
    return one > 0 && one < LEAST ? [0, LEAST] : [one];
  });
  const [cs = [], ms = [], ys = [], ks = []] = choices;
  return cs.flatMap((c) => ms.flatMap((m) => ys.flatMap((y) => ks.map((k): Inks => [c, m, y, k]))));
}

/** Mixes of one, two and three inks: in fine steps of one, in coarse steps of three. */
function allMixes(): Inks[] {
  const steps = (by: number) => Array.from({ length: Math.ceil((MOST - LEAST) / by) }, (_, at) => LEAST + at * by);
  const [fine, medium, coarse] = [steps(1), steps(2), steps(4)];
  const two = medium.flatMap((a) => medium.map((b) => [a, b] as const));
  return [
    ...fine.flatMap((a): Inks[] => [
      [a, 0, 0, 0],
      [0, a, 0, 0],
      [0, 0, a, 0],
    ]),
    ...two.flatMap(([a, b]): Inks[] => [
      [a, b, 0, 0],
      [a, 0, b, 0],
      [0, a, b, 0],
    ]),
    ...coarse.flatMap((a) => coarse.flatMap((b) => coarse.map((c): Inks => [a, b, c, 0]))),
  ];
}

function looksOf(rgb: Uint8Array): Lab[] {
  return Array.from({ length: rgb.length / 3 }, (_, at) => {
    const [r = 0, g = 0, b = 0] = rgb.subarray(3 * at, 3 * at + 3);
    return labOfRgb([r, g, b]);
  });
}

/** The mix to print: among those near enough the one with the fewest inks, then the nearest; if none is near enough, the nearest. */
function best(wanted: Lab, mixes: readonly Mix[]): LightGround | undefined {
  for (const few of [1, 2, 3]) {
    const found = nearest(
      wanted,
      mixes.filter(({ count }) => count === few),
    );
    if (found && found.deltaE <= FARTHEST) return found;
  }
  return nearest(
    wanted,
    mixes.filter(({ count }) => count > 0),
  );
}

function nearest(wanted: Lab, mixes: readonly Mix[]): LightGround | undefined {
  let found: LightGround | undefined;
  for (const { inks, look } of mixes) {
    // Most mixes are too dark or too light by far. To compare each in full takes a second and a half.
    if (found && lightnessApart(wanted, look) > found.deltaE) continue;
    const far = deltaE(wanted, look);
    if (!found || far < found.deltaE) found = { inks, deltaE: far };
  }
  return found;
}
