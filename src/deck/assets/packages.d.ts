// Packages without types of their own, as far as they are used here.

declare module 'fontverter' {
  export function convert(font: Buffer, to: 'sfnt'): Promise<Buffer>;
}

declare module 'subset-font' {
  interface Whole {
    keepAllGlyphs: true;
    variationAxes: Readonly<Record<string, number>>;
  }
  /** Options with a text: a font with the glyphs of its characters alone. Without one: the whole font with its axes in these places. */
  export default function subsetFont(
    ...args:
      | [font: Buffer, text: string, options: { targetFormat: 'sfnt' }]
      | [font: Buffer, text: undefined, options: Whole & { targetFormat: 'sfnt' }]
  ): Promise<Buffer>;
}
