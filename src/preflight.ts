import { type Card, type Deck, type DrawnFaces, FACE_BLEED, type Side, type Stock } from './model.ts';
import { blacksOf } from './press/blacks.ts';
import type { Finding } from './press/findings.ts';
import { type PreflightOptions, preflight } from './press/press.ts';
import type { PressProfile } from './press/profile.ts';
import { error, type Problem, warning } from './problem.ts';

/** What the faces of one format will be printed as. */
export interface PreflightJob {
  deck: Deck;
  drawn: DrawnFaces;
  /** The stocks of this format. */
  stocks: readonly Stock[];
  /** Press profiles by stock id. */
  profiles: ReadonlyMap<string, PressProfile>;
  /** What images and lines are measured with where no stock is for a press. */
  usual: PressProfile;
}

/** Faults that only inks have. On paper from a home printer the same color is fine. */
const INK_RULES = ['press/ink-limit', 'press/rich-black', 'press/transparency', 'press/unsupported'];
/** The drawing of faces has said it already, with the text. */
const SAID_BEFORE = 'press/small-text';

/**
 * What a print shop would call about, found in the drawn faces, so that it can name card, side and place.
 * Each way of printing is looked at once, whatever the number of stocks.
 */
export async function preflightFaces(job: PreflightJob): Promise<Problem[]> {
  const found = new Map<string, Problem>();
  for (const { options, inks } of waysOf(job)) {
    for (const [document, bytes] of job.drawn.documents.entries()) {
      for (const finding of await preflight(bytes, options)) {
        if (finding.rule === SAID_BEFORE || (!inks && INK_RULES.includes(finding.rule))) continue;
        const problem = problemOf(finding, document, job);
        found.set(problem.message, found.get(problem.message) ?? problem);
      }
    }
  }
  return [...found.values()];
}

/** The distinct ways in which the stocks print: each press with its limit, or none. */
function waysOf({ deck, stocks, profiles, usual }: PreflightJob): { options: PreflightOptions; inks: boolean }[] {
  const blacks = blacksOf(deck.theme);
  const presses = stocks.flatMap(({ id, press }) => {
    const profile = profiles.get(id);
    if (!press || !profile) return [];
    const { conformance, inkLimit } = press;
    return [{ options: { profile, conformance, inkLimit, blacks }, inks: true }];
  });
  const distinct = new Map(presses.map((way) => [keyOf(way.options), way]));
  return presses.length > 0 ? [...distinct.values()] : [{ options: { profile: usual, blacks }, inks: false }];
}

function keyOf({ profile, conformance, inkLimit }: PreflightOptions): string {
  return [profile.path, conformance, inkLimit].join(' ');
}

function problemOf(finding: Finding, document: number, { deck, drawn }: PreflightJob): Problem {
  const { card, side } = faceAt(document, finding.page, deck, drawn);
  const [x, y] = [finding.x - FACE_BLEED, finding.y - FACE_BLEED].map((length) => Math.max(0, length).toFixed(0));
  const name = card.code === '' ? card.title : `${card.code} ${card.title}`;
  const report = finding.severity === 'error' ? error : warning;
  return report({
    file: card.file,
    place: { line: 1, column: 1 },
    rule: finding.rule,
    message: `${name}, ${side}, ${x} mm from the left and ${y} mm from the top: ${finding.message}`,
    note: finding.note,
  });
}

function faceAt(document: number, page: number, deck: Deck, drawn: DrawnFaces): { card: Card; side: Side } {
  const [key = ''] = [...drawn.pages].find(([, at]) => at.document === document && at.page === page) ?? [];
  const side = key.endsWith('.back') ? 'back' : 'front';
  const card = deck.cards.find((one) => one.id === key.slice(0, key.lastIndexOf('.')));
  if (!card) throw new Error(`no face is on page ${page} of document ${document}`);
  return { card, side };
}
