import { z } from 'zod';
import type { Deck } from '../../model/deck.ts';
import { error } from '../../model/problem.ts';
import { readQuery } from '../../model/query.ts';
import { didYouMean, retiredMessage } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { idText } from '../../read/ids.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';

/** A back that is moved further than this, in mm, is a slip of the decimal point. */
const FARTHEST = 10;

const shift = () => z.number().min(-FARTHEST).max(FARTHEST);

/** A set's name becomes a part of file names. */
const setName = () => idText();

/** More teams than this do not fit a room. */
const MOST_TEAMS = 30;

/** The keys of deck.yaml that say how it is printed. */
export const printSettings = {
  sets: z
    .record(
      setName(),
      z.strictObject({
        only: z.array(z.string()).default([]),
        copies: z.record(z.string(), z.int().min(0).max(999)).default({}),
        teams: z.int().min(1).max(MOST_TEAMS).optional(),
        perTeam: z.record(z.string(), z.int().min(1).max(99)).optional(),
      }),
    )
    .optional(),
  backOffset: z
    .strictObject({
      x: shift(),
      y: shift(),
      for: z.record(z.string(), z.strictObject({ x: shift(), y: shift() })).optional(),
    })
    .optional(),
  press: z
    .string()
    .refine((name) => !/^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)/iu.test(name), 'must be a file inside the deck’s folder')
    .optional(),
};

/** Checks the sets of deck.yaml against the deck's cards; one of a deck that it extends may name cards that are hidden here. */
export function checkSets(deck: Deck, { file, places, keys }: Located, report: Report): void {
  const ids = deck.cards.map((card) => card.id);
  for (const [name, set] of Object.entries(deck.sets ?? {})) {
    if (placeAt(places, ['sets', name])?.file !== undefined) continue;
    for (const [at, text] of set.only.entries()) {
      const read = readQuery(text, deck);
      const wrong = 'error' in read ? read.error : undefined;
      const place = placeAt(places, ['sets', name, 'only', at]);
      if (wrong) report(error({ file, place, rule: 'deck/set', message: `The set "${name}": ${wrong}`, got: text }));
    }
    for (const key of ['copies', 'perTeam'] as const) {
      for (const id of Object.keys(set[key] ?? {}).filter((one) => !ids.includes(one))) {
        const place = placeAt(keys, ['sets', name, key, id]);
        const unknown = `The set "${name}" counts a card "${id}", which the deck has not.${didYouMean(id, ids)}`;
        const retired = retiredMessage(id, deck.retired);
        const message = retired ? `The set "${name}": ${retired}` : unknown;
        report(error({ file, place, rule: 'deck/set', message, got: id }));
      }
    }
  }
}
