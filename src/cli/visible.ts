/**
 * Text as a terminal may show it: control characters, which would move its cursor or change its colours, and those that turn the
 * order of what follows (U+202E), are written out, as \u{202E}. Line ends stay.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

/** Control characters but the line end; marks and switches of direction; spaces of no width; line and paragraph separators. */
const HIDDEN = /(?!\n)\p{Cc}|[\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;
