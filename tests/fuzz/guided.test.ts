import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemText } from '../../src/cli/report.ts';
import { svgFault } from '../../src/deck/assets/svg.ts';
import { drawingOf } from '../../src/deck/assets/svg-drawing.ts';
import { parseBody } from '../../src/deck/cards/body.ts';
import { xmlTokens } from '../../src/deck/table/xml.ts';
import { ZipFault } from '../../src/deck/table/zip.ts';
import { readQuery } from '../../src/model/query.ts';
import { operations } from '../../src/press/operations.ts';
import { parseYaml } from '../../src/read/yaml.ts';
import { readRecord } from '../../src/record/read.ts';
import { type FilledSheet, recordJson } from '../../src/record/record.ts';
import { expectSame } from '../read/yaml-twice.ts';
import { guided } from './guided.ts';
import { holds } from './limit.ts';
import { isLong, times } from './mutants.ts';

// Readers that are pure: inputs that reach new code are kept, and the next ones are made of them.

const facets = { familyKeys: { pattern: 'family' }, fields: [{ key: 'level' }] };
const sheets: FilledSheet[] = [
  { sheet: 'a', team: 'North', fields: { goal: 'More', 'rows.1.owner': 'Zoë', agreed: true } },
];

/** Throws where a message does not speak of the input. */
function said(text: string): void {
  expect(text).not.toMatch(/undefined|\[object|Cannot read|is not a function/u);
}

const READERS: Record<string, { seeds: string[]; read: (text: string) => void }> = {
  drawing: {
    seeds: [
      '<svg viewBox="0 0 24 24"><g transform="rotate(3)"><path d="M4 6h16M4 12a5 5 0 0 1 9 3z"/><use href="#a"/></g></svg>',
      '<svg width="9" height="9"><style>.a{fill:red;stroke:#00f}</style><rect id="a" class="a" width="4" height="4" rx="1"/></svg>',
    ],
    read: (text) => {
      const drawn = svgFault(text) ?? drawingOf(text, 2400);
      if ('what' in drawn) return;
      expect(drawn.paths.flatMap(({ d }) => d.match(/NaN|Infinity|undefined/gu) ?? [])).toEqual([]);
    },
  },
  yaml: {
    seeds: ['title: A row\nrelated: [one, two]\nlevel: { a: 1, b: "x" }\n', '- a\n- |\n  text\n- >-\n  folded # no\n'],
    read: (text) => {
      parseYaml(text, 'a.yaml', (one) => one.fatal && problemText(one, { colour: false }).length > 0);
      expectSame(text);
    },
  },
  body: {
    seeds: [
      '## How it works\n\nSome *text* with <Card id="a" /> and **more**.\n\n- one\n- two\n\n| A | B |\n|---|---|\n| c | d |\n',
    ],
    read: (text) => {
      if (text.length > 2000) return;
      const read = parseBody(text, 'a.mdx');
      if ('mistake' in read) said(read.mistake.reason.replaceAll(text.slice(0, 9), ''));
    },
  },
  query: {
    seeds: ['family:REC,TRU level:feature -suit:risk'],
    read: (text) => {
      const read = readQuery(text, { facets, cards: [] });
      if ('error' in read) expect(read.error).not.toBe('');
    },
  },
  record: {
    seeds: [recordJson({ deck: 'Kitchen', version: '1.0.0', sheets })],
    read: (text) => {
      const read = readRecord(text);
      if (!('faults' in read)) expect(readRecord(recordJson(read.record))).toEqual(read);
    },
  },
  'operators of PDF': {
    seeds: ['q 1 0 0 1 12.5 -3 cm /F1 7 Tf BT (a\\)b) Tj [<0041> -20 (c)] TJ ET S /P <</MCID 0>> BDC EMC Q\n'],
    read: (text) => {
      try {
        for (const _ of operations(new TextEncoder().encode(text)));
      } catch (cause) {
        expect(String(cause)).toContain('damaged');
      }
    },
  },
  'tags of a spreadsheet': {
    seeds: ['<?xml version="1.0"?><a x="1"><!-- b --><c d=\'&amp;&#65;\'/>text</a>'],
    read: (text) => {
      try {
        for (const _ of xmlTokens(text));
      } catch (cause) {
        expect(cause).toBeInstanceOf(ZipFault);
      }
    },
  },
};

describe('what reaches new code of a reader', () => {
  test.each(Object.entries(READERS))('%s', (_, { seeds, read }) => {
    const seed = isLong ? Date.now() : 19;
    const { kept } = guided({ seeds, read, runs: 60 * (isLong ? times : 1), seed });
    expect(kept).toBeGreaterThan(0);
  });
});

test('a reader that takes too long for one input is named with it', async () => {
  const slow = () => {
    const before = process.cpuUsage();
    for (let used = 0; used < 50_000; ) {
      const { user, system } = process.cpuUsage(before);
      used = user + system;
    }
  };
  const said = { cause: { message: expect.stringMatching(/^a reader took \d+ ms$/u) } };
  await expect(holds(fc.constant('[['), 1, slow, 10)).rejects.toMatchObject(said);
  const tried = async () => guided({ seeds: ['[['], read: slow, runs: 1, seed: 19, limit: 10 });
  await expect(tried()).rejects.toMatchObject({ message: 'a reader fell over "[["', ...said });
});
