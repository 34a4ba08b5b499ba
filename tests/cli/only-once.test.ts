import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CommandResult, onlyOnce } from '../../src/cli/only-once.ts';
import type { Cache } from '../../src/model/cache.ts';
import { accepted, error, type Problem, warning } from '../../src/model/problem.ts';
import type { BuildRequest } from '../../src/plan/options.ts';
import { openCache } from '../../src/write/cache.ts';
import { manifestText } from '../../src/write/manifest.ts';

let root: string;
let options: BuildRequest;
let cache: Cache;
const at = (name: string) => path.join(root, name);

function put(name: string, text: string): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'again-'));
  put('deck/cards/a.mdx', 'one');
  put('layouts/sheets/own.yaml', 'paper');
  put('package.json', '{}');
  cache = openCache(at('cache'), '1');
  options = { deck: at('deck'), out: at('dist'), root, stocks: [], cards: { only: [] }, print: {}, site: true };
  later();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

/** So much later that what was written may be taken as finished. */
function later(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
}

/** A file that is changed in the millisecond in which work begins counts as changed meanwhile. */
async function aMoment(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
}

const found = (): Problem[] => [
  warning({
    file: 'deck/cards/a.mdx',
    place: { line: 3, column: 2 },
    rule: 'card/long',
    message: 'Long.',
    got: '27',
    allowed: ['26'],
    note: 'Cut it.',
  }),
  accepted(warning({ file: 'deck/deck.yaml', rule: 'deck/old', message: 'Old.' }), 'known'),
];

/** Does the work, and says whether it was done. */
async function run(
  some: Partial<BuildRequest> = {},
  problems: readonly Problem[] = found(),
  meanwhile = () => {},
): Promise<{ worked: boolean; result: CommandResult }> {
  let worked = false;
  const given = { ...options, ...some };
  const result = await onlyOnce(
    given,
    async () => {
      worked = true;
      meanwhile();
      put('dist/print/a4.pdf', 'sheets');
      const sha256 = createHash('sha256').update('sheets').digest('hex');
      const outputs = [{ path: 'print/a4.pdf', bytes: 6, sha256 }];
      put('dist/manifest.json', manifestText({ name: 'Deck', version: '1.0.0', cards: 1, outputs }));
      const lines = ['  dist/print/a4.pdf'];
      return {
        result: { problems, version: '1.0.0', outputs, done: 'Deck 1.0.0: 1 card', lines },
        sources: { dirs: [at('deck'), at('layouts')], layouts: [] },
      };
    },
    { makesFiles: true, cache },
  );
  return { worked, result };
}

describe('a build', () => {
  test('of which nothing has changed is not done again, and says the same', async () => {
    const first = await run();
    expect(first.worked).toBe(true);
    const second = await run();
    expect(second.worked).toBe(false);
    expect(first.result).toEqual({ ...second.result, again: false });
    expect(second.result.problems.map(String)).toEqual(found().map(String));
  });

  const edited = (name: string, text: string) => () => put(name, text);
  const sameDate = (name: string, text: string) => {
    const { atime, mtime } = statSync(at(name));
    put(name, text);
    utimesSync(at(name), atime, mtime);
  };
  test.each<[what: string, change: () => void]>([
    ['a card', edited('deck/cards/a.mdx', 'changed')],
    ['a card, of the same size and with its old date', () => sameDate('deck/cards/a.mdx', 'two')],
    ['a new card', edited('deck/cards/b.mdx', 'two')],
    ['a card that is gone', () => rmSync(at('deck/cards/a.mdx'))],
    ['a stock', edited('layouts/sheets/own.yaml', 'other')],
    ['a folder that is gone', () => rmSync(at('layouts'), { recursive: true })],
    ['the packages', edited('package.json', '{"version":"2"}')],
    ['the packages, by npm', edited('node_modules/.package-lock.json', '{}')],
    ['the packages, by pnpm', edited('node_modules/.modules.yaml', 'a: 1')],
    ['the packages, by yarn', edited('node_modules/.yarn-state.yml', 'a: 1')],
    ['a file that was made', edited('dist/print/a4.pdf', 'SHEETS')],
    ['a file that was made, with its old date', () => sameDate('dist/print/a4.pdf', 'SHEETS')],
    ['a file that was made and is cut short', edited('dist/print/a4.pdf', 'shee')],
    [
      'a file that was made and has another in its place, with its old date',
      () => {
        put('other', 'SHEETS');
        const { atime, mtime } = statSync(at('dist/print/a4.pdf'));
        utimesSync(at('other'), atime, mtime);
        renameSync(at('other'), at('dist/print/a4.pdf'));
      },
    ],
    ['a file that was made and is gone', () => rmSync(at('dist/print/a4.pdf'))],
    ['the manifest', edited('dist/manifest.json', '{}')],
    ['the output folder', () => rmSync(at('dist'), { recursive: true })],
  ])('is done again after a change: %s', async (_, change) => {
    await run();
    // What was made is read now, and known by its stamp afterwards.
    later();
    expect((await run()).worked).toBe(false);
    change();
    later();
    expect((await run()).worked).toBe(true);
    expect((await run()).worked).toBe(false);
    expect(readFileSync(at('dist/print/a4.pdf'), 'utf8')).toBe('sheets');
  });

  test('is done again where a file has changed in a folder that a link leads to, which may lead back', async () => {
    put('elsewhere/a/one', '1');
    symlinkSync(at('elsewhere'), at('deck/linked'));
    symlinkSync(at('deck'), at('deck/back'));
    later();
    await run();
    expect((await run()).worked).toBe(false);
    writeFileSync(at('elsewhere/a/one'), '2');
    later();
    expect((await run()).worked).toBe(true);
  });

  test('is done again where a link leads to another file', async () => {
    put('elsewhere/one', '1');
    put('elsewhere/two', '2');
    symlinkSync(at('elsewhere/one'), at('deck/link'));
    later();
    await run();
    writeFileSync(at('elsewhere/one'), 'changed');
    later();
    expect((await run()).worked).toBe(true);
  });

  test('is done again where a file of a linked folder was changed', async () => {
    put('elsewhere/art/one.png', '1');
    symlinkSync(at('elsewhere/art'), at('deck/art'));
    later();
    await run();
    put('elsewhere/art/one.png', '2');
    later();
    expect((await run()).worked).toBe(true);
  });

  test('is done again where its press profile was changed', async () => {
    put('press.icc', 'one');
    later();
    const print = { profile: at('press.icc') };
    await run({ print });
    expect((await run({ print })).worked).toBe(false);
    put('press.icc', 'two');
    later();
    expect((await run({ print })).worked).toBe(true);
  });

  test.each<[what: string, change: () => void]>([
    ['date to print', () => vi.stubEnv('SOURCE_DATE_EPOCH', '1')],
    ['kind of React', () => vi.stubEnv('NODE_ENV', 'another')],
    ['folder to run in', () => vi.spyOn(process, 'cwd').mockReturnValue(tmpdir())],
    ['Node', () => vi.stubGlobal('process', Object.create(process, { version: { value: 'v1' } }))],
  ])('with another %s is another build', async (_, change) => {
    await run();
    change();
    const { worked } = await run();
    vi.unstubAllGlobals();
    expect(worked).toBe(true);
  });

  test('is done after a check, which makes no files', async () => {
    let count = 0;
    const work = async () => {
      count += 1;
      return {
        result: { problems: [], outputs: [], done: '', lines: [] },
        sources: { dirs: [at('deck')], layouts: [] },
      };
    };
    await onlyOnce(options, work, { cache });
    await onlyOnce(options, work, { cache });
    expect(count).toBe(1);
    expect((await run()).worked).toBe(true);
  });

  test.each<[what: string, some: Partial<BuildRequest>]>([
    ['stock', { stocks: ['a4'] }],
    ['cards', { cards: { only: ['suit:risk'] } }],
    ['way to print', { print: { lowInk: true } }],
    ['language', { lang: 'de' }],
    ['output folder', { out: '/nowhere' }],
  ])('with another %s is another build', async (_, some) => {
    await run();
    expect((await run(some)).worked).toBe(true);
  });

  test('whose files were changed just before is not done again', async () => {
    vi.useRealTimers();
    put('deck/cards/a.mdx', 'saved');
    await aMoment();
    expect((await run()).worked).toBe(true);
    expect((await run()).worked).toBe(false);
    put('deck/cards/a.mdx', 'again');
    await aMoment();
    expect((await run()).worked).toBe(true);
    expect((await run()).worked).toBe(false);
    later();
    expect((await run()).worked).toBe(false);
  });

  test('while which a card was changed is done again', async () => {
    vi.useRealTimers();
    expect((await run({}, found(), () => put('deck/cards/a.mdx', 'meanwhile'))).worked).toBe(true);
    await aMoment();
    expect((await run()).worked).toBe(true);
    expect((await run()).worked).toBe(false);
  });

  test('is another than a list, and so are two lists', async () => {
    const said: string[] = [];
    const list = async (only: readonly string[]) => {
      const asked = { command: 'list', deck: options.deck, root, only };
      const result = { problems: [], outputs: [], done: '', lines: [`cards of ${only.join()}`] };
      const work = async () => ({ result, sources: { dirs: [at('deck')], layouts: [] } });
      said.push(`${(await onlyOnce(asked, work, { cache })).lines.join()}`);
    };
    await run();
    for (const only of [[], ['suit:a'], ['suit:b'], ['suit:a']]) await list(only);
    expect(said).toEqual(['cards of ', 'cards of suit:a', 'cards of suit:b', 'cards of suit:a']);
    expect((await run()).worked).toBe(false);
  });

  test('that does not say what it was made from is done again', async () => {
    let count = 0;
    const work = async () => {
      count += 1;
      return { result: { problems: [], outputs: [], done: '', lines: [] }, sources: undefined };
    };
    await onlyOnce(options, work, { cache });
    await onlyOnce(options, work, { cache });
    expect(count).toBe(2);
  });

  test('with errors is done again', async () => {
    const wrong = [error({ file: 'deck/cards/a.mdx', rule: 'card/wrong', message: 'Wrong.' })];
    await run({}, wrong);
    expect((await run({}, wrong)).worked).toBe(true);
  });
});
