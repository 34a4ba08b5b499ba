import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../impose/support.ts';

// Figures of somebody's product stand in a file with where they come from and when that was read: a maker changes them, and a user
// must know what to compare.

const dir = path.join(root, 'layouts/stocks');
const files = readdirSync(dir).filter((name) => name.endsWith('.yaml'));
const texts = files.map((name) => ({ name, text: readFileSync(path.join(dir, name), 'utf8') }));

/** Services with pixels or rules of their own, plotters, card that is cut already. */
const ofMakers = texts.filter(({ text }) =>
  /^pictures: \{ width|^press: .*inkLimit|^registration:|^marks: none/mu.test(text),
);

test('there are services, plotters and pre-cut card', () => {
  const kinds = [
    'tgc-poker',
    'mpc-poker',
    'drivethru-poker',
    'silhouette-a4',
    'summa-a3',
    'avery-95328',
    'perforated-a7',
  ];
  expect(ofMakers.map(({ name }) => path.basename(name, '.yaml'))).toEqual(expect.arrayContaining(kinds));
});

test.each(ofMakers)(
  '$name says whose figures it has: a standard, or second-hand ones and when they were read',
  ({ text }) => {
    const comment = [...text.matchAll(/^# ?(.*)$/gmu)].map(([, line]) => line).join(' ');
    expect(comment).toMatch(/by ISO 216|Second-hand\b.*\bread (in November|on) 20\d\d|read in \w+ 20\d\d/u);
  },
);
