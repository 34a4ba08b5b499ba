import type { Chain } from '../deck/chain/chain.ts';
import { type Drawings, drawAlone } from '../draw.ts';
import { impose } from '../impose/impose.ts';
import { addMarks } from '../impose/marks.ts';
import { openProjects } from '../load.ts';
import { hasErrors, type Problem, sorted } from '../model/problem.ts';
import { appendPages } from '../pdf/append.ts';
import { composePdf } from '../pdf/compose.ts';
import type { BuildRequest } from '../plan/options.ts';
import { type Plan, planOf } from '../plan/plan.ts';
import { type MadeCard, madeCards } from '../plan/record/cards.ts';
import { located, unknownIn } from '../plan/record/located.ts';
import { openedRecord } from '../plan/record/opened.ts';
import { recordPlan } from '../plan/record/plan.ts';
import { asPrintable } from '../plan/record/printable.ts';
import { guideFiles } from '../target/guide.ts';
import { fontOfSlugs, slugWords } from '../target/print.ts';

export { isDescribed as isOurPdf } from '../pdf/describe.ts';

/** A record to print. */
export interface RecordRequest {
  chain: Chain;
  /** The file's text, and its name as shown. */
  text: string;
  file: string;
  /** Left out: the deck's first language. */
  lang?: string | undefined;
}

/** What came of it. */
export interface PrintedRecord {
  problems: readonly Problem[];
  /** Absent where errors stopped it. */
  pdf?: Uint8Array;
  /** How many filled-in sheets are in it, and how many of them became cards too. */
  sheets: number;
  cards: number;
}

/**
 * Prints a record as a PDF with the deck's look: what everybody signs, each sheet, places to sign, and the cards that sheets became,
 * to cut out. It is reproducible: the same file and deck give the same bytes.
 */
export async function printRecord({ chain, text, file, lang }: RecordRequest): Promise<PrintedRecord> {
  const opened = openedRecord(text, file);
  const { record: written } = opened;
  if (!written) return { problems: opened.problems, sheets: 0, cards: 0 };
  const { projects, problems } = await openProjects(chain, lang);
  const project = projects.find(({ deck }) => lang === undefined || deck.lang === lang);
  if (!project) return { problems, sheets: 0, cards: 0 };
  const { record, problems: numbered } = asPrintable(written, project.deck.theme, opened);
  const options = optionsFor(chain);
  const { plan, problems: planned } = await planOf(project, options);
  const { made, problems: unmade } = madeCards(record, { ...project, ...opened, deck: plan.deck });
  const wanted = recordPlan(plan, project, { record, made, file });
  const { problems: drawn, ...drawings } = await drawAlone(wanted, project, options);
  const found = drawn.map((one) => located(one, record, opened));
  const all = sorted([
    ...problems,
    ...planned,
    ...numbered,
    ...unknownIn(record, plan.deck, opened),
    ...unmade,
    ...found,
  ]);
  if (hasErrors(all)) return { problems: all, sheets: 0, cards: 0 };
  const good = made.filter(({ card }) => !drawn.some((one) => one.fatal === true && one.file === card.file));
  const pdf = await pdfOf(wanted, drawings, good);
  return { problems: all, pdf, sheets: record.sheets.length, cards: good.length };
}

function optionsFor({ dir, root }: Chain): BuildRequest {
  return { deck: dir, out: '', root, stocks: [], cards: { only: [] }, print: {}, site: false, kit: true };
}

/** The record on the first of the deck's papers, and after it sheets of the cards. */
async function pdfOf(plan: Plan, drawings: Drawings, made: readonly MadeCard[]): Promise<Uint8Array> {
  const { deck } = plan;
  const [first] = await guideFiles({ deck, guides: drawings.guides.slice(0, 1) });
  if (!first) throw new Error('the record was not drawn');
  const cards = await cardSheets(plan, drawings, made);
  if (!cards) return first.bytes;
  const title = `${deck.name} ${deck.version}: ${deck.words.record.title}`;
  return await appendPages(first.bytes, cards, { title, date: deck.date, lang: deck.lang });
}

/** Cards on sheets of the deck's first paper, with marks and backs; undefined where there are none, or no paper for them. */
async function cardSheets(
  { deck, stocks: [stock] }: Plan,
  { drawn }: Drawings,
  made: readonly MadeCard[],
): Promise<Uint8Array | undefined> {
  const faces = drawn.get(deck.format);
  if (!stock || !faces || made.length === 0) return undefined;
  const job = { deck, lowInk: false };
  const copies = made.map(({ card }) => ({ card: card.id, copies: 1 }));
  const sheets = addMarks(impose(copies, stock, { sides: 'both' }), stock, slugWords(job));
  const font = fontOfSlugs([stock], job);
  return await composePdf({ sheets, stock, faces, font, title: deck.name, date: deck.date, lang: deck.lang });
}
