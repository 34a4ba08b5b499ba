import { z } from 'zod';
import type { Deck } from '../../model/deck.ts';
import { error } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';

const name = () => z.string().trim().min(1);

/** The keys of deck.yaml that say what the catalog's tools work with. */
export const toolSettings = {
  compose: z
    .strictObject({
      makes: name(),
      cooks: name(),
      parts: name(),
      slots: z.strictObject({ who: name(), when: name(), what: name(), where: name(), measure: name() }),
    })
    .optional(),
  draw: z.array(name()).min(1).optional(),
};

/** Checks what deck.yaml says about the catalog's tools against its suits. What a deck that it extends says was checked there. */
export function checkTools({ compose, draw, suits }: Deck, { file, places }: Located, report: Report): void {
  const check = (path: (string | number)[], value: string, what: string, allowed: readonly string[]) => {
    const place = placeAt(places, path);
    if (allowed.includes(value) || place?.file !== undefined) return;
    const message = `"${path[0]}": There is no ${what} "${value}".${didYouMean(value, allowed)}`;
    report(error({ file, place, rule: `deck/${path[0]}`, message, allowed, got: value }));
  };
  const ids = suits.map((suit) => suit.id);
  const familiesOf = (id: string) => suits.find((suit) => suit.id === id)?.families.map((family) => family.id) ?? [];
  for (const key of ['makes', 'cooks', 'parts'] as const) {
    if (compose) check(['compose', key], compose[key], 'suit', ids);
  }
  for (const [key, family] of Object.entries(compose?.slots ?? {})) {
    const parts = compose?.parts ?? '';
    if (ids.includes(parts)) check(['compose', 'slots', key], family, `family of ${parts}`, familiesOf(parts));
  }
  const drawn = [...ids, ...familiesOf(compose?.parts ?? '')];
  for (const [at, one] of (draw ?? []).entries()) check(['draw', at], one, 'suit or part', drawn);
}
