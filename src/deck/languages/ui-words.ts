import type { Suit } from '../../model/card.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Counted, Word } from '../../model/plurals.ts';
import type { Report } from '../../read/files.ts';
import { checked } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { composerIn } from '../cards/composer.ts';
import { isGroup } from '../chain/merge.ts';
import type { Settings } from '../settings.ts';
import { checkBraces, checkDayWords, checkNames, checkWhole } from './check-ui.ts';
import { type Ui, uiSchema } from './ui-schema.ts';
import type { UiContext, Wording } from './wording.ts';

/** The words of a deck in a language: those of its `ui.yaml` in the place of the first language's. */
export function readUi(source: Located, { wording, wanted, asked, day, ownFile }: UiContext, report: Report): Wording {
  const ui = checked(uiSchema(wording.words, wording.settings.lang), source, 'ui', report);
  if (!ui) return wording;
  checkBraces(ui, wording, source, report);
  const said = saidIn(wording.settings.lang);
  checkNames(ui, { wording, asked, day, ownFile }, source, report);
  checkDayWords(ui, day, source, report);
  const lacking = checkWhole(ui, { wording, wanted }, source, report);
  const { faces, sheets, kit, guide, record, fields, facets, site, scripts, compose, run, remote } = wording.words;
  return {
    lacking,
    settings: {
      ...over(wording.settings, ui.deck),
      goals: goalsIn(wording.settings.goals, ui.goals),
      compose: composerIn(wording.settings.compose, ui.composer),
    },
    suits: wording.suits.map((suit) => suitIn(suit, wording.settings, lookUp(ui.suits, suit.id))),
    lists: Object.fromEntries(
      Object.entries(wording.lists).map(([key, list]) => [key, { ...list, ...lookUp(ui.lists, key) }]),
    ),
    headings: { ...wording.headings, ...ui.sections },
    names: { ...wording.names, ...namesIn(ui.names, wording.settings.lang) },
    dayWords: { ...wording.dayWords, ...ui.day },
    words: {
      faces: said(faces, ui.faces),
      sheets: said(sheets, ui.sheets),
      kit: said(kit, ui.kit),
      guide: said(guide, ui.guide),
      record: said(record, ui.record),
      fields: over(fields, ui.fields),
      facets: over(facets, ui.facets),
      site: said(site, ui.site),
      scripts: said(scripts, ui.scripts),
      compose: said(compose, ui.compose),
      run: said(run, ui.run),
      remote: said(remote, ui.remote),
    },
  };
}

/** Names of stocks. One that has forms but none for all other numbers takes its last for these. */
function namesIn(names: Ui['names'], lang: string): Wording['names'] {
  const own = Object.entries(names).flatMap(([id, word]): [string, Word][] => {
    if (typeof word === 'string') return [[id, word]];
    const last = Object.values(word).findLast((text) => text !== undefined);
    return last === undefined ? [] : [[id, { other: last, ...word, lang } as Counted]];
  });
  return Object.fromEntries(own);
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

/** A suit with its names in a language: another language's forms are none of this one's. */
function suitIn(suit: Suit, { lang }: Pick<Settings, 'lang'>, own: Ui['suits'][string] = {}): Suit {
  const { families: named = {}, ...names } = own;
  const renamed =
    names.name === undefined ? {} : { zero: undefined, two: undefined, few: undefined, many: undefined, lang };
  return {
    ...over({ ...suit, ...renamed }, names),
    families: suit.families.map((family) => over(family, lookUp(named, family.id) ?? {})),
  };
}

/** Puts the words that a language has in the place of others. A word with forms is whole with that for all other numbers. */
function saidIn(lang: string) {
  return <Of extends Readonly<Record<string, Word>>>(own: Of, other: Texts): Of => {
    const counted = Object.entries(own).flatMap(([key, word]): [string, Word][] => {
      const given = lookUp(other, key);
      if (typeof word === 'string' || !isGroup(given)) return [];
      return [[key, { ...(given.other === undefined && word), ...given, lang } as Counted]];
    });
    return { ...own, ...other, ...Object.fromEntries(counted) };
  };
}

/** Words, with those that a language has in their place. */
function over<Of extends object>(own: Of, other: Texts): Of {
  return { ...own, ...other };
}

type Texts = Readonly<Record<string, unknown>>;
