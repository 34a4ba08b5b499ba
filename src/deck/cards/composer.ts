import { z } from 'zod';
import { withoutNames } from '../../model/braces.ts';
import { familyOf } from '../../model/card-facts.ts';
import { formKeys } from '../../model/composer-form.ts';
import type { Compose, Deck } from '../../model/deck.ts';
import { text } from '../../model/fields.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Look } from '../../model/looks.ts';
import { error, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { writtenIn } from '../../model/written.ts';
import type { Report } from '../../read/files.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';

/** The composer's words: in deck.yaml, and in the `ui.yaml` of another language. */
export const COMPOSER_WORDS = z.strictObject({
  title: text().optional(),
  about: text().optional(),
  lead: text().optional(),
  without: text().optional(),
  names: z.record(z.string(), text()).default({}),
  sentences: z.record(z.string(), text()).default({}),
});

/** The key `compose` of deck.yaml. */
export const COMPOSE = COMPOSER_WORDS.extend({
  makes: text(),
  parts: text().optional(),
  slots: z.record(z.string(), text()),
});

/** Checks the composer against the deck's suits and looks. */
export function checkComposer(deck: Deck, looks: Looks, source: Located, report: Report): void {
  const { compose, suits } = deck;
  if (!compose) return;
  const check = checker(source, report);
  const ids = suits.map((suit) => suit.id);
  const { makes, parts = '', slots, names, sentences } = compose;
  check(['makes'], { value: makes, what: 'suit', allowed: ids });
  if (parts !== '') check(['parts'], { value: parts, what: 'suit', allowed: ids });
  const families = suits.find((suit) => suit.id === parts)?.families.map((family) => family.id) ?? [];
  const look = lookUp(looks.faces, suits.find((suit) => suit.id === makes)?.face ?? '');
  for (const [key, fits] of Object.entries(slots)) {
    const what = parts === '' ? 'suit' : `suit, or family of ${parts},`;
    check(['slots', key], { value: fits, what, allowed: [...families, ...ids] });
    if (look) check(['slots', key], { value: key, what: `field of ${makes}`, allowed: Object.keys(look.fields) });
  }
  const headings = Object.keys(look?.sections ?? {});
  for (const heading of Object.keys(sentences)) {
    if (look?.sections)
      check(['sentences', heading], { value: heading, what: `section of ${makes}`, allowed: headings });
  }
  for (const key of Object.keys(names))
    if (look)
      check(['names', key], { value: key, what: 'slot or text of the composer', allowed: formKeys(compose, look) });
  checkSentences(sentences, source, report);
  if (look) checkAsked(compose, look, source, report);
  checkFilled(deck, compose, source, report);
}

/** What the composer has that a `ui.yaml` may have words for. */
export interface ComposerAsked {
  names: readonly string[];
  /** Headings of sections. */
  sentences: readonly string[];
}

/** What the composer of a deck asks for; undefined for a deck without one, or of whose look nobody knows. */
export function composerAsked(
  { compose, suits }: Pick<Deck, 'compose' | 'suits'>,
  looks: Looks,
): ComposerAsked | undefined {
  const look = lookUp(looks.faces, suits.find((suit) => suit.id === compose?.makes)?.face ?? '');
  if (!compose || !look) return undefined;
  return { names: formKeys(compose, look), sentences: Object.keys(look.sections ?? compose.sentences) };
}

/** Warns of slots that no card fits: nothing can be chosen there, and no card is ever whole. */
function checkFilled(deck: Deck, { parts, slots }: Compose, { file, places }: Located, report: Report): void {
  const groups = deck.cards
    .filter(({ blank }) => !blank)
    .flatMap((card) => [card.suit, card.suit === parts ? familyOf(card, deck)?.id : undefined]);
  const known = [
    ...deck.suits.map(({ id }) => id),
    ...(deck.suits.find(({ id }) => id === parts)?.families ?? []).map(({ id }) => id),
  ];
  for (const [key, fits] of Object.entries(slots)) {
    const place = placeAt(places, ['compose', 'slots', key]);
    if (groups.includes(fits) || !known.includes(fits) || place?.file !== undefined) continue;
    const message = `"compose": No card fits the slot "${key}": "${fits}" has none but blank ones, so nothing can be chosen there.`;
    report(warning({ file, place, rule: 'deck/compose-lacks', message, note: 'Add cards, or leave the slot out.' }));
  }
}

/** Warns of fields that the composed card must have and nobody is asked for: what the composer saves would be refused. */
function checkAsked({ makes, slots }: Compose, { fields }: Look, { file, places }: Located, report: Report): void {
  const place = placeAt(places, ['compose']);
  const asked = [...Object.keys(slots), ...writtenIn(fields).map(([first = '']) => first)];
  const missing = Object.entries(fields)
    .filter(([key, type]) => !asked.includes(key) && !z.safeParse(type, undefined).success)
    .map(([key]) => `"${key}"`);
  if (missing.length === 0 || place?.file !== undefined) return;
  const message = `"compose": A card of ${makes} must have ${missing.join(', ')}: the composer asks for none of it, and what it saves is refused.`;
  const note =
    'A field that names cards can have a slot; make others optional in the look, or fill them in by hand in each file.';
  report(warning({ file, place, rule: 'deck/compose-lacks', message, note }));
}

/** Reports braces in which there is no name: they would be printed as they are. */
function checkSentences(sentences: Compose['sentences'], { file, places }: Located, report: Report): void {
  for (const [heading, sentence] of Object.entries(sentences)) {
    const place = placeAt(places, ['compose', 'sentences', heading]);
    const [got] = /\{[^{}]*\}?|\}/u.exec(withoutNames(sentence)) ?? [];
    if (got === undefined || place?.file !== undefined) continue;
    const message = `"compose": The sentence of "${heading}" has braces that hold no name: "${got}" would be printed.`;
    const note = 'A name in braces has letters, numbers, - and _, and no spaces: {hero}, {the_wish}.';
    report(error({ file, place, rule: 'deck/compose', message, note, got }));
  }
}

interface Named {
  value: string;
  what: string;
  allowed: readonly string[];
}

/** Reports names that are not among those allowed. Lines of a deck that this one extends were checked there. */
function checker({ file, places }: Located, report: Report) {
  return (path: readonly string[], { value, what, allowed }: Named) => {
    const place = placeAt(places, ['compose', ...path]);
    if (allowed.includes(value) || place?.file !== undefined) return;
    const message = `"compose": There is no ${what} "${value}".${didYouMean(value, allowed)}`;
    report(error({ file, place, rule: 'deck/compose', message, allowed, got: value }));
  };
}

/** The composer in another language. */
export function composerIn(compose: Compose | undefined, own: z.output<typeof COMPOSER_WORDS>) {
  if (!compose) return undefined;
  const { names, sentences, ...texts } = own;
  return {
    ...compose,
    ...texts,
    names: { ...compose.names, ...names },
    sentences: { ...compose.sentences, ...sentences },
  };
}
