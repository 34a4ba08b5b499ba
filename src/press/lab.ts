import type { Inks } from './inks.ts';

/** L*, a*, b*: how a color looks. */
export type Lab = readonly [number, number, number];

/** The part of CIEDE2000 that is lightness: two colors are at least so far apart. */
export function lightnessApart([one]: Lab, [other]: Lab): number {
  const fromMiddle = ((one + other) / 2 - 50) ** 2;
  return Math.abs(other - one) / (1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle));
}

/** CIEDE2000: about 1 is the least difference that people see between two fields side by side (Sharma, Wu, Dalal 2005). */
export function deltaE(one: Lab, other: Lab): number {
  const [[, a1, b1], [, a2, b2]] = [one, other];
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7))) / 2;
  const [x1, x2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const [h1, h2] = [hue(x1, b1), hue(x2, b2)];
  const turn = c1 * c2 === 0 ? 0 : around(h2 - h1);
  const meanH = c1 * c2 === 0 ? h1 + h2 : around(h1 + turn / 2);
  const [dc, dh] = [c2 - c1, 2 * Math.sqrt(c1 * c2) * sin(turn / 2)];
  const meanC = (c1 + c2) / 2;
  const t = 1 - 0.17 * cos(meanH - 30) + 0.24 * cos(2 * meanH) + 0.32 * cos(3 * meanH + 6) - 0.2 * cos(4 * meanH - 63);
  const [sc, sh] = [1 + 0.045 * meanC, 1 + 0.015 * meanC * t];
  const blue = Math.exp(-((around(meanH - 275) / 25) ** 2));
  const rt = -2 * Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)) * sin(60 * blue);
  const [l, c, h] = [lightnessApart(one, other), dc / sc, dh / sh];
  return Math.sqrt(l * l + c * c + h * h + rt * c * h);
}

/** In degrees. */
function hue(a: number, b: number): number {
  return (Math.atan2(b, a) * 180) / Math.PI;
}

/** Any angle as one from -180 to 180. */
function around(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function cos(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

/** sRGB, 0 to 255, as it looks (IEC 61966-2-1; the light of the screen is white). */
export function labOfRgb(rgb: readonly [number, number, number]): Lab {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const [x, y, z] = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ].map((one) => (one > 216 / 24_389 ? Math.cbrt(one) : ((24_389 / 27) * one) / 116 + 16 / 116)) as [
    number,
    number,
    number,
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Samples of a row of inks as a TIFF with the profile that says how they look: the one way to hand sharp CMYK without loss. */
export function tiffOf(inks: readonly Inks[], profile: Uint8Array): Uint8Array {
  const [type, entries] = [{ short: 3, long: 4, bytes: 7 }, 11];
  const bits = 8 + 2 + 12 * entries + 4;
  const icc = bits + 8;
  const data = icc + profile.length + (profile.length % 2);
  const bytes = new Uint8Array(data + 4 * inks.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 8, 0, 0, 0, entries, 0]);
  // Width, height, bits a sample, uncompressed, CMYK, where the data is, samples, rows, bytes, inks are CMYK, profile (TIFF 6.0).
  const tags: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, type.long, 1, inks.length],
    [257, type.long, 1, 1],
    [258, type.short, 4, bits],
    [259, type.short, 1, 1],
    [262, type.short, 1, 5],
    [273, type.long, 1, data],
    [277, type.short, 1, 4],
    [278, type.long, 1, 1],
    [279, type.long, 1, 4 * inks.length],
    [332, type.short, 1, 1],
    [34_675, type.bytes, profile.length, icc],
  ];
  for (const [at, [tag, kind, count, value]] of tags.entries()) {
    view.setUint16(10 + 12 * at, tag, true);
    view.setUint16(12 + 12 * at, kind, true);
    view.setUint32(14 + 12 * at, count, true);
    view.setUint32(18 + 12 * at, value, true);
  }
  for (let ink = 0; ink < 4; ink += 1) view.setUint16(bits + 2 * ink, 8, true);
  bytes.set(profile, icc);
  bytes.set(inks.flat(), data);
  return bytes;
}
