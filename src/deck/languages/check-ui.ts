import { namesIn } from '../../model/braces.ts';
import type { Suit } from '../../model/card.ts';
import type { Goal } from '../../model/deck.ts';
import { keyName } from '../../model/deck-names.ts';
import { metaOf } from '../../model/fields.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import { type PluralForm, pluralForms, usedForms, type Word } from '../../model/plurals.ts';
import { error, type Place, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { isGroup, valueAtPath } from '../chain/merge.ts';
import type { Settings } from '../settings.ts';
import type { Ui } from './ui-schema.ts';
import type { MissingWord, UiContext, Wording } from './wording.ts';

type Texts = Readonly<Record<string, unknown>>;

/** A text of a `ui.yaml` and what it stands for. */
interface Said {
  path: readonly string[];
  form?: PluralForm;
  own: string;
  other: unknown;
}

/** The words of a `ui.yaml` that stand for others, form by form. */
function saidIn({ words, settings }: Wording, ui: Ui): Said[] {
  const groups: Readonly<Record<string, Texts>> = ui;
  const ours = Object.entries<Readonly<Record<string, Word>>>({ ...words }).flatMap(([group, own]) =>
    Object.entries(own).flatMap(([key, word]): Said[] => {
      const other = lookUp(lookUp(groups, group), key);
      if (typeof word === 'string') return [{ path: [group, key], own: word, other }];
      return pluralForms(settings.lang).map((form) => {
        const text = isGroup(other) ? lookUp(other, form) : undefined;
        return { path: [group, key, form], form, own: word.other, other: text };
      });
    }),
  );
  const sentences = Object.entries(settings.compose?.sentences ?? {}).map(([key, own]): Said => {
    return { path: ['composer', 'sentences', key], own, other: lookUp(ui.composer.sentences, key) };
  });
  return [...ours, ...sentences].filter(({ other }) => other !== undefined);
}

/** Reports words whose `{braces}` differ from the English ones: what they stand for would not be filled in. */
export function checkBraces(ui: Ui, wording: Wording, { file, places }: Located, report: Report): void {
  const bracesOf = (one: unknown) => namesIn(String(one ?? '')).map((braced) => `{${braced}}`);
  const used = usedForms(wording.settings.lang);
  for (const { path, form, own, other } of saidIn(wording, ui)) {
    const [wanted, got] = [bracesOf(own), bracesOf(other)];
    // “One day”: a form of one number may say it in words.
    const isOfOne = form !== undefined && used.get(form)?.length === 1;
    const lost = wanted.filter((one) => !got.includes(one) && !(isOfOne && one === '{count}'));
    const more = got.filter((one) => !wanted.includes(one));
    if (lost.length === 0 && more.length === 0) continue;
    const parts = [
      lost.length > 0 ? `lacks ${lost.join(', ')}` : '',
      more.length > 0 ? `must not have ${more.join(', ')}` : '',
    ];
    const message = `"${path.join(' › ')}" ${parts.filter(Boolean).join(' and ')}.`;
    const note = `It stands for “${own}”; what is in braces is filled in.`;
    report(error({ file, place: placeAt(places, path), rule: 'ui/braces', message, note }));
  }
}

/**
 * Reports words for suits, families, lists and parts of the composer that the deck does not have: the deck above may have taken out what a lower deck's file has
 * words for.
 *
 * @param ownFile the deck's own file, as it is shown
 */
export function checkNames(
  ui: Ui,
  { wording, asked, day, ownFile }: Pick<UiContext, 'wording' | 'asked' | 'day' | 'ownFile'>,
  { file, keys }: Located,
  report: Report,
): void {
  const check = (what: string, path: readonly string[], known: readonly string[]) => {
    const id = path.at(-1) ?? '';
    if (known.includes(id)) return;
    const place: Place | undefined = placeAt(keys, path);
    if ((place?.file ?? file) !== ownFile) return;
    const message = `There is no ${what} "${id}".${didYouMean(id, known)}`;
    report(error({ file, place, rule: 'ui/unknown-key', message, allowed: known, got: id }));
  };
  const suits = wording.suits.map((suit) => suit.id);
  for (const [id, { families = {} }] of Object.entries(ui.suits)) {
    check('suit', ['suits', id], suits);
    const known = wording.suits.find((suit) => suit.id === id)?.families.map((family) => family.id) ?? [];
    if (suits.includes(id))
      for (const one of Object.keys(families)) check('family', ['suits', id, 'families', one], known);
  }
  for (const [id, list] of Object.entries(ui.lists)) {
    check('list', ['lists', id], Object.keys(wording.lists));
    const known = Object.keys(lookUp(wording.lists, id) ?? {});
    if (lookUp(wording.lists, id)) for (const one of Object.keys(list)) check('value', ['lists', id, one], known);
  }
  for (const text of Object.keys(ui.day)) check('text in day.yaml', ['day', text], day);
  const { names, sentences } = ui.composer;
  if (!asked) return;
  for (const key of Object.keys(names)) check('slot or text of the composer', ['composer', 'names', key], asked.names);
  for (const key of Object.keys(sentences))
    check('section of the composer', ['composer', 'sentences', key], asked.sentences);
}

/** The words that a `ui.yaml` has not, with one warning for all of them. */
export function checkWhole(
  ui: Ui,
  { wording, wanted }: { wording: Wording; wanted: readonly MissingWord[] },
  { file }: Located,
  report: Report,
): MissingWord[] {
  const missing = wanted.filter(({ path }) => valueAtPath(ui, path) === undefined && !isNamedBySuit(ui, path));
  if (missing.length === 0) return [];
  const message = `${missing.length} of ${wanted.length} words are missing: ${namedWords(missing)}.`;
  report(warning({ file, rule: 'ui/missing', message, note: listedBy(wording.settings.lang) }));
  return missing;
}

/** Reports texts of day.yaml that are alike in this language: of two things one would be left out, and outcomes be taken for each other. */
export function checkDayWords(ui: Ui, day: readonly string[], { file, keys }: Located, report: Report): void {
  const said = day.map((text) => lookUp(ui.day, text) ?? text);
  for (const [at, text] of day.entries()) {
    const first = said.indexOf(said[at] ?? '');
    if (first === at) continue;
    const path = ['day', Object.hasOwn(ui.day, text) ? text : (day[first] ?? '')];
    const message = `"${day[first]}" and "${text}" of day.yaml are called alike here.`;
    report(error({ file, place: placeAt(keys, path), rule: 'ui/alike', message, got: said[at] }));
  }
}

/** Whether a front-matter key has a name for one suit: `stall.zone`. */
function isNamedBySuit({ fields }: Ui, [group, key]: readonly string[]): boolean {
  return group === 'fields' && Object.keys(fields).some((one) => one.endsWith(`.${key}`));
}

/** Words by their keys, the first of them: `names.a4, names.letter and 3 more`. */
export function namedWords(words: readonly MissingWord[]): string {
  const names = words.slice(0, SHOWN).map(({ path }) => path.join('.'));
  return names.join(', ') + (words.length > SHOWN ? ` and ${words.length - SHOWN} more` : '');
}

/** How to see all words that a language lacks. */
export function listedBy(lang: string): string {
  return `They are printed as they are. To see all of them: npx prepdeck translate ${lang}`;
}

/** The most words that one message names. */
const SHOWN = 12;

/** Every word of a deck that a language has its own for. */
export function wantedWords(wording: Wording, looks: Looks, day: readonly string[]): MissingWord[] {
  const { settings, suits, lists } = wording;
  const theDecks: [path: string[], printed: string][] = [
    ...(['tagline', 'about', 'credit'] as const).map((key): [string[], string] => [['deck', key], settings[key]]),
    ...suits.flatMap((suit) => suitWanted(suit, settings.lang)),
    ...Object.entries(settings.goals ?? {}).flatMap(goalWanted),
    ...composerWanted(settings.compose),
    ...Object.entries(lists).flatMap(([id, list]) =>
      Object.entries(list).map(([key, word]): [string[], string] => [['lists', id, key], word]),
    ),
    ...day.map((text): [string[], string] => [['day', text], text]),
  ];
  return [...ourWords(wording, looks), ...asMissing([...keysWanted(wording, looks), ...theDecks])];
}

/** Names of front-matter keys that the catalog shows and that have no word yet, as those of a look of the deck's own. */
function keysWanted({ suits, words, settings }: Wording, looks: Looks): [string[], string][] {
  const shown = suits.flatMap(({ id, face, familyKey }) =>
    Object.entries(lookUp(looks.faces, face)?.fields ?? {}).flatMap(([key, type]) => {
      const { quoted, picture, setting } = metaOf(type);
      const isNamed = [key, `${id}.${key}`].some((one) => lookUp(words.fields, one) !== undefined);
      // The composer asks for a card's family, too.
      const isUnseen = key === familyKey && settings.compose?.makes !== id;
      return isUnseen || isNamed || quoted || picture !== undefined || setting ? [] : [key];
    }),
  );
  return [...new Set(shown)].map((key) => [['fields', key], keyName({ words }, key)]);
}

/**
 * The words that a deck has to say in its own language, where that is not English: ours, and what its suits are called beside numbers, of
 * which suits.yaml has two forms.
 */
export function firstWords(wording: Wording, looks: Looks): MissingWord[] {
  const { suits, settings } = wording;
  return [...ourWords(wording, looks), ...asMissing(suits.flatMap((suit) => suitForms(suit, settings.lang)))];
}

/** The words that are ours, not the deck's. */
function ourWords({ suits, words, settings }: Wording, looks: Looks): MissingWord[] {
  const used = [...usedForms(settings.lang).keys()];
  const headings = suits.flatMap((suit) => Object.keys(lookUp(looks.faces, suit.face)?.sections ?? {}));
  return asMissing([
    ...Object.entries<Readonly<Record<string, Word>>>({ ...words }).flatMap(([group, own]) =>
      Object.entries(own).flatMap(([key, word]): [string[], string][] => {
        if (typeof word === 'string') return [[[group, key], word]];
        return used.map((form) => [[group, key, form], word[form] ?? word.other]);
      }),
    ),
    ...[...new Set(headings)].map((heading): [string[], string] => [['sections', heading], heading]),
  ]);
}

function asMissing(wanted: readonly [path: string[], printed: string][]): MissingWord[] {
  return wanted.filter(([, printed]) => printed !== '').map(([path, printed]) => ({ path, printed }));
}

function goalWanted([id, { title, about, cards }]: [id: string, goal: Goal]): [string[], string][] {
  const path = ['goals', id];
  const whys = Object.entries(cards).map(([card, why]): [string[], string] => [[...path, 'cards', card], why]);
  return [[[...path, 'title'], title], [[...path, 'about'], about], ...whys];
}

/** The composer's words that deck.yaml says; the others are among those of layouts/words. */
function composerWanted(compose: Settings['compose']): [string[], string][] {
  const { title = '', about = '', lead = '', without = '', names = {}, sentences = {} } = compose ?? {};
  const single = Object.entries({ title, about, lead, without });
  const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = { names, sentences };
  const below = Object.entries(groups).flatMap(([group, own]) =>
    Object.entries(own).map(([key, word]): [string[], string] => [['composer', group, key], word]),
  );
  return [...single.map(([key, word]): [string[], string] => [['composer', key], word]), ...below];
}

function suitWanted(suit: Suit, lang: string): [string[], string][] {
  const { id, name, one, about, families } = suit;
  const path = ['suits', id];
  const below = families.flatMap((family): [string[], string][] => [
    [[...path, 'families', family.id, 'name'], family.name],
    [[...path, 'families', family.id, 'about'], family.about],
  ]);
  const forms = suitForms(suit, lang);
  return [[[...path, 'name'], name], [[...path, 'one'], one], ...forms, [[...path, 'about'], about], ...below];
}

/** The forms of a suit's name that its language has beside `one` and `name`. */
function suitForms({ id, name }: Suit, lang: string): [string[], string][] {
  const further = [...usedForms(lang).keys()].filter((form) => form !== 'one' && form !== 'other');
  return further.map((form) => [['suits', id, form], name]);
}
