import { FORMS, type PluralForm, rulesOf, type Word } from '../../layouts/words/forms.ts';

export type { Counted, PluralForm, Word } from '../../layouts/words/forms.ts';

/** The texts of a word, each with the name of its form: one without a name where it has no forms. */
export function textsOf(word: Word): [form: PluralForm | undefined, text: string][] {
  if (typeof word === 'string') return [[undefined, word]];
  return FORMS.flatMap((form) => (word[form] === undefined ? [] : [[form, word[form]]]));
}

/** Every form that a language has. */
export function pluralForms(lang: string): readonly PluralForm[] {
  const { pluralCategories } = rulesOf(lang).resolvedOptions();
  return FORMS.filter((form) => pluralCategories.includes(form));
}

/** Those that whole numbers of cards, minutes or people take, each with the first two such numbers: of French not `many`, for a million. */
export function usedForms(lang: string): ReadonlyMap<PluralForm, readonly number[]> {
  const rules = rulesOf(lang);
  const counts = Array.from({ length: MOST_COUNTED + 1 }, (_, count) => count);
  const found = FORMS.map(
    (form) => [form, counts.filter((count) => rules.select(count) === form).slice(0, 2)] as const,
  );
  return new Map(found.filter(([, some]) => some.length > 0));
}

/** What is beyond repeats what is before, in every language, but for millions. */
const MOST_COUNTED = 200;
