import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

// How long functions are, and how many arguments they take by their places. A longer one does more than one step; a call with five
// arguments can't be read without the function beside it. Lint says so in the editor, but does not count lines between the tags of
// JSX or in a template: this does.

const root = path.resolve(import.meta.dirname, '..');

/** Lines between a function's braces: what fits on a screen. */
const LONGEST = 40;
/** Arguments by their places; more are an options object. */
const MOST = 4;

interface Measured {
  /** Where it is, for messages. */
  at: string;
  lines: number;
  parameters: number;
}

/** A node of a syntax tree (ESTree), as far as it is read here. */
interface Node {
  type: string;
  start: number;
  end: number;
  body?: unknown;
  params?: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Every function of a source file, those inside others too: declarations, methods, arrows. */
function functionsIn(name: string, text: string): Measured[] {
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  const found: Measured[] = [];
  const visit = (node: Node) => {
    const { body, params } = node;
    if (Array.isArray(params) && isNode(body)) {
      const lines = lineOf(body.end) - lineOf(body.start) + (body.type === 'BlockStatement' ? -1 : 1);
      found.push({ at: `${name}:${lineOf(node.start)}`, lines, parameters: params.length });
    }
    for (const child of Object.values(node).flat()) if (isNode(child)) visit(child);
  };
  const tree: unknown = parseAst(text, { lang: name.endsWith('x') ? 'tsx' : 'ts' }, name);
  if (isNode(tree)) visit(tree);
  return found;
}

function filesIn(dir: string): string[] {
  return readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(dir, name).split(path.sep).join('/'))
    .filter((name) => /\.(tsx?|mjs)$/u.test(name) && !name.endsWith('.d.ts') && !name.startsWith('src/templates/'));
}

test('what is measured: lines between the braces, and arguments; one options object is one', () => {
  const text = `
    export function three(a: number, { b, c }: { b: number; c: number }) {
      const inner = (...rest: number[]) =>
        rest.length;
      return inner(a, b, c);
    }`;
  expect(functionsIn('a.ts', text)).toEqual([
    { at: 'a.ts:2', lines: 3, parameters: 2 },
    { at: 'a.ts:3', lines: 1, parameters: 1 },
  ]);
});

const all = [...filesIn('src'), ...filesIn('layouts')].flatMap((name) =>
  functionsIn(name, readFileSync(path.join(root, name), 'utf8')),
);

test(`no function has more than ${LONGEST} lines`, () => {
  expect(all.filter(({ lines }) => lines > LONGEST)).toEqual([]);
});

test(`no function takes more than ${MOST} arguments by their places`, () => {
  expect(all.filter(({ parameters }) => parameters > MOST)).toEqual([]);
});

test('functions are found in every kind of file', () => {
  const kinds = new Set(all.map(({ at }) => path.extname(at.replace(/:\d+$/u, ''))));
  expect([...kinds].sort()).toEqual(['.mjs', '.ts', '.tsx']);
});
