import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseOffset } from '../impose/options.ts';
import { caliperOf } from '../model/caliper.ts';
import { type Flip, type Marks, MOST_IN_LIFT } from '../model/stock.ts';
import { UsageError } from '../model/usage.ts';
import type { BuildRequest } from '../plan/options.ts';
import type { Port } from '../serve/listen.ts';
import { wholeNumber } from './options.ts';

/** The options of all commands, as commander hands them over. */
export interface Flags {
  deck: string;
  out: string;
  site: boolean;
  kit?: boolean;
  stock?: string[];
  only?: string[];
  set?: string;
  hand?: string;
  since?: string;
  lang?: string;
  copies?: string;
  teams?: string;
  lowInk?: boolean;
  sides?: 'fronts' | 'backs' | 'both';
  splitSides?: boolean;
  order?: 'sheets' | 'stacks';
  lift?: string;
  flip?: Flip;
  marks?: Marks;
  skip?: string;
  backOffset?: string;
  dieLine?: boolean;
  ground?: 'none';
  profile?: string;
  dpi?: string;
  cardStock?: string;
  json?: boolean;
  csv?: boolean;
  quiet?: boolean;
  strict?: boolean;
  port?: string;
}

/**
 * Where the deck is; both paths absolute.
 *
 * @throws UsageError where it is not there
 */
export async function deckAt(flags: Pick<Flags, 'deck'>): Promise<{ deck: string; root: string }> {
  const deck = path.resolve(flags.deck);
  if ((await stat(deck).catch(() => undefined))?.isDirectory()) return { deck, root: process.cwd() };
  throw new UsageError(await noDeck(flags.deck));
}

/**
 * Turns flags into what a build takes; every path absolute.
 *
 * @throws UsageError for a deck that is not there and for a value that cannot be read
 */
export async function optionsOf(flags: Flags): Promise<BuildRequest> {
  const { deck, root } = await deckAt(flags);
  const { only = [], set, hand, since, lowInk, sides, flip, marks, skip, profile, dieLine, ground } = flags;
  return {
    deck,
    out: path.resolve(flags.out),
    root,
    stocks: flags.stock?.flatMap((ids) => ids.split(',').map((id) => id.trim())) ?? [],
    cards: {
      only,
      set,
      hand,
      since,
      copies: number('--copies', flags.copies, 1, 999),
      teams: number('--teams', flags.teams, 1, 30),
    },
    print: {
      lowInk,
      sides,
      split: splitOf(flags),
      order: orderOf(flags),
      lift: number('--lift', flags.lift, 1, MOST_IN_LIFT),
      flip,
      marks,
      skip,
      profile,
      dieLine,
      ground,
      backOffset: offset(flags.backOffset),
      caliper: caliper(flags.cardStock),
      dpi: number('--dpi', flags.dpi, 30, 1200),
    },
    site: flags.site,
    kit: flags.kit,
    lang: flags.lang,
    strict: flags.strict,
  };
}

function splitOf({ splitSides, sides }: Flags): boolean | undefined {
  if (splitSides && sides !== undefined) {
    throw new UsageError('give --split-sides or --sides: the first makes both, in two files');
  }
  return splitSides;
}

/** `--lift` implies stacks: a lift is a stack of sheets that is cut at once. */
function orderOf({ order, lift }: Flags): 'sheets' | 'stacks' | undefined {
  if (order === 'sheets' && lift !== undefined) {
    throw new UsageError('--lift is about stacks: leave out --order sheets');
  }
  return lift === undefined ? order : 'stacks';
}

/** Advice where there is no deck: most often the terminal is in another folder. */
async function noDeck(folder: string): Promise<string> {
  const here = process.cwd();
  if (await stat(path.join(here, 'deck.yaml')).catch(() => undefined)) {
    return `you are inside the deck's folder. Go up to the folder around it: cd .. (or add --deck .)`;
  }
  return (
    `there is no deck folder "${folder}" in ${here}. Go to the folder that holds yours (cd my-deck), name it ` +
    '(--deck FOLDER), or start one: npx prepdeck init my-deck'
  );
}

/**
 * The port that a server takes: `usual`, or one after it, where none was asked for.
 *
 * @throws UsageError for a text that is no port number
 */
export function portOf({ port }: Pick<Flags, 'port'>, usual: number): Port {
  return { port: number('--port', port, 0, 65_535) ?? usual, asked: port !== undefined };
}

function number(flag: string, text: string | undefined, least: number, most: number): number | undefined {
  return text === undefined ? undefined : wholeNumber(flag, text, least, most);
}

/** `0.33mm` or `310gsm`: how thick one card is, in mm. */
function caliper(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, value, unit] = /^(\d+(?:\.\d+)?) ?(mm|gsm)$/u.exec(text) ?? [];
  const thickness = unit === 'gsm' ? caliperOf(Number(value)) : Number(value);
  if (thickness >= 0.05 && thickness <= 2) return thickness;
  throw new UsageError(`--card-stock is the thickness or weight of one card, e.g. 0.33mm or 310gsm (got: ${text})`);
}

function offset(text: string | undefined): { x: number; y: number } | undefined {
  if (text === undefined) return undefined;
  const read = parseOffset(text);
  if ('error' in read) throw new UsageError(`--back-offset: ${read.error}`);
  return read.ok;
}
