import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { DeckFacts } from './deck-facts.ts';
import { type Engine, emptyFolder, putAside } from './engine-copy.ts';
import { changeCard, frozenCopy, type Place, settled } from './frozen.ts';
import type { Goal } from './goals.ts';
import { addFooter, cardSaves, layoutSaves } from './saves.ts';
import type { Measure } from './summary.ts';
import { FOLD, makeTenfold } from './tenfold.ts';

/** A piece of work that is measured. */
export interface Row {
  work: string;
  goal?: Goal;
  /** What must be there before, and does not count. */
  ready?: () => Promise<unknown>;
  /** One run, or many at once. */
  run: (number: number) => Promise<Measure | Measure[]>;
  /** The share of runs that is shown as the median is elsewhere. */
  share?: number;
  /** True for work that gives all of its runs at once. */
  once?: boolean;
  /** How many words of the deck are missing in what the last run made. */
  lost?: () => Promise<{ words: number; of: number }>;
}

/** Rows that are measured in turn, so that a busy minute is one for all of them. */
export type Group = readonly Row[];

/** What rows work with. */
export interface Bench {
  engine: Engine;
  /** For all that is made. */
  dir: string;
  /** The deck, frozen, which only rows on a deck that is kept change. */
  place: Place;
  facts: DeckFacts;
}

/** Without boards, worksheets and the guide: figures stay comparable while those grow. */
const PLAIN = ['--no-kit', '--quiet'];
const A4 = ['--stock', 'a4', '--no-site', ...PLAIN];
/** What goals of other work are times of. */
export const COLD_A4 = 'cold, A4';
/** The browser that people have installed: what a deck of HTML is printed with. */
export const CHROMIUM = 'Chromium, equal deck';
/** The npm package's, a build for servers without all that a window needs: about a third of the work of the one that people use. */
export const CHROMIUM_SHELL = 'Chromium for servers, equal deck';
export const TYPST = 'Typst, equal deck';

/** Where the last cold run for A4 left its sheets. */
export function sheetsOf({ dir }: Pick<Bench, 'dir'>): string {
  return path.join(dir, 'a4.pdf');
}

/**
 * All work of the table, in its order.
 *
 * @param peers work of other programs, measured in turn with ours
 */
export function allRows(bench: Bench, peers: readonly Row[]): Group[] {
  // Before rows that change a card: words are counted against the deck as it is now.
  return [
    [...coldRows(bench), ...peers],
    ...keptRows(bench),
    ...furtherRows(bench),
    tenfoldRows(bench),
    ...smallRows(bench),
  ];
}

/** Work on a deck of which everything is kept that commands keep. */
function keptRows(bench: Bench): Group[] {
  const { engine, place } = bench;
  const prepdeck = (...args: string[]) => engine.prepdeck([...args, '--deck', place.deck], place.dir);
  const all = () => prepdeck('build', ...PLAIN);
  const check = () => prepdeck('check', ...PLAIN);
  const after = (work: () => Promise<Measure>) => async (number: number) => {
    await changeCard(place, number);
    return await work();
  };
  const same = (work: () => Promise<Measure>) => async () => {
    await settled();
    await work();
  };
  return [
    [
      {
        work: 'nothing changed, all default outputs',
        goal: { seconds: 0.5, times: { most: 1, of: TYPST } },
        ready: same(all),
        run: all,
      },
    ],
    [
      {
        work: 'one card changed, A4',
        goal: { seconds: 1.5 },
        ready: () => prepdeck('build', ...A4),
        run: after(() => prepdeck('build', ...A4)),
      },
    ],
    [{ work: 'one card changed, all default outputs', goal: { seconds: 2.5 }, ready: all, run: after(all) }],
    [{ work: 'check, nothing changed', goal: { seconds: 0.5 }, ready: same(check), run: check }],
    [{ work: 'check, one card changed', goal: { seconds: 1.2 }, ready: check, run: after(check) }],
  ];
}

/** The first build of a deck, with nothing kept of it. */
function cold({ engine, dir }: Bench, deck: string, ...args: string[]) {
  return async (): Promise<Measure> => {
    await engine.forget();
    const cwd = await emptyFolder(dir);
    const measure = await engine.prepdeck(['build', '--deck', deck, ...args], cwd);
    await copyFile(path.join(cwd, 'dist/print/a4.pdf'), sheetsOf({ dir })).catch(() => undefined);
    return measure;
  };
}

function coldRows(bench: Bench): Row[] {
  const { place, facts } = bench;
  const all = cold(bench, place.deck, ...PLAIN);
  return [
    { work: COLD_A4, goal: { times: { most: 1, of: CHROMIUM }, memory: 300 }, run: cold(bench, place.deck, ...A4) },
    // The first run compiles the catalog's scripts.
    { work: 'cold, all default outputs', goal: { times: { most: 1.6, of: COLD_A4 } }, ready: all, run: all },
    {
      work: `cold, ${2 * facts.cards} pictures at 300 dpi (${facts.pictures})`,
      goal: { seconds: 8 },
      run: cold(bench, place.deck, '--stock', facts.pictures, '--no-site', ...PLAIN),
    },
  ];
}

/** What one more stock takes where everything is drawn: the difference between a build with several and one without, for each of them. */
function furtherRows({ engine, dir, place, facts }: Bench): Group[] {
  const build = async (...stocks: string[]) => {
    const out = path.join(place.dir, 'further');
    if (existsSync(out)) await putAside(out, dir);
    const print = stocks.some((id) => facts.inks.includes(id)) ? ['--profile', 'fogra39'] : [];
    const args = ['build', '--deck', place.deck, '--stock', stocks.join(','), '--no-site', ...PLAIN, ...print];
    // Another folder than the last time, or the command would say that nothing has changed.
    return await engine.prepdeck([...args, '--out', out], place.dir);
  };
  const each = (stocks: readonly string[]) => async (): Promise<Measure> => {
    const [without, together] = [await build('a4'), await build('a4', ...stocks)];
    const part = (key: 'seconds' | 'cpu') => ((together[key] ?? 0) - (without[key] ?? 0)) / stocks.length;
    return { ...together, seconds: part('seconds'), cpu: part('cpu') };
  };
  const ready = (stocks: readonly string[]) => () => build('a4', ...stocks);
  const row = (work: string, stocks: readonly string[], seconds: number): Group =>
    stocks.length > 0 ? [{ work, goal: { seconds }, ready: ready(stocks), run: each(stocks) }] : [];
  return [row('a further stock', facts.sheets, 0.2), row('a further stock in inks', facts.inks, 0.5)];
}

function tenfoldRows(bench: Bench): Row[] {
  let deck = '';
  return [
    {
      work: `${FOLD} × the cards, A4`,
      goal: { times: { most: FOLD, of: COLD_A4 }, memory: 700 },
      async ready() {
        ({ deck } = await frozenCopy(bench.place.deck, bench.dir));
        await makeTenfold(deck);
      },
      run: () => cold(bench, deck, ...A4)(),
    },
  ];
}

function smallRows(bench: Bench): Group[] {
  const { engine, place } = bench;
  const list = () => engine.prepdeck(['list', '--deck', place.deck], place.dir);
  const help = () => engine.prepdeck(['--help'], place.dir);
  let saved: Promise<Measure[]> | undefined;
  const saves = () => {
    saved ??= cardSaves({ engine, place, count: 50 });
    return saved;
  };
  const face = () => {
    const [own, ours] = [place.dir, engine.home].map((dir) =>
      path.join(dir, 'layouts/faces', `${bench.facts.face}.tsx`),
    );
    return own && existsSync(own) ? own : (ours ?? '');
  };
  const some = { engine, place, count: 10 };
  return [
    [{ work: 'list', goal: { seconds: 0.5 }, ready: list, run: list }],
    [{ work: '--help', goal: { seconds: 0.2 }, ready: help, run: help }],
    [{ work: 'dev, from a save to both pictures, p50', goal: { seconds: 0.08 }, run: saves, once: true }],
    [{ work: 'dev, from a save to both pictures, p95', goal: { seconds: 0.15 }, run: saves, once: true, share: 0.95 }],
    [
      {
        work: 'dev, the face of the card saved',
        goal: { seconds: 0.7 },
        run: () => layoutSaves(some, face()),
        once: true,
      },
    ],
    [
      {
        work: 'dev, a layout beside the deck saved',
        goal: { seconds: 0.7 },
        run: async () => layoutSaves(some, await addFooter(place)),
        once: true,
      },
    ],
  ];
}
