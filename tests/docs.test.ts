import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAGES } from '../src/looks/page-layouts.ts';

// What is said of files is true: a file that was renamed is renamed where it is named.

const root = path.resolve(import.meta.dirname, '..');
const DOCS = [
  ...[
    'README.md',
    'CONTRIBUTING.md',
    'EXTENDING.md',
    'SECURITY.md',
    'SPREADSHEETS.md',
    'CHANGELOG.md',
    'deck/LICENSE.md',
  ],
  ...['layouts/stocks/README.md', 'layouts/stocks/PRINTING.md', 'layouts/box/README.md'],
];
const text = (doc: string) => readFileSync(path.join(root, doc), 'utf8');

const OURS = ['src', 'tests', 'layouts', 'scripts', '.github'];
const files = OURS.flatMap((dir) =>
  readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' }).map(
    (name) => `/${dir}/${name.split(path.sep).join('/')}`,
  ),
);

/** What stands in backquotes, without blocks of code. */
function quoted(doc: string): string[] {
  const plain = text(doc).replace(/^```.*?^```/gmsu, '');
  return [...plain.matchAll(/`([^`\n]+)`/gu)].map(([, name = '']) => name);
}

/** Whether there is a file or folder of this name; `*` is any part of one. */
function isThere(name: string): boolean {
  const pattern = name.replace(/\/$/u, '').replace(/[.+]/gu, '\\$&').replaceAll('*', '[^/]*');
  return files.some((file) => new RegExp(`/${pattern}$`, 'u').test(file));
}

describe.each(DOCS)('%s', (doc) => {
  test('links to files that are there', () => {
    const plain = text(doc).replace(/`[^`\n]+`/gu, '');
    const links = [...plain.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)].map(([, to = '']) => to);
    const ours = links.filter((to) => !/^https?:/u.test(to));
    expect(ours.filter((to) => !existsSync(path.join(root, path.dirname(doc), to)))).toEqual([]);
  });

  test('names folders and files of ours that are there', () => {
    const names = quoted(doc).filter((name) => /^(src|tests|scripts|\.github)\/[\w./*-]+$/u.test(name));
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });
});

test('comments name scripts that are there', () => {
  const scripts = files.filter((file) => /\.(tsx?|mjs)$/u.test(file)).map((file) => file.slice(1));
  const named = scripts.flatMap((script) =>
    [...text(script).matchAll(/^\s*(?:\/\*\*|\*|\/\/) .*$/gmu)].flatMap(([line]) =>
      [...line.matchAll(/(?<![\w./…-])[\w-]+(?:\/[\w-]+)*\.(?:tsx?|mjs)\b/gu)].map(([name]) => ({ script, name })),
    ),
  );
  expect(named.filter(({ name }) => !isThere(name))).toEqual([]);
  expect(named).toContainEqual({ script: 'src/model/card.ts', name: 'deck/codes.ts' });
});

test('EXTENDING.md names every page of the catalog that may be replaced', () => {
  const [, section = ''] = text('EXTENDING.md').split('## A page of the catalog');
  const [list = ''] = section.split('```');
  const named = new Set([...list.matchAll(/`([a-z]+)`/gu)].map(([, name = '']) => name));
  expect(PAGES.filter((name) => !named.has(name))).toEqual([]);
});

describe('a command is written as it is typed: where prepdeck is a package of the project, “prepdeck check” is not found', () => {
  const COMMAND = /prepdeck (?=[a-z])/u;
  const chapters = readdirSync(path.join(root, 'deck/guide'), { recursive: true, encoding: 'utf8' });
  const GUIDE = chapters.filter((name) => name.endsWith('.mdx')).map((name) => `deck/guide/${name}`);

  test('in what people read', () => {
    const named = DOCS.filter((doc) => doc !== 'CHANGELOG.md').flatMap(quoted);
    const told = GUIDE.flatMap((page) => [...text(page).matchAll(/\*\*([^*]+)\*\*/gu)].map(([, words = '']) => words));
    const commands = [...named, ...told].filter((one) => COMMAND.test(one));
    expect(commands.filter((one) => !one.startsWith('npx '))).toEqual([]);
    expect(commands).toContain('npx prepdeck build --stock a4');
    expect(commands).toContain('npx prepdeck pack --people 12 --set one-day');
  });

  test('in what the tool says', () => {
    const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const typed = sources
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const lines = text(path.join('src', name)).split('\n');
        return lines
          .filter((line) => /(?:: |; |[Rr]un |e\.g\. |again, with )prepdeck (?!did )[a-z]/u.test(line))
          .map((line) => `${name}: ${line.trim()}`);
      });
    expect(typed).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  test('names scripts that are there', () => {
    const names = quoted('CONTRIBUTING.md').filter((name) => /^[\w./*-]+\.(tsx?|mjs)$/u.test(name));
    // What an organization writes, and may leave out.
    expect(names.filter((name) => !isThere(name) && !['footer.tsx', 'back.tsx'].includes(name))).toEqual([]);
    expect(names).toContain('src/build.ts');
  });

  test('has every room of src/, and no other', () => {
    const rows = text('CONTRIBUTING.md').matchAll(/^\| ((?:`[a-z-]+\/`(?:, )?)+) \|/gmu);
    const named = [...rows].flatMap(([, cell = '']) => cell.split(', ').map((one) => one.slice(1, -2)));
    const rooms = readdirSync(path.join(root, 'src'), { withFileTypes: true });
    const dirs = rooms.filter((one) => one.isDirectory()).map(({ name }) => name);
    expect(named.sort()).toEqual(dirs.sort());
  });

  test('names commands that package.json has', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = DOCS.flatMap(quoted).flatMap((one) =>
      [...one.matchAll(/npm run ([\w:]+)/gu)].map(([, name = '']) => name),
    );
    expect([...new Set(named)].filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    expect(named).toContain('test:long');
  });
});
