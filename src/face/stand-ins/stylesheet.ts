import resolveStyle from '@react-pdf/stylesheet';

// What react-pdf resolves styles with, but that `flexShrink: 0` keeps a box from being squeezed. The renderer is given this in
// place of its own package: see `src/bundle.mjs`.
export * from '@react-pdf/stylesheet';

/**
 * The renderer takes a 0 for “nothing said”, which is 1: boxes that must not shrink do, unseen. This is none to it, and is 0
 * to the engine behind it, which counts in 32 bits.
 */
const NONE = 1e-50;

/** Styles with their shorthands, units and media queries resolved. */
export default function rigidWhereSaid(...given: Parameters<typeof resolveStyle>): ReturnType<typeof resolveStyle> {
  const style = resolveStyle(...given);
  return style.flexShrink === 0 ? { ...style, flexShrink: NONE } : style;
}
