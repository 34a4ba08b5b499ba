import { z } from 'zod';
import type { Suit } from '../../model/card.ts';
import type { Deck } from '../../model/deck.ts';
import type { Looks } from '../../model/layouts.ts';
import { lookUp } from '../../model/look-up.ts';
import { error, type Place, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { checked, placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { GOAL } from '../cards/compose.ts';
import type { Settings, Suits } from '../settings.ts';

/** What of a deck is said in its language, beside the cards. */
export interface Wording extends Suits, Pick<Deck, 'words' | 'headings' | 'names'> {
  settings: Settings;
}

const text = () => z.string().trim().min(1);
const texts = () => z.record(z.string(), text()).default({});

/** The schema of `ui.yaml`: the groups of layouts/words, then what deck.yaml and suits.yaml say. */
function schemaOf(words: Deck['words']) {
  const group = (own: Readonly<Record<string, string>>) =>
    z.strictObject(Object.fromEntries(Object.keys(own).map((key) => [key, text().optional()]))).default({});
  const family = z.strictObject({ name: text(), about: text() }).partial();
  const suit = z.strictObject({ name: text(), one: text(), about: text(), families: z.record(z.string(), family) });
  const { faces, sheets, kit, site, scripts } = words;
  return z.strictObject({
    deck: z.strictObject({ name: text(), tagline: text(), about: text(), credit: text() }).partial().default({}),
    faces: group(faces),
    sheets: group(sheets),
    kit: group(kit),
    site: group(site),
    scripts: group(scripts),
    // Looks of one's own have fields, facets and sections of their own, and stocks are files that anybody may add.
    facets: texts(),
    fields: texts(),
    sections: texts(),
    names: texts(),
    suits: z.record(z.string(), suit.partial()).default({}),
    lists: z.record(z.string(), z.record(z.string(), text())).default({}),
    goals: z.record(z.string(), GOAL.partial()).default({}),
  });
}

type Ui = z.output<ReturnType<typeof schemaOf>>;

/**
 * What a deck says in a language: its `ui.yaml` over what is said without it.
 *
 * @param whole true where every word should be in the file; what is missing is then a warning
 */
export function readUi(source: Located, wording: Wording, looks: Looks, whole: boolean, report: Report): Wording {
  const ui = checked(schemaOf(wording.words), source, 'ui', report);
  if (!ui) return wording;
  checkBraces(ui, wording.words, source, report);
  checkNames(ui, wording, source, report);
  if (whole) checkWhole(ui, wording, looks, source, report);
  const { faces, sheets, kit, fields, facets, site, scripts } = wording.words;
  return {
    settings: { ...over(wording.settings, ui.deck), goals: goalsIn(wording.settings.goals, ui.goals) },
    suits: wording.suits.map((suit) => suitIn(suit, lookUp(ui.suits, suit.id))),
    lists: Object.fromEntries(
      Object.entries(wording.lists).map(([key, list]) => [key, { ...list, ...lookUp(ui.lists, key) }]),
    ),
    headings: { ...wording.headings, ...ui.sections },
    names: { ...wording.names, ...ui.names },
    words: {
      faces: over(faces, ui.faces),
      sheets: over(sheets, ui.sheets),
      kit: over(kit, ui.kit),
      fields: over(fields, ui.fields),
      facets: over(facets, ui.facets),
      site: over(site, ui.site),
      scripts: over(scripts, ui.scripts),
    },
  };
}

/** Goals with their words in a language, card by card. */
function goalsIn(goals: Settings['goals'], own: Ui['goals']): Settings['goals'] {
  if (!goals) return undefined;
  return Object.fromEntries(
    Object.entries(goals).map(([id, goal]) => {
      const { cards = {}, ...rest } = lookUp(own, id) ?? {};
      const whys = Object.entries(goal.cards).map(([card, why]) => [card, lookUp(cards, card) ?? why]);
      return [id, { ...over(goal, rest), cards: Object.fromEntries(whys) }];
    }),
  );
}

function suitIn(suit: Suit, own: Ui['suits'][string] = {}): Suit {
  const { families: named = {}, ...names } = own;
  return {
    ...over(suit, names),
    families: suit.families.map((family) => over(family, lookUp(named, family.id) ?? {})),
  };
}

/** What is said with what a language says in its place. */
function over<Of extends object>(own: Of, other: Texts): Of {
  return { ...own, ...other };
}

type Texts = Readonly<Record<string, unknown>>;
type Group = [name: string, own: Texts, other: Texts];

/** The groups of words, by name. */
function groupsOf(words: Deck['words'], ui: Ui): Group[] {
  const groups: Readonly<Record<string, Texts>> = ui;
  return Object.entries(words).map(([name, own]): Group => [name, own, lookUp(groups, name) ?? {}]);
}

/** What is filled in must be filled in in every language. */
function checkBraces(ui: Ui, words: Deck['words'], { file, places }: Located, report: Report): void {
  const namesIn = (one: unknown) =>
    String(one ?? '')
      .match(/\{\w+\}/g)
      ?.map(String) ?? [];
  for (const [name, own, other] of groupsOf(words, ui)) {
    for (const [key, value] of Object.entries(own)) {
      if (lookUp(other, key) === undefined) continue;
      const [wanted, got] = [namesIn(value), namesIn(lookUp(other, key))];
      const lost = wanted.filter((one) => !got.includes(one));
      const more = got.filter((one) => !wanted.includes(one));
      if (lost.length === 0 && more.length === 0) continue;
      const parts = [
        lost.length > 0 ? `lacks ${lost.join(', ')}` : '',
        more.length > 0 ? `must not have ${more.join(', ')}` : '',
      ];
      const message = `"${name} › ${key}" ${parts.filter(Boolean).join(' and ')}.`;
      const note = `It stands for “${value}”; what is in braces is filled in.`;
      report(error({ file, place: placeAt(places, [name, key]), rule: 'ui/braces', message, note }));
    }
  }
}

/** Suits, families and lists that the deck does not have. */
function checkNames(ui: Ui, wording: Wording, { file, keys }: Located, report: Report): void {
  const check = (what: string, path: readonly string[], known: readonly string[]) => {
    const id = path.at(-1) ?? '';
    if (known.includes(id)) return;
    const place: Place | undefined = placeAt(keys, path);
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
}

/** One warning for all words that the file does not have. */
function checkWhole(ui: Ui, wording: Wording, looks: Looks, { file }: Located, report: Report): void {
  const wanted = [...wordsWanted(ui, wording), ...namesWanted(ui, wording, looks)];
  const missing = wanted.filter(([, value]) => value === undefined).map(([path]) => path);
  if (missing.length === 0) return;
  const shown = missing.slice(0, SHOWN).join(', ');
  const rest = missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : '';
  const message = `${missing.length} of ${wanted.length} words are missing: ${shown}${rest}.`;
  report(warning({ file, rule: 'ui/missing', message, note: 'They are printed in the deck’s first language.' }));
}

/** How many are named in a message. */
const SHOWN = 12;

type Wanted = [path: string, value: unknown];

function wordsWanted(ui: Ui, { words }: Wording): Wanted[] {
  return groupsOf(words, ui).flatMap(([name, own, other]) =>
    Object.keys(own).map((key): Wanted => [`${name}.${key}`, lookUp(other, key)]),
  );
}

function namesWanted(ui: Ui, { settings, suits, lists }: Wording, looks: Looks): Wanted[] {
  const settingKeys = (['tagline', 'about', 'credit'] as const).filter((key) => settings[key] !== '');
  const headings = suits.flatMap((suit) => Object.keys(lookUp(looks.faces, suit.face)?.sections ?? {}));
  return [
    ...settingKeys.map((key): Wanted => [`deck.${key}`, ui.deck[key]]),
    ...[...new Set(headings)].map((heading): Wanted => [`sections.${heading}`, lookUp(ui.sections, heading)]),
    ...suits.flatMap((suit) => suitWanted(suit, lookUp(ui.suits, suit.id))),
    ...Object.entries(lists).flatMap(([id, list]) =>
      Object.keys(list).map((key): Wanted => [`lists.${id}.${key}`, lookUp(lookUp(ui.lists, id), key)]),
    ),
  ];
}

function suitWanted(suit: Suit, own: Ui['suits'][string] = {}): Wanted[] {
  const path = `suits.${suit.id}`;
  const families = suit.families.flatMap(({ id, about }): Wanted[] => [
    [`${path}.families.${id}.name`, lookUp(own.families, id)?.name],
    ...(about === '' ? [] : [[`${path}.families.${id}.about`, lookUp(own.families, id)?.about] as Wanted]),
  ]);
  const about: Wanted[] = suit.about === '' ? [] : [[`${path}.about`, own.about]];
  return [[`${path}.name`, own.name], [`${path}.one`, own.one], ...about, ...families];
}
