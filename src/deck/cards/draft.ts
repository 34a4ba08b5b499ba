import type { Card, Suit } from '../../model/card.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Look } from '../../model/looks.ts';
import type { Report } from '../../read/files.ts';
import { checked } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { valueAtKey } from '../chain/merge.ts';
import { codePrefix, seriesOf } from '../codes.ts';
import type { Suits } from '../suits.ts';
import type { LayeredSource } from './card-file.ts';
import { checkBudgets, checkLists, checkNumber, suitAndLook } from './check-front.ts';
import type { Front, Schemas } from './front-schema.ts';
import type { Part } from './parts.ts';
import { type Settled, settledOnce } from './settled.ts';

/** A card whose front matter was read; its body is still Markdown. */
export interface Draft {
  id: string;
  file: string;
  parts: readonly Part[];
  suit?: Suit | undefined;
  look?: Look | undefined;
  /** The series in which its number must be unique. */
  series: string;
  /** Undefined where the front matter has mistakes, which are reported. */
  card: Card | undefined;
  /** How much of its budgets it may fill, in percent. */
  room: number;
}

/** What front matter is checked against. */
export interface FrontRules extends Suits {
  looks: Looks;
  schemas: Schemas;
  /** Suits and lists in short: a text that changes with them. */
  named: string;
  settled: Settled;
}

/** Checks the front matter of one card. */
export function readDraft(source: LayeredSource, rules: FrontRules, report: Report): Draft {
  const { id, file, parts, front, room = 100 } = source;
  const draft: Draft = { id, file, parts, series: '', card: undefined, room };
  if (!front) return draft;
  const { suit, look } = suitAndLook(front, rules.suits, rules.looks, report);
  const known: Draft = { ...draft, suit, look };
  if (!suit || !look) return known;
  const { parts: _, path: __, ...said } = source;
  const from = { file, text: `${rules.named}\n${JSON.stringify(said)}` };
  const read = settledOnce(rules.settled, from, report, (say) => cardIn({ source, front, suit, look }, rules, say));
  return { ...known, ...read };
}

/** A card's front matter, and what draws it. */
interface Cut {
  source: LayeredSource;
  front: Located;
  suit: Suit;
  look: Look;
}

/** What front matter says, checked: a card without its sections. Undefined where it is no data of a card. */
function cardIn(
  { source, front, suit, look }: Cut,
  rules: FrontRules,
  report: Report,
): Pick<Draft, 'series' | 'card'> | undefined {
  const data = checked(rules.schemas(suit, look, valueAtKey(front, 'blank') === true), front, 'card', report);
  if (!data) return undefined;
  const isListed = checkLists({ fields: look.fields, data, lists: rules.lists }, front, report);
  checkNumber(data, suit, front, report);
  const { card, series } = cardOf(data, { suit, front, source });
  checkBudgets(card, look, source.room ?? 100, report);
  return { series, card: isListed ? card : undefined };
}

/** The card, still without its sections, and the series that its number is in. */
function cardOf(
  data: Front,
  { suit, front, source }: { suit: Suit; front: Located; source: LayeredSource },
): { card: Card; series: string } {
  const { suit: _, title, gist = '', number, label, glyph, related, also, choose, sources, ...rest } = data;
  const { copies, blank, alt, face = suit.face, ...fields } = rest;
  const family = suit.families.find((one) => one.id === lookUp(fields as Record<string, unknown>, suit.familyKey));
  // An organization's prefix marks its cards in suits of others; in a suit of its own the suit's code does.
  const prefix = suit.layer === source.layer ? '' : source.prefix;
  const code = number === undefined ? '' : `${prefix || codePrefix(suit, family)} ${label ?? number}`.trim();
  const card: Card = {
    ...{ id: source.id, suit: suit.id, number, code, title, gist, glyph, related, also, choose, sources },
    ...{ copies, blank, alt, face, fields, sections: [] },
    ...{ file: source.file, places: front.places, layer: source.layer },
  };
  return { card, series: prefix === '' ? seriesOf(suit, family) : `prefix ${prefix}` };
}
