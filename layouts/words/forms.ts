/**
 * A word in the forms that it has beside numbers, each a category of the rules of its language (Unicode CLDR, "Plural Rules"): English has
 * `1 card` and `2 cards`, Polish `1 karta`, `2 karty` and `5 kart`. `{count}` is filled in.
 */
export interface Counted {
  zero?: string | undefined;
  one?: string | undefined;
  two?: string | undefined;
  few?: string | undefined;
  many?: string | undefined;
  /** For numbers whose own form is not there. */
  other: string;
  /** The language whose rules choose among them; left out: English. */
  lang?: string | undefined;
}

/** What is said: a text, or one in the forms that it has beside numbers. */
export type Word = string | Counted;

/** The names of forms, as Unicode has them. */
export const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** The name of a form. */
export type PluralForm = (typeof FORMS)[number];

/** The form of a word for a number. */
export function formFor(count: number, { lang, ...all }: Counted): string {
  return all[rulesOf(lang).select(count)] ?? all.other;
}

/** The rules of a language; those of English for one that nobody has written them down for: else it would be those of the computer's. */
export function rulesOf(lang = 'en'): Intl.PluralRules {
  return new Intl.PluralRules([lang, 'en']);
}
