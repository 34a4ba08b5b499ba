import { BRACES } from '../../layouts/words/words.ts';

/** The names that a text has in braces, each once: of `{hero} seeks {wish}` they are hero and wish. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(BRACES)].map(([, name = '']) => name))];
}

/** A text without its names in braces. */
export function withoutNames(text: string): string {
  return text.replace(BRACES, '');
}
