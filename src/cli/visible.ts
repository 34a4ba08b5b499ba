/**
 * Text that is safe to show on a terminal: control characters, which would move its cursor or change its colours, and characters
 * that reverse the order of the following ones (U+202E) are written out, as \u{202E}. Line ends stay.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}

/** Control characters but the line end; marks and switches of direction; spaces of no width; line and paragraph separators. */
const HIDDEN = /(?!\n)\p{Cc}|[\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;
