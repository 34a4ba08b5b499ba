// A second opinion on colour: what CMYK looks like, read from a press profile's own table and not by LittleCMS.

/** L*, a*, b*. */
export type Lab = [number, number, number];

/** The white that ICC profiles count from. */
const D50 = [0.9642, 1, 0.8249];

/** CIE76. */
export function difference(a: Lab, b: Lab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Inks (0–1) → Lab through the profile's `A2B1` table (lut16Type, ICC.1:2001-04, 6.5.7), by multilinear interpolation. */
export function labOf(profile: Uint8Array, inks: readonly number[]): Lab {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const at = tagAt(view, 'A2B1');
  const [inputs, outputs, grid] = [view.getUint8(at + 8), view.getUint8(at + 9), view.getUint8(at + 10)];
  const [inputEntries, outputEntries] = [view.getUint16(at + 48), view.getUint16(at + 50)];
  const table = at + 52 + 2 * inputs * inputEntries;
  const curves = table + 2 * grid ** inputs * outputs;
  const position = inks.map((ink, i) => curve(view, at + 52 + 2 * i * inputEntries, inputEntries, ink) * (grid - 1));
  const encoded = Array.from({ length: outputs }, (_, output) => {
    let sum = 0;
    for (let corner = 0; corner < 2 ** inputs; corner += 1) {
      let [weight, index] = [1, 0];
      for (let i = 0; i < inputs; i += 1) {
        const low = Math.min(grid - 2, Math.floor(position[i] ?? 0));
        const part = (position[i] ?? 0) - low;
        const high = (corner >> i) & 1;
        weight *= high ? part : 1 - part;
        index = index * grid + low + high;
      }
      if (weight > 0) sum += (weight * view.getUint16(table + 2 * (index * outputs + output))) / 65535;
    }
    return curve(view, curves + 2 * output * outputEntries, outputEntries, sum) * 65535;
  });
  const [l = 0, a = 0, b = 0] = encoded;
  return [(l / 65280) * 100, a / 256 - 128, b / 256 - 128];
}

/** As an instrument measures it: `labOf` counts from the paper's white, this from the light's. */
export function measured(profile: Uint8Array, inks: readonly number[]): Lab {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const at = tagAt(view, 'wtpt');
  const [l, a, b] = labOf(profile, inks);
  const y = (l + 16) / 116;
  const scaled = [y + a / 500, y, y - b / 200].map((one, i) => {
    const relative = one > 6 / 29 ? one ** 3 : (one - 4 / 29) * 3 * (6 / 29) ** 2;
    const ratio = (relative * (view.getInt32(at + 8 + 4 * i) / 65536)) / (D50[i] ?? 1);
    return ratio > (6 / 29) ** 3 ? Math.cbrt(ratio) : ratio / (3 * (6 / 29) ** 2) + 4 / 29;
  });
  const [fx = 0, fy = 0, fz = 0] = scaled;
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function curve(view: DataView, at: number, entries: number, value: number): number {
  const position = value * (entries - 1);
  const low = Math.min(entries - 2, Math.floor(position));
  const [from, to] = [view.getUint16(at + 2 * low), view.getUint16(at + 2 * low + 2)];
  return (from + (to - from) * (position - low)) / 65535;
}

function tagAt(view: DataView, name: string): number {
  for (let at = 132; at < 132 + 12 * view.getUint32(128); at += 12) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
    if (tag === name) return view.getUint32(at + 4);
  }
  throw new Error(`no tag ${name}`);
}
