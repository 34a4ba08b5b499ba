/** A card as far as a text may name it. */
interface Nameable {
  id: string;
  code: string;
  title: string;
}

/**
 * The cards that a text names, by code, by title, by both, or by id: `AUD 1 New Member, aud2`. Parts stand apart by a comma, a
 * semicolon, a slash or a line.
 */
export function cardsNamed(text: string, cards: readonly Nameable[]): { found: string[]; unknown: string[] } {
  const whole = named(text, cards);
  if (whole) return { found: [whole.id], unknown: [] };
  const parts = text.split(/[,;/\n]/u).map((part) => part.trim());
  const read = parts.filter((part) => part !== '').map((part) => ({ part, card: named(part, cards) }));
  return {
    found: [...new Set(read.flatMap(({ card }) => card?.id ?? []))],
    unknown: read.flatMap(({ part, card }) => (card ? [] : [part])),
  };
}

function named(text: string, cards: readonly Nameable[]): Nameable | undefined {
  const wanted = folded(text);
  return cards.find(({ id, code, title }) =>
    [code, title, `${code} ${title}`, id].some((name) => name !== '' && folded(name) === wanted),
  );
}

/** Small letters without spaces: `AUD 1` and `aud1` are one code. */
function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, '');
}
