// A cell that begins with = + - @ or a tab is a formula to a spreadsheet program, and can do harm. An apostrophe before it makes
// it a text. A text that begins with apostrophes before such a sign gets one more, so that reading takes off just what writing
// put on.

/** A text as it may stand in a cell. */
export function harmless(text: string): string {
  return /^'*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** The text that was made harmless. */
export function restored(text: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/u.test(text) ? text.slice(1) : text;
}
