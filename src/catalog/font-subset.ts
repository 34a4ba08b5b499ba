/** The characters of plain English as a `unicode-range`: ASCII, dashes, quotes, bullet, ellipsis, angles, arrows, minus. */
export const ENGLISH =
  'U+0020-007E,U+00A0,U+00B7,U+00D7,U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+2039-203A,U+2190-2193,U+2212';

/** The characters of a range as `unicode-range` writes it. */
export function charactersOf(range: string): string {
  const parts = range.split(',').map((part) => part.replace('U+', '').split('-'));
  return parts
    .flatMap(([from = '', to = from]) => {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
    })
    .join('');
}

/** A font with the glyphs for some characters alone. One that HarfBuzz can't read is whole. */
export async function subset(font: Uint8Array, characters: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  const bytes = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  return await subsetFont(bytes, characters, { targetFormat: 'sfnt' }).catch(() => font);
}
