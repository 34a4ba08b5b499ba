/**
 * What is in a folder that is not there: nothing. To be called with what reading the folder threw; throws it again where the disk refuses the
 * folder, for then nobody knows what would be left out of the deck.
 */
export function noneIfAbsent(cause: unknown): [] {
  const { code } = cause as { code?: unknown };
  if (code === 'ENOENT' || code === 'ENOTDIR') return [];
  throw cause;
}
