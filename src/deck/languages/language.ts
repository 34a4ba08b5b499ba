import { z } from 'zod';
import { capitals } from '../../model/capitals.ts';
import type { DeckInLanguage } from '../../model/deck.ts';

/** Scripts that run from right to left: react-pdf sets a line's letters from the left. */
const RIGHT_TO_LEFT = 'Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa'.split(' ');
/** A language that can be printed: `de`, `pt-BR`. */
export function language() {
  return z.string().superRefine((tag, context) => {
    const message = whyNot(tag);
    if (message) context.addIssue({ code: 'custom', message });
  });
}

/** Why a language cannot be printed; undefined where it can. */
function whyNot(tag: string): string | undefined {
  if (!isTag(tag)) return 'must be a language like en-US or de';
  const script = new Intl.Locale(tag).maximize().script ?? '';
  if (RIGHT_TO_LEFT.includes(script)) {
    return `is "${tag}", which is written from right to left: the cards would be printed with their letters in the wrong order, so it is refused`;
  }
  return undefined;
}

/** Whether a text is written as the name of a language is: `de`, `pt-BR`. */
export function isTag(text: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
}

/** What a language calls itself: `Deutsch`, `English`. */
export function languageName(tag: string): string {
  const { language: code } = new Intl.Locale(tag);
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(code) ?? tag;
  return capitals(name.charAt(0), tag) + name.slice(1);
}

/** A deck in a language, with its catalog's address: the first language's catalog is the site, others are folders in it. */
export function editionIn(lang: string, source: string, without: readonly string[]): DeckInLanguage {
  return { lang, name: languageName(lang), path: lang === source ? '' : `${lang}/`, without };
}
