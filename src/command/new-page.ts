import path from 'node:path';
import { type TextKind, textFolder } from '../deck/kit/texts.ts';
import { TO_BE_WRITTEN } from '../deck/not-filled-in.ts';
import type { Deck } from '../model/deck.ts';
import { UsageError } from '../model/usage.ts';
import { checkNewId, titleFromId, writeNew } from './new-file.ts';

/** Kinds of texts that `prepdeck new` starts beside cards. */
export const PAGE_KINDS: readonly TextKind[] = ['board', 'worksheet', 'chapter'];

/**
 * Writes the file of a board, a worksheet or a chapter of the guide, with something of each kind to be changed: it can be built as
 * it is.
 *
 * @returns its absolute path
 * @throws UsageError for an id that cannot be a file's name, or that another one of its kind has
 */
export async function newPage(deck: Deck, kind: TextKind, id: string): Promise<string> {
  checkNewId(id, `the id of a ${kind}`, 'first-draft');
  const same = pagesOf(deck, kind).find((one) => one.id === id);
  if (same) throw new UsageError(`the id ${id} is taken by ${same.file}`);
  const file = path.join(deck.dir, textFolder(kind), `${id}.mdx`);
  return await writeNew(file, TEMPLATES[kind](titleFromId(id), nextOrder(deck)));
}

function pagesOf(deck: Deck, kind: TextKind): readonly { id: string; file: string }[] {
  const all = { board: deck.boards, worksheet: deck.worksheets, chapter: deck.guide };
  return all[kind] ?? [];
}

/** The place after the guide's last chapter. */
function nextOrder({ guide = [] }: Deck): number {
  return Math.max(0, ...guide.map(({ order }) => order)) + 10;
}

const TEMPLATES: Readonly<Record<TextKind, (title: string, order: number) => string>> = {
  board: (title) => `---
title: ${title}
lead: ${TO_BE_WRITTEN.pageLead}
colour: ink
size: a3
---

## What we see

<Box id="see" label="A line a group" lines="5" />

## What we do

<Line id="first" label="First" />
<Line id="owner" label="Owner" />
<Dots id="votes" label="Three dots each" count="12" />
`,
  worksheet: (title) => `---
title: ${title}
lead: ${TO_BE_WRITTEN.pageLead}
colour: ink
---

## What we saw

<Line id="group" label="Group" />
<Line id="day" label="Day" />

<Box id="saw" label="In your own words" lines="3" />

## What we do

<Table id="tasks" rows="6" />
<Column id="task" label="Task" width="4" />
<Column id="owner" label="Owner" width="2" />
<Column id="done" label="Done" kind="tick" />
`,
  chapter: (title, order) => `---
title: ${title}
lead: ${TO_BE_WRITTEN.chapterLead}
order: ${order}
---

## What to know
${TO_BE_WRITTEN.chapterText}

## What to do
1. One thing.
2. Another.
`,
};
