import type { Suit } from '../../model/card.ts';
import type { Deck } from '../../model/deck.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import { error, type Place, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import type { Ui } from './ui-schema.ts';
import type { Wording } from './wording.ts';

type Texts = Readonly<Record<string, unknown>>;
type Group = [name: string, own: Texts, other: Texts];

/** The groups of words, by name. */
function groupsOf(words: Deck['words'], ui: Ui): Group[] {
  const groups: Readonly<Record<string, Texts>> = ui;
  return Object.entries(words).map(([name, own]): Group => [name, own, lookUp(groups, name) ?? {}]);
}

/** Reports words whose `{braces}` differ from the English ones: what they stand for would not be filled in. */
export function checkBraces(ui: Ui, { words, settings }: Wording, { file, places }: Located, report: Report): void {
  const namesIn = (one: unknown) =>
    String(one ?? '')
      .match(/\{\w+\}/g)
      ?.map(String) ?? [];
  const sentences: Group = ['sentences', settings.compose?.sentences ?? {}, ui.composer.sentences];
  for (const [name, own, other] of [...groupsOf(words, ui), sentences]) {
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

/** Reports words for suits, families and lists that the deck does not have. */
export function checkNames(ui: Ui, wording: Wording, { file, keys }: Located, report: Report): void {
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
export function checkWhole(
  ui: Ui,
  { wording, looks }: { wording: Wording; looks: Looks },
  { file }: Located,
  report: Report,
): void {
  const wanted = [...wordsWanted(ui, wording), ...namesWanted(ui, wording, looks)];
  const missing = wanted.filter(([, value]) => value === undefined).map(([path]) => path);
  if (missing.length === 0) return;
  const shown = missing.slice(0, SHOWN).join(', ');
  const rest = missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : '';
  const message = `${missing.length} of ${wanted.length} words are missing: ${shown}${rest}.`;
  report(warning({ file, rule: 'ui/missing', message, note: 'They are printed in the deck’s first language.' }));
}

/** The most words that one message names. */
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
