import { z } from 'zod';
import type { Deck } from '../../model/deck.ts';
import { text } from '../../model/fields.ts';
import { error } from '../../model/problem.ts';
import { didYouMean, noCard } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { idText } from '../../read/ids.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { COMPOSE } from './composer.ts';

/** The id of a goal: it becomes the name of its page's file. */
const fileName = () => idText();

/** A goal of the catalog: cards by id, each with one line why. */
export const GOAL = z.strictObject({
  title: text(),
  about: z.string().trim().default(''),
  cards: z.record(z.string(), text()),
});

/** The keys of deck.yaml that say what the catalog's tools work with. */
export const toolSettings = {
  compose: COMPOSE.optional(),
  draw: z.array(text()).min(1).optional(),
  fan: z.array(text()).min(1).optional(),
  workshop: z.strictObject({ phases: text(), activities: text() }).optional(),
  goals: z.record(fileName(), GOAL).optional(),
};

/** Checks deck.yaml's settings of the catalog's tools against the suits. Lines of a deck that this one extends were checked there. */
export function checkTools(
  { compose, draw, fan, workshop, goals, suits, cards, retired }: Deck,
  { file, places }: Located,
  report: Report,
): void {
  const check = (path: (string | number)[], value: string, what: string, allowed: readonly string[]) => {
    const place = placeAt(places, path);
    if (allowed.includes(value) || place?.file !== undefined) return;
    const message = `"${path[0]}": There is no ${what} "${value}".${didYouMean(value, allowed)}`;
    report(error({ file, place, rule: `deck/${path[0]}`, message, allowed, got: value }));
  };
  const ids = suits.map((suit) => suit.id);
  const familiesOf = (id: string) => suits.find((suit) => suit.id === id)?.families.map((family) => family.id) ?? [];
  const drawn = [...ids, ...familiesOf(compose?.parts ?? '')];
  for (const [at, one] of (fan ?? []).entries()) check(['fan', at], one, 'suit', ids);
  for (const [key, one] of Object.entries(workshop ?? {})) check(['workshop', key], one, 'suit', ids);
  for (const [at, one] of (draw ?? []).entries()) check(['draw', at], one, 'suit or part', drawn);
  const known = cards.map((card) => card.id);
  for (const [goal, { cards: wanted }] of Object.entries(goals ?? {})) {
    for (const id of Object.keys(wanted).filter((one) => !known.includes(one))) {
      const place = placeAt(places, ['goals', goal, 'cards', id]);
      if (place?.file !== undefined) continue;
      const message = `"goals": ${noCard(id, known, { retired })}`;
      report(error({ file, place, rule: 'deck/goals', message, got: id }));
    }
  }
}
