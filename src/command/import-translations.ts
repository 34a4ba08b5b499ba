import path from 'node:path';
import { ASSETS } from '../deck/assets/art.ts';
import type { CardSource } from '../deck/cards/card-file.ts';
import { isGroup } from '../deck/chain/merge.ts';
import { loadDeck } from '../deck/deck.ts';
import type { Translated } from '../deck/languages/translate.ts';
import { isFilledIn, isGiven } from '../deck/languages/translated-texts.ts';
import { readLocale } from '../deck/languages/translations.ts';
import { type PlannedCard, planned as plannedCard } from '../deck/table/check-rows.ts';
import { headingIn } from '../deck/table/columns.ts';
import type { NamedRow } from '../deck/table/match-rows.ts';
import { mergeRow } from '../deck/table/merge-row.ts';
import type { DeckAt } from '../deck/table/open-deck.ts';
import type { CardCell } from '../deck/table/rows.ts';
import { cellError, cellWarning } from '../deck/table/table.ts';
import type { Card } from '../model/card.ts';
import { lookUp } from '../model/look-up.ts';
import type { Problem } from '../model/problem.ts';
import { didYouMean } from '../model/suggest.ts';
import { UsageError } from '../model/usage.ts';
import { ignored } from '../read/files.ts';
import { type Merging, rowProblems } from './import-plan.ts';
import { beginLanguage } from './translate.ts';

/** A language that rows are imported into. */
export interface Language {
  /** Absolute path of its folder. */
  dir: string;
  /** Headings as cards name them → as this language prints them. */
  headings: Readonly<Record<string, string>>;
  cards: readonly Card[];
  /** How each card's translation stands, by id. */
  translated: ReadonlyMap<string, Translated>;
  /** The deck's own files of the language, by id, without what nobody has filled in. */
  files: ReadonlyMap<string, CardSource>;
}

/**
 * Opens a language for rows, and begins it where nobody has.
 *
 * @param dryRun true where nothing is to be written: a language that nobody has begun is then unknown
 * @throws UsageError for a text that is no language code, the deck's first language, and a deck that can't be loaded
 */
export async function openLanguage({ chain, looks }: DeckAt, lang: string, dryRun: boolean): Promise<Language> {
  if (!dryRun) await beginLanguage(chain.dir, lang);
  const loaded = await loadDeck(chain, { looks, languages: [lang], without: ASSETS });
  const found = loaded.further.find(({ deck }) => deck.lang === lang);
  const top = loaded.layers.at(-1);
  if (!found || !top)
    throw new UsageError(`${lang} is no further language of a deck that can be loaded: run npx prepdeck check`);
  const { cards } = await readLocale(lang, [top], chain.memory, ignored);
  return {
    dir: path.join(top.folder.dir, 'locales', lang),
    headings: found.deck.headings,
    cards: found.deck.cards,
    translated: new Map(found.cards.map((one) => [one.id, one])),
    files: new Map([...cards.values()].flatMap((one) => (isBegun(one) ? [[one.id, filledIn(one)]] : []))),
  };
}

/** Whether anybody has filled in a text. */
function isBegun({ front, parts }: CardSource): boolean {
  const values = isGroup(front?.value) ? Object.values(front.value) : [];
  return parts.some(isFilledIn) || values.some(isGiven);
}

function filledIn(source: CardSource): CardSource {
  return { ...source, parts: source.parts.filter(isFilledIn) };
}

/** The translation that each row gives: a new one, or what is there with the cells that have changed. */
export function planTranslations(rows: readonly NamedRow[], language: Language, merging: Merging): PlannedCard[] {
  const seen = new Set<string>();
  const strange: ReturnType<typeof strangeSections> = [];
  const planned = rows.flatMap((row) => {
    const id = row.id || numbered(row, language)?.id || '';
    const of = language.translated.get(id);
    const fault = of && !seen.has(id) ? undefined : idFault({ ...row, id }, language, seen.has(id));
    seen.add(id);
    if (fault) merging.problems.push(fault);
    if (!of || fault) return [];
    const entries = textsOf(row, of, language);
    strange.push(...strangeSections({ ...row, entries }, of, language));
    return [planOf({ ...row, id, entries }, of, language, merging)];
  });
  // One of a column says it for all.
  const headings = new Map(strange.reverse().map(({ heading, problem }) => [heading, problem]));
  merging.problems.push(...headings.values());
  return planned;
}

/** Texts of a row under headings that its card does not have, as where the first row was translated too. */
function strangeSections({ entries, table }: NamedRow, { source }: Translated, { headings }: Language) {
  const own = source.parts.flatMap(({ heading }) => [heading, lookUp(headings, heading) ?? heading]);
  return [...entries.values()].flatMap(({ target, value, place }) => {
    const heading = headingIn(target);
    if (heading === undefined || value === undefined || own.includes(heading)) return [];
    const message = `${source.file} has no section "${heading}".${didYouMean(heading, own)}`;
    const note = 'Leave the first row as the export wrote it: headings are translated under "sections" in ui.yaml.';
    const allowed = [...new Set(own)].filter((one) => one !== '');
    return [{ heading, problem: cellError(table, { ...place, rule: 'section', message, note, allowed }) }];
  });
}

/** The card of a row's suit that has the row's number. */
function numbered({ suit, entries }: NamedRow, { cards }: Language): Card | undefined {
  const number = entries.get('number')?.value;
  return number === undefined ? undefined : cards.find((card) => card.suit === suit.id && card.number === number);
}

function idFault({ id, table, place }: NamedRow, { translated }: Language, twice: boolean): Problem {
  const say = (message: string, note?: string) => cellError(table, { ...place, rule: 'id', message, note });
  const note = 'prepdeck export writes a table with the ids of all cards: translate that.';
  if (id === '') return say('It is not said which card this translates: it has no id.', note);
  if (twice) return say(`Another row is the card "${id}" already.`);
  return say(`There is no card "${id}" to translate.${didYouMean(id, translated.keys())}`, note);
}

/** The cells that hold texts, their sections under the headings of the language. */
function textsOf({ entries }: NamedRow, { keys }: Translated, { headings }: Language): NamedRow['entries'] {
  const texts = [...entries.values()].flatMap((entry): CardCell[] => {
    const heading = headingIn(entry.target);
    if (heading === undefined) return keys.includes(entry.target.split('.')[0] ?? '') ? [entry] : [];
    return [{ ...entry, target: `## ${lookUp(headings, heading) ?? heading}` }];
  });
  return new Map(texts.map((entry) => [entry.target, entry]));
}

function planOf(row: NamedRow, { hash, state }: Translated, language: Language, merging: Merging): PlannedCard {
  const source = language.files.get(row.id);
  const merged = mergeRow(row, source, lookUp(merging.map.cards, row.id), merging.prefer);
  merging.problems.push(...rowProblems(row, source, merged.conflicts));
  if (source && state === 'changed' && merged.changes.length > 0) merging.problems.push(renewed(row, source));
  const file = source?.path ?? path.join(language.dir, `${row.id}.mdx`);
  // The rules are for cards: of a translation nothing is required.
  return plannedCard({ row: { ...row, rules: {} }, source, merged, path: file, front: { source: hash } });
}

/** A translation that was old counts as made from today's texts once a cell of it has changed: nobody can tell which of them were read. */
function renewed({ table, place }: NamedRow, { file }: CardSource): Problem {
  const message = `${file} was made from older texts of its card, and counts as made from those of today now.`;
  const note = 'Read the other texts of this card again, too.';
  return cellWarning(table, { ...place, rule: 'renewed', message, note });
}
