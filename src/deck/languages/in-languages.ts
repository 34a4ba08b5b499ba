import { textsOfDay } from '../../model/day.ts';
import type { Deck } from '../../model/deck.ts';
import { type Problem, ruleOf, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { UsageError } from '../../model/usage.ts';
import type { WordPlace } from '../../model/word-place.ts';
import type { Report } from '../../read/files.ts';
import { type Memory, within } from '../../read/memory.ts';
import type { Located } from '../../read/yaml.ts';
import { assemble, type CommonParts } from '../assemble.ts';
import { composerAsked } from '../cards/composer.ts';
import { type Layer, topOf } from '../chain/layer.ts';
import type { Stack } from '../chain/stack-types.ts';
import type { KitStack } from '../kit/stack-kit.ts';
import { type TranslatedPage, translateKit } from '../kit/translate.ts';
import { checkGoals, ownUi } from './check-goals.ts';
import { checkHeadings } from './check-headings.ts';
import { listedBy, wantedWords } from './check-ui.ts';
import { editionIn, languageName } from './language.ts';
import { type Translated, translateAll } from './translate.ts';
import { checkLocales, type Locale, localesIn, readLocale, uiFiles } from './translations.ts';
import { readUi } from './ui-words.ts';
import { type Unseen, unseenIn, withoutUnseen } from './unseen.ts';
import { wordPlaceIn } from './word-places.ts';
import type { MissingWord, Wording } from './wording.ts';

/** A deck in a further language. */
export interface InLanguage {
  deck: Deck;
  /** How each card's translation stands to the card. */
  cards: readonly Translated[];
  /** The same of boards, worksheets and chapters. */
  pages: readonly TranslatedPage[];
  /** Words that its `ui.yaml` has not. */
  lacking: readonly MissingWord[];
  /** Where its words are written that are on no card. */
  wordPlace: WordPlace;
  /** What is wrong with it that is not wrong with the deck in its first language. */
  problems: readonly Problem[];
}

/** What further languages are loaded from. */
export interface LanguageSource {
  /** In its first language. */
  deck: Deck;
  layers: readonly Layer[];
  common: CommonParts;
  stack: Stack;
  kit: KitStack;
  wording: Wording;
  deckFile: Located;
  memory: Memory;
}

/**
 * A deck in the languages that its deck.yaml names and in others that are wanted, in the order of their names.
 *
 * @throws UsageError for a language that is wanted and that there is not
 */
export async function loadLanguages(
  source: LanguageSource,
  others: readonly string[] | 'all',
  report: Report,
): Promise<InLanguage[]> {
  const { layers, wording, deckFile } = source;
  const own = wording.settings.lang;
  const known = (await localesIn(layers)).filter((lang) => lang !== own);
  checkLocales(wording.settings.languages, known, deckFile, report);
  const wanted = others === 'all' ? known : others.filter((lang) => lang !== own);
  for (const lang of wanted) if (!known.includes(lang)) throw new UsageError(unknown(lang, [own, ...known]));
  const langs = known.filter((lang) => wanted.includes(lang) || wording.settings.languages.includes(lang));
  const loaded: InLanguage[] = [];
  for (const lang of langs) loaded.push(await loadLanguage(lang, source));
  return loaded;
}

function unknown(lang: string, known: readonly string[]): string {
  return `the deck is not in the language ${lang}.${didYouMean(lang, known)} It is in: ${known.join(', ')}`;
}

async function loadLanguage(lang: string, source: LanguageSource): Promise<InLanguage> {
  const { layers, common, stack, kit, wording, memory: all } = source;
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const memory = within(lang, all);
  const locale = await readLocale(lang, layers, memory, report);
  const first = { ...wording, settings: { ...wording.settings, lang, url: urlIn(lang, wording) } };
  const unseen = memory.same('unseen', unseenIn(stack, first));
  const own = memory.recall('words', [locale.ui, wording, common.looks, common.day, unseen], report, (say) =>
    // A card was saved, mostly: all else is made anew where these are other objects.
    memory.same('words', wordsIn(locale, first, { ...common, unseen }, say)),
  );
  const { goals } = wording.settings;
  if (locale.ui) checkGoals(locale.ui, { lang, layers, goals, retired: common.retired.ids }, report);
  else if (uiFiles(lang, layers).length === 0) report(noWords(lang, layers));
  const known = headingsKnown(uiFiles(lang, layers), problems);
  checkHeadings(locale.ui, { headings: own.headings, sources: stack.sources }, report);
  const { looks } = common;
  const cards = translateAll(stack, locale, {
    ...{ suits: own.suits, headings: own.headings },
    ...{ looks, layers, retired: common.retired.ids, memory, report },
  });
  const untranslated = cards.filter((one) => one.state === 'missing').map((one) => one.id);
  const skipped = new Set(wording.settings.missing === 'skip' ? untranslated : []);
  const printed = cards.filter((one) => !skipped.has(one.id)).map((one) => one.source);
  const pages = await translateKit(kit.sources, lang, { layers, memory, ...kit }, report);
  const shown = pages.filter((one) => wording.settings.missing !== 'skip' || one.state !== 'missing');
  const texts = { sources: printed, kit: shown.map((one) => one.source), wording: own, memory };
  const { deck } = await assemble(without(skipped, { ...source, memory }), texts, report);
  const hidden = source.deck.hidden ?? [];
  const untranslatedPages = pages.filter((one) => one.state === 'missing').map(({ kind, id }) => `${kind}:${id}`);
  const found = { ...deck, hidden, untranslated, untranslatedPages };
  const wordPlace = wordPlaceIn({ ...common, ui: locale.ui });
  return {
    deck: found,
    cards,
    pages,
    lacking: own.lacking,
    wordPlace,
    problems: problems.filter(isOwn(skipped)).filter(known),
  };
}

/** Of a `ui.yaml` that is refused no heading is known: that sections of cards are called as it says is not one mistake more for each. */
function headingsKnown(files: readonly string[], problems: readonly Problem[]): (problem: Problem) => boolean {
  if (!problems.some(({ fatal, file = '' }) => fatal && files.includes(file))) return () => true;
  return (problem) => !['locale/unknown-section', 'locale/missing'].includes(ruleOf(problem));
}

/** The deck's words in a language; of those that its `ui.yaml` has not, the first language's. */
function wordsIn(
  { lang, ui }: Locale,
  first: Wording,
  common: CommonParts & { unseen: Unseen },
  report: Report,
): Wording {
  const { looks, layers } = common;
  const day = common.day ? textsOfDay(common.day) : [];
  const wanted = withoutUnseen(wantedWords(first, looks, day), common.unseen);
  if (!ui) return { ...first, lacking: wanted };
  const asked = composerAsked({ ...first, ...first.settings }, looks);
  return readUi(ui, { wording: first, wanted, asked, day, ownFile: ownUi(layers, lang) }, report);
}

/** The common parts with untranslated cards counted as hidden: a text that names one prints its code, `REC 32`, not its foreign title. */
function without(skipped: ReadonlySet<string>, { common, deck, memory }: LanguageSource): CommonParts {
  const codes = deck.cards
    .filter(({ id }) => skipped.has(id))
    .map(({ id, code, title }) => [id, code || title] as const);
  const hidden = memory.same('hidden', new Map([...common.absent.hidden, ...codes]));
  return { ...common, absent: { ...common.absent, hidden } };
}

/** False for a warning that a text names a card which is left out as untranslated: that it is left out is one warning already. */
function isOwn(skipped: ReadonlySet<string>): (problem: Problem) => boolean {
  return ({ ruleId, actual = '' }) => !(ruleId === 'hidden' && skipped.has(actual));
}

/** The catalog of a language is a folder of the first one's. */
function urlIn(lang: string, { settings: { url } }: Wording): string {
  return url === '' ? '' : `${url}${lang}/`;
}

/** A warning that labels and headings are not in the deck's language. */
export function noWords(lang: string, layers: readonly Layer[]): Problem {
  const { folder } = topOf(layers);
  const file = folder.show(`${folder.dir}/locales/${lang}/ui.yaml`);
  const message = `There is no ui.yaml: labels, headings and the catalog are not in ${languageName(lang)}.`;
  return warning({ file, rule: 'ui/missing', message, note: listedBy(lang) });
}

/** Decks that link to one another: the first language's and those that deck.yaml names. A deck in one language stays as it is. */
export function linked(deck: Deck, further: readonly InLanguage[]): { deck: Deck; further: InLanguage[] } {
  const listed = further.filter((one) => deck.languages.includes(one.deck.lang));
  if (listed.length === 0) return { deck, further: [...further] };
  const skipped = (one: Deck) => (one.missing === 'skip' ? one.untranslated : []);
  const editions = [deck, ...listed.map((one) => one.deck)].map((one) => editionIn(one.lang, deck.lang, skipped(one)));
  return {
    deck: { ...deck, editions },
    further: further.map((one) => (listed.includes(one) ? { ...one, deck: { ...one.deck, editions } } : one)),
  };
}

/** A deck in one of the languages that it was loaded in, with what is wrong with it there; where none is asked for, in its first one. */
export function inLanguage<Problems extends readonly Problem[]>(
  { deck, problems, further }: { deck: Deck | undefined; problems: Problems; further: readonly InLanguage[] },
  lang: string | undefined,
): { deck: Deck | undefined; problems: readonly Problem[] } {
  const other = deck?.lang === lang ? undefined : further.find((one) => one.deck.lang === lang);
  return other && deck ? { deck: other.deck, problems: [...problems, ...other.problems] } : { deck, problems };
}

/** Translations of what has changed since they were made: files as shown, each with the hash of what it translates as that is now. */
export function changedIn({ cards, pages }: Pick<InLanguage, 'cards' | 'pages'>) {
  const all = [
    ...cards.map((one) => ({ ...one, what: 'card' as const })),
    ...pages.map((one) => ({ ...one, what: one.kind })),
  ];
  return all.filter(({ state }) => state === 'changed').map(({ what, file, hash }) => ({ what, file, hash }));
}

/** Problems without those that are already among others: a card that is read in two languages reports its mistakes twice. */
export function notAmong(problems: readonly Problem[], others: readonly Problem[]): Problem[] {
  const known = new Set(others.map(keyOf));
  return problems.filter((one) => !known.has(keyOf(one)));
}

function keyOf({ file, line, column, ruleId, reason }: Problem): string {
  return [file, line, column, ruleId, reason].join('\n');
}
