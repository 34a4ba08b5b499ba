import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isNoSubstitutionTemplateLiteral, isStringLiteral, type Node } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';

// The engine and the catalog know no deck: no text in their code is an id, a suit or a facet's value of the one that is shipped.

const root = path.resolve(import.meta.dirname, '..');

/** Words of plain code that the shipped deck has too, and where they mean something else. */
const PLAIN: Readonly<Record<string, { where: RegExp; why: string }>> = {
  element: { where: /^src\//u, why: 'a kind of node of a tree' },
  message: { where: /^src\/(dev|face|looks|raster|press|catalog\/client)\//u, why: 'an event, a key of a finding' },
  function: { where: /^src\//u, why: 'a type of JavaScript' },
  both: { where: /^src\//u, why: 'fronts and backs' },
  page: { where: /^(src\/|layouts\/site\/)/u, why: 'of paper, of a site' },
  optional: { where: /^src\//u, why: 'of a key' },
  required: { where: /^src\//u, why: 'of a key' },
  landscape: { where: /^src\//u, why: 'of paper' },
  choice: {
    where: /^src\/(deck\/table\/|pdf\/form|target\/worksheets|catalog\/client\/draw-choices)/u,
    why: 'a kind of cell, of field',
  },
  people: { where: /^src\/(plan\/guide\/|catalog\/client\/run)/u, why: 'how many come, in a tag and in an address' },
  rules: { where: /^src\/(deck\/table|press)\//u, why: 'of a column, of PDF/X' },
  trust: { where: /^src\/deck\/chain\//u, why: 'a key of deck.yaml' },
  search: { where: /^(layouts\/site|src\/catalog\/client)\//u, why: 'a kind of field' },
  results: { where: /^(layouts\/site|src\/catalog\/client)\//u, why: 'a part of a page' },
  pattern: { where: /^src\/(press\/|deck\/assets\/svg-)/u, why: 'a color space of PDF, an element of SVG' },
  activity: {
    where: /^src\/(plan\/(agenda|packing|guide\/\w[\w-]*)|command\/(agenda|calendar))\.ts$/u,
    why: 'a kind of block of day.yaml',
  },
  measure: { where: /^src\/face\/threads\.ts$/u, why: 'what a thread is asked to do' },
  outcomes: { where: /^src\/(catalog\/client\/record-sheets|plan\/record\/chapters)\.ts$/u, why: 'a part of a record' },
  role: { where: /^src\/catalog\/client\/run-qr\.ts$/u, why: 'an attribute of HTML' },
  votes: {
    where: /^src\/catalog\/client\/(vote-box|run-page)\.ts$/u,
    why: 'what a room votes, where the browser keeps it',
  },
  hr: { where: /^src\/deck\/table\/code-pages\.ts$/u, why: 'the code of Croatian' },
  gap: { where: /^layouts\/site\/parts\/form\.tsx$/u, why: 'a blank in a sentence' },
  cover: { where: /^src\/(target\/(cut-out|table)|plan\/printed-counts)\.ts$/u, why: 'a look' },
};

/** What the shipped deck calls its cards, its suits, their families and the values of its lists. */
function named(): Set<string> {
  const { suits, lists } = parse(readFileSync(path.join(root, 'deck/suits.yaml'), 'utf8')) as {
    suits: Record<string, { families?: Record<string, unknown> }>;
    lists: Record<string, Record<string, string>>;
  };
  const files = readdirSync(path.join(root, 'deck/cards'), { recursive: true, encoding: 'utf8' });
  const ids = files.filter((name) => name.endsWith('.mdx')).map((name) => path.basename(name, '.mdx'));
  const families = Object.values(suits).flatMap(({ families: own = {} }) => Object.keys(own));
  return new Set([
    ...ids,
    ...Object.keys(suits),
    ...families,
    ...Object.values(lists).flatMap((one) => Object.keys(one)),
  ]);
}

const api = new API({ cwd: root });
afterAll(() => api.close());

test('no text in src/ and layouts/site is a name of the shipped deck', () => {
  const [project] = api.updateSnapshot({ openProjects: [path.join(root, 'tsconfig.json')] }).getProjects();
  if (!project) throw new Error('tsconfig.json is not there');
  const names = named();
  expect(names.size).toBeGreaterThan(250);
  const found: string[] = [];
  for (const file of project.program.getSourceFileNames()) {
    const shown = path.relative(root, file).split(path.sep).join('/');
    if (!/^(src|layouts\/site)\//u.test(shown) || shown.startsWith('src/templates/')) continue;
    const visit = (node: Node): void => {
      const isText = isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node);
      if (isText && names.has(node.text) && !PLAIN[node.text]?.where.test(shown)) {
        found.push(`${shown} '${node.text}'`);
      }
      node.forEachChild(visit);
    };
    const source = project.program.getSourceFile(file);
    if (source) visit(source);
  }
  expect(found).toEqual([]);
});
