/** Something wrong with how a face came out. */
export interface Finding {
  rule:
    | 'overflow'
    | 'wide-word'
    | 'picture-overflow'
    | 'field-overflow'
    | 'overlap'
    | 'lost-text'
    | 'cut'
    | 'corner'
    | 'squeezed'
    | 'missing-glyph'
    | 'stray-mark'
    | 'missing-font'
    | 'small-text';
  /** One sentence, to follow the card's name and side. */
  message: string;
  /** The first words of the text it is about. */
  text: string;
  /** The first words of the text that it runs into. */
  into?: string;
  /** The slot whose layout is to blame. */
  slot?: 'footer';
}

const OF_PLACE: ReadonlySet<Finding['rule']> = new Set(['overflow', 'overlap', 'lost-text', 'cut', 'squeezed']);

/** Whether a finding is that something does not fit its place, and no slot's layout is to blame. */
export function isOfPlace({ rule, slot }: Finding): boolean {
  return slot === undefined && OF_PLACE.has(rule);
}

/** A text's first words. */
export function firstWords(text: string, most = 30): string {
  const folded = text.replace(/\s+/gu, ' ').trim();
  return folded.length <= most ? folded : `${folded.slice(0, most - 1).trimEnd()}…`;
}
