import type { Cache } from '../model/cache.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { FACE_BLEED, type Face } from '../model/faces.ts';
import type { PageStamps } from '../model/pages-kept.ts';
import { error, type Place, type Problem, warning } from '../model/problem.ts';
import type { Stock } from '../model/stock.ts';
import { blacksOf } from './blacks.ts';
import type { PressFinding } from './findings.ts';
import { findingsIn } from './findings-kept.ts';
import type { PreflightOptions } from './press.ts';
import type { PressProfile } from './profile.ts';

/** How the faces of one format will be printed: on which stocks, with which profiles. */
export interface PreflightJob {
  deck: Deck;
  /** The stocks of this format. */
  stocks: readonly Stock[];
  /** Press profiles by stock id. */
  profiles: ReadonlyMap<string, PressProfile>;
  /** Where findings are kept. */
  cache: Cache;
  /** Of the PDF's pages, where they are known again one by one. */
  stamps?: PageStamps | undefined;
}

/** Left out here: `face/small-text` reports it already, and quotes the text. */
const SAID_BEFORE = 'press/small-text';

/**
 * What a print shop would call about, found in drawn faces, so that it can name card, side and place.
 * Each way of printing is looked at once, whatever the number of stocks.
 *
 * @param pdf a face a page, with FACE_BLEED around it
 * @param faces what its pages show, in order
 */
export async function preflightFaces(pdf: Uint8Array, faces: readonly Face[], job: PreflightJob): Promise<Problem[]> {
  const found = new Map<string, Problem>();
  const blacks = blacksOf(job.deck.theme);
  for (const press of pressesOf(job)) {
    for (const finding of await findingsIn(pdf, { blacks, press }, job.cache, job.stamps)) {
      if (finding.rule === SAID_BEFORE) continue;
      const problem = problemOf(finding, faces, job);
      found.set(problem.message, found.get(problem.message) ?? problem);
    }
  }
  return [...found.values()];
}

/** Loads the libraries that looking at faces takes: one that reads PDFs and, for a press, one that knows how inks look. */
export async function readyPreflight(job: Pick<PreflightJob, 'stocks' | 'profiles'>): Promise<void> {
  const isForPress = pressesOf(job).some((press) => press !== undefined);
  await Promise.all([import('./press.ts'), ...(isForPress ? [import('sharp')] : [])]);
}

type Press = NonNullable<PreflightOptions['press']>;

/** The distinct presses that the stocks are for, each with its limit; undefined alone where none is. */
function pressesOf({ stocks, profiles }: Pick<PreflightJob, 'stocks' | 'profiles'>): (Press | undefined)[] {
  const presses = stocks.flatMap(({ id, press }): Press[] => {
    const profile = profiles.get(id);
    return press && profile ? [{ profile, conformance: press.conformance, inkLimit: press.inkLimit }] : [];
  });
  return presses.length > 0 ? [...new Map(presses.map((press) => [keyOf(press), press])).values()] : [undefined];
}

function keyOf({ profile, conformance, inkLimit }: Press): string {
  return [profile.path, conformance, inkLimit].join(' ');
}

/** Where a card names its picture, if the finding is about a picture and the card has only one; else the beginning of its file. */
function placeOf({ message }: PressFinding, { pictures = [] }: Card): Place {
  const [picture, ...others] = /\ban image\b/iu.test(message) ? pictures : [];
  return (others.length === 0 ? picture?.place : undefined) ?? { line: 1, column: 1 };
}

function problemOf(finding: PressFinding, faces: readonly Face[], { deck }: PreflightJob): Problem {
  const face = faces[finding.page];
  const card = deck.cards.find((one) => one.id === face?.card);
  if (!face || !card) throw new Error(`no face is on page ${finding.page}`);
  const [x, y] = [finding.x - FACE_BLEED, finding.y - FACE_BLEED].map((length) => Math.max(0, length).toFixed(0));
  const name = card.code === '' ? card.title : `${card.code} ${card.title}`;
  const report = finding.severity === 'error' ? error : warning;
  return report({
    file: card.file,
    place: placeOf(finding, card),
    rule: finding.rule,
    message: `${name}, ${face.side}, ${x} mm from the left and ${y} mm from the top: ${finding.message}`,
    note: finding.note,
  });
}
