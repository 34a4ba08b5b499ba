import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { getDocument } from './fixtures/pdfjs.ts';

const tests = import.meta.dirname;

/** Of a language that nothing was loaded into: what pdfjs brings says that it is native, too. */
const sourceOf: typeof Function.prototype.toString = runInNewContext('Function.prototype.toString');

test('a test that reads a PDF leaves the language as it is for those after it', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const document = await getDocument({ data: await pdf.save(), verbosity: 0 }).promise;
  expect(document.numPages).toBe(1);
  await document.destroy();
  const parts = [
    JSON,
    Array.prototype,
    Map.prototype,
    Set.prototype,
    String.prototype,
    RegExp.prototype,
    Function.prototype,
  ];
  const names = ['parse', 'stringify', 'push', 'splice', 'map', 'get', 'set', 'add', 'replace', 'exec', 'toString'];
  const own = parts.flatMap((part) =>
    names.flatMap((name) => Object.getOwnPropertyDescriptor(part, name)?.value ?? []),
  );
  expect(own.length).toBeGreaterThan(12);
  for (const one of own) expect(sourceOf.call(one)).toBe(`function ${one.name}() { [native code] }`);
});

test('pdfjs is loaded in one place', () => {
  const names = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name));
  const loading = names.filter((name) =>
    /['"]pdfjs-dist\/(?:legacy|build)/u.test(readFileSync(path.join(tests, name), 'utf8')),
  );
  // The bench reads in a process of its own.
  expect(loading.map((name) => name.split(path.sep).join('/')).sort()).toEqual([
    'bench/read-faces.ts',
    'fixtures/pdfjs.ts',
  ]);
});
