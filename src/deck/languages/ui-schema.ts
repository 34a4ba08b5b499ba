import { z } from 'zod';
import type { Deck } from '../../model/deck.ts';
import { text } from '../../model/fields.ts';
import { pluralForms, type Word } from '../../model/plurals.ts';
import { COMPOSER_WORDS } from '../cards/composer.ts';
import { GOAL } from '../cards/tool-settings.ts';

const texts = () => z.record(z.string(), text()).default({});

/** The schema of the `ui.yaml` of a language: the groups of layouts/words, then what deck.yaml and suits.yaml say. */
export function uiSchema(words: Deck['words'], lang: string) {
  const counted = z.strictObject(Object.fromEntries(pluralForms(lang).map((form) => [form, text().optional()])));
  const word = (own: Word) => (typeof own === 'string' ? text() : counted).optional();
  const group = (own: Readonly<Record<string, Word>>) =>
    z.strictObject(Object.fromEntries(Object.entries(own).map(([key, one]) => [key, word(one)]))).default({});
  const family = z.strictObject({ name: text(), about: text() }).partial();
  // `one` and `name` are its forms in all languages.
  const further = pluralForms(lang).filter((form) => form !== 'one' && form !== 'other');
  const forms = Object.fromEntries(further.map((form) => [form, text()]));
  const suit = z.strictObject({
    ...{ name: text(), one: text(), ...forms, about: text() },
    families: z.record(z.string(), family),
  });
  const { faces, sheets, kit, guide, record, site, scripts, compose, run, remote } = words;
  return z.strictObject({
    deck: z.strictObject({ name: text(), tagline: text(), about: text(), credit: text() }).partial().default({}),
    composer: COMPOSER_WORDS.prefault({}),
    faces: group(faces),
    sheets: group(sheets),
    kit: group(kit),
    guide: group(guide),
    record: group(record),
    site: group(site),
    scripts: group(scripts),
    compose: group(compose),
    run: group(run),
    remote: group(remote),
    // Looks of one's own have fields, facets and sections of their own, and stocks are files that anybody may add.
    facets: texts(),
    fields: texts(),
    sections: texts(),
    names: z.record(z.string(), z.union([text(), counted])).default({}),
    day: texts(),
    suits: z.record(z.string(), suit.partial()).default({}),
    lists: z.record(z.string(), z.record(z.string(), text())).default({}),
    goals: z.record(z.string(), GOAL.partial()).default({}),
  });
}

/** What a `ui.yaml` says, checked. */
export type Ui = z.output<ReturnType<typeof uiSchema>>;
