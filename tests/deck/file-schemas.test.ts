import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { problemText } from '../../src/cli/report.ts';
import { init } from '../../src/command/init.ts';
import { openChain } from '../../src/deck/chain/chain.ts';
import { editorSchema, fileSchemas } from '../../src/deck/file-schemas.ts';
import { loadLooks } from '../../src/looks/looks.ts';
import { error, warning } from '../../src/model/problem.ts';
import { layoutsDir } from '../../src/read/package.ts';
import { stockSchema } from '../../src/stock/schema.ts';
import { schemaTarget } from '../../src/target/schema.ts';
import type { Job } from '../../src/target/target.ts';
import { loadDeck } from '../fixtures/load.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-schemas-'));
});
afterAll(() => rm(root, { recursive: true }));

/** A new deck, its schemas, and what reads its files. */
async function started(template: string) {
  const dir = path.join(root, template);
  await init({ dir, template, date: '2026-11-21' });
  const { layouts } = await openChain({ dir: path.join(dir, 'deck'), root: dir });
  const looks = await loadLooks(...layouts);
  const { deck } = await loadDeck({ dir: path.join(dir, 'deck'), root: dir, looks });
  if (!deck) throw new Error('the new deck can’t be loaded');
  const text = (name: string) => readFile(path.join(dir, name), 'utf8');
  const read = async (name: string) => parse(await text(name)) as Record<string, unknown>;
  return { deck, looks, text, read, schemas: fileSchemas(deck, looks) };
}

/** Whether data is what a JSON Schema wants. */
function fits(schema: unknown, data: unknown): boolean {
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(data).success;
}

describe.each(['blank', 'game', 'org'])('a new deck, %s', (template) => {
  test('has files that its schemas take, which a build makes; slips they do not', async () => {
    const { deck, looks, text, read, schemas } = await started(template);
    const settings = await read('deck/deck.yaml');
    expect(fits(schemas.deck, settings)).toBe(true);
    expect(fits(schemas.deck, { ...settings, prinst: ['a4'] })).toBe(false);
    expect(fits(schemas.tokens, await read('deck/tokens.json'))).toBe(true);
    expect(fits(schemas.tokens, { colour: { ink: { $value: 3 } } })).toBe(false);

    const outputs = await schemaTarget({ deck, looks, isOurs: false } as unknown as Job, async () => []);
    const made = outputs.map((one) => `dist/${one.path}`);
    const texts = await Promise.all(['deck/deck.yaml', 'deck/tokens.json', '.vscode/settings.json'].map(text));
    const named = texts.flatMap((one) => one.match(/dist\/schema\/[\w/.-]+\.json/gu) ?? []);
    expect(named).toHaveLength(4);
    expect(named.filter((one) => !made.includes(one))).toEqual([]);
    if (template === 'org') return;
    const suits = await read('deck/suits.yaml');
    expect(fits(schemas.suits, suits)).toBe(true);
    const slip = { suits: { habit: { name: 'H', one: 'H', code: 'H', colour: 'habbit', face: 'general' } } };
    expect(fits(schemas.suits, slip)).toBe(false);
  });
});

test('papers are completed and checked', async () => {
  const schema = editorSchema(stockSchema);
  const a4 = parse(await readFile(path.join(layoutsDir, 'stocks/a4.yaml'), 'utf8')) as Record<string, unknown>;
  expect(fits(schema, a4)).toBe(true);
  expect(fits(schema, { ...a4, marks: 'corp' })).toBe(false);
});

test('what check says is put at its place in the editor', async () => {
  const tasks = new URL('../../src/templates/shared/dot-vscode/tasks.json', import.meta.url);
  const { tasks: all } = JSON.parse(await readFile(tasks, 'utf8')) as {
    tasks: { problemMatcher: { pattern: { regexp: string } }[] }[];
  };
  const [located, whole] = all[0]?.problemMatcher.map(({ pattern }) => new RegExp(pattern.regexp, 'u')) ?? [];
  const at = { file: 'deck/cards/a.mdx', rule: 'card/title', message: 'Wrong.' };
  const line = (text: string) => text.split('\n')[0] ?? '';
  const one = line(problemText(error({ ...at, place: { line: 3, column: 7 } }), { colour: false }));
  const other = line(problemText(warning(at), { colour: false }));
  expect(located?.exec(one)?.slice(1)).toEqual(['deck/cards/a.mdx', '3', '7', 'error', 'Wrong.  card/title']);
  expect(located?.exec(other)).toBe(null);
  expect(whole?.exec(other)?.slice(1)).toEqual(['deck/cards/a.mdx', 'warning', 'Wrong.  card/title']);
  expect(whole?.exec(one)).toBe(null);
});
