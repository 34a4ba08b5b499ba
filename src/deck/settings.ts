import { z } from 'zod';
import type { Deck } from '../model/deck.ts';
import { text } from '../model/fields.ts';
import { cardSize } from '../read/card-size.ts';
import { isDate } from '../read/dates.ts';
import type { Report } from '../read/files.ts';
import { checked } from '../read/values.ts';
import type { Located } from '../read/yaml.ts';
import { printSettings } from './cards/sets.ts';
import { toolSettings } from './cards/tool-settings.ts';
import { LAYER_KEYS } from './chain/layer.ts';
import { isGroup, valueAtKey } from './chain/merge.ts';
import { language } from './languages/language.ts';

/** What deck.yaml says. */
export type Settings = Pick<
  Deck,
  | 'name'
  | 'version'
  | 'date'
  | 'lang'
  | 'languages'
  | 'missing'
  | 'format'
  | 'ownFormat'
  | 'prints'
  | 'tagline'
  | 'about'
  | 'credit'
  | 'url'
  | 'qr'
  | 'sets'
  | 'compose'
  | 'draw'
  | 'fan'
  | 'workshop'
  | 'goals'
  | 'backOffset'
  | 'press'
  | 'logo'
>;

const line = () => z.string().trim();

/** deck.yaml, with a card size by its name. */
export const DECK = z.strictObject({
  name: text(),
  version: text(),
  date: z.string().refine(isDate, 'must be a date like 2026-11-21'),
  lang: language().default('en-US'),
  languages: z.array(language()).default([]),
  missing: z.enum(['fall-back', 'skip', 'fail']).default('fall-back'),
  format: text().default('poker'),
  prints: z.array(text()).min(1).default(['a4']),
  tagline: line().default(''),
  about: line().default(''),
  credit: line().default(''),
  url: z.string().refine(isBase, 'must begin with https:// and end with /').default(''),
  qr: z.boolean().default(false),
  logo: text().optional(),
  ...printSettings,
  ...toolSettings,
  // Read for each layer by itself (see chain/layer.ts). Named here, so that "Did you mean …?" knows them.
  ...Object.fromEntries(LAYER_KEYS.map((key) => [key, z.unknown().optional()])),
});

/** Checks deck.yaml. */
export function readSettings(source: Located, report: Report): Settings | undefined {
  const sized = isGroup(valueAtKey(source, 'format'));
  const settings = sized
    ? checked(DECK.extend({ format: cardSize }), source, 'deck', report)
    : checked(DECK, source, 'deck', report);
  if (!settings) return undefined;
  const { format, ...rest } = settings;
  const own = Object.entries(rest).filter(([key]) => !LAYER_KEYS.includes(key));
  return {
    ...(Object.fromEntries(own) as typeof rest),
    ...(typeof format === 'string' ? { format } : { format: format.name, ownFormat: format }),
  };
}

function isBase(url: string): boolean {
  return url === '' || (/^https?:\/\/\S+\/$/.test(url) && URL.canParse(url));
}
