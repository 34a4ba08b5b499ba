import path from 'node:path';
import { elements } from '../../layouts/elements.tsx';
import type { SiteInput } from '../../src/catalog/input.ts';
import type { Workshop } from '../../src/model/day.ts';
import type { Deck } from '../../src/model/deck.ts';
import { withGuide } from '../../src/plan/guide/guide.ts';
import { withDeck } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { looks } from '../fixtures/looks.ts';
import { sampleInput } from './sample.ts';

// A catalog of a small deck with a board, a worksheet that each table fills in, one that the room fills in, an agenda and a guide.

const PLAN = `---
title: Plan
lead: One line a task.
card: first-look
---

## Who and what
Take <Card id="first-look" /> first.

<Line id="group" label="Group" hint="as on the door" />
<Line id="pattern" label="Pattern" of="suit:pattern" />

<Box id="free" label="Anything else" lines="3" />
<Tick id="done" label="All is done" />
<Scale id="fit" label="How it fits" from="1" to="3" low="badly" high="well" />
<Vote id="votes" label="Votes" />

We start on <Blank id="day" label="day" />.

## Tasks

<Table id="tasks" rows="2" />
<Column id="card" label="Card" kind="card" of="suit:pattern" />
<Column id="task" label="Task" width="3" />
<Column id="ready" label="Ready" kind="tick" />

<Table id="law" label="May we" />
<Column id="basis" label="Basis" />
<Row id="gdpr" label="GDPR" />
`;

const LOG = `---
title: Log
---

## Decisions

<Line id="keeper" label="Keeper" />
`;

const BOARD = `---
title: Gap
lead: Today and wanted.
---

## Today
<Line id="today" label="Today, a line each" />
<CardPlace id="first" label="First" of="suit:pattern" />

## All
<Index of="suit:pattern" />
`;

const CHAPTER = `---
title: How It Runs
lead: One page.
order: 1
part: The day
sources: ['A page, https://www.example.org/a-very-long-address-that-has-no-place-to-break-and-is-wider-than-any-phone-would-be']
---

## Steps
Lay <Card id="first-look" /> on the <Board id="gap" /> board, and take the <Worksheet id="plan" /> sheet.

## Words
| Word | What it means |
|---|---|
| Plan | *Who* does **what** |

## Cards
<Reference of="suit:pattern" show="gist" />

<Index of="suit:pattern" />
`;

const Page = () => null;

/** Plan is filled in by each of two groups, log by the room. */
const day: Workshop = {
  groups: { making: { 6: 2 }, room: { 6: 1 } },
  activities: [
    {
      ...{ id: 'first-look', when: 'day', minutes: 30, on: ['making'], cards: [], boards: { gap: 'room' } },
      ...{ worksheets: { plan: 'making', log: 'room' }, in: [], out: ['plan with owners'] },
    },
  ],
  record: ['plan with owners'],
  start: 540,
  break: 15,
  lunch: 60,
  agendas: { 1: [[['first-look']]] },
};

/** That deck. */
async function kitDeck(): Promise<Deck> {
  const files = {
    'worksheets/plan.mdx': PLAN,
    'worksheets/log.mdx': LOG,
    'boards/gap.mdx': BOARD,
    'guide/how.mdx': CHAPTER,
  };
  return await withDeck(files, async (root) => {
    const own = { ...looks, boards: { areas: { Page } }, worksheets: { sheet: { Page } } };
    const { deck, problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks: own });
    const wrong = problems.filter(({ fatal }) => fatal);
    if (!deck || wrong.length > 0) throw new Error(wrong.map(({ reason }) => reason).join('\n'));
    return withGuide({ ...deck, day }, own).deck;
  });
}

/** What its catalog is built from. */
export async function kitInput(): Promise<SiteInput> {
  const picture = { path: 'pictures/board-gap.png', width: 1600, height: 1131 };
  return {
    ...sampleInput(await kitDeck()),
    looks: { ...looks, elements },
    boardPictures: new Map([['gap', picture]]),
    kitFiles: [
      { kind: 'board', id: 'gap', path: 'print/board-gap.pdf', paper: 'A3', tiled: false },
      { kind: 'board', id: 'gap', path: 'print/board-gap--tiled-a4.pdf', paper: 'A4', tiled: true },
      { kind: 'worksheet', id: 'plan', path: 'print/worksheet-plan.pdf', paper: 'A4', tiled: false },
    ],
  };
}
