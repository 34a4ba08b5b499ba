import resolveStyle from '@react-pdf/stylesheet';

// The package that react-pdf resolves styles with, changed so that `flexShrink: 0` keeps a box from being squeezed. The renderer is given
// this in place of the package itself: see `src/bundle.mjs`.
export * from '@react-pdf/stylesheet';

/**
 * The renderer takes `flexShrink: 0` for “not given”, whose default is 1, and squeezes boxes that must not shrink, without a warning.
 * This number is not 0 to the renderer, but rounds to 0 in the layout engine, which counts in 32 bits.
 */
const NONE = 1e-50;

/** Styles with their shorthands, units and media queries resolved. */
export default function rigidWhereSaid(...given: Parameters<typeof resolveStyle>): ReturnType<typeof resolveStyle> {
  const style = resolveStyle(...given);
  return style.flexShrink === 0 ? { ...style, flexShrink: NONE } : style;
}
