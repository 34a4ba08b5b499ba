import { type Deck, FACE_BLEED, type Face, type Stock } from './model.ts';
import { blacksOf } from './press/blacks.ts';
import type { Finding } from './press/findings.ts';
import { type PreflightOptions, preflight } from './press/press.ts';
import type { PressProfile } from './press/profile.ts';
import { error, type Problem, warning } from './problem.ts';

/** What the faces of one format will be printed as. */
export interface PreflightJob {
  deck: Deck;
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
 * What a print shop would call about, found in drawn faces, so that it can name card, side and place.
 * Each way of printing is looked at once, whatever the number of stocks.
 *
 * @param pdf a face a page, with FACE_BLEED around it
 * @param faces what its pages show, in order
 */
export async function preflightFaces(pdf: Uint8Array, faces: readonly Face[], job: PreflightJob): Promise<Problem[]> {
  const found = new Map<string, Problem>();
  for (const { options, inks } of waysOf(job)) {
    for (const finding of await preflight(pdf, options)) {
      if (finding.rule === SAID_BEFORE || (!inks && INK_RULES.includes(finding.rule))) continue;
      const problem = problemOf(finding, faces, job);
      found.set(problem.message, found.get(problem.message) ?? problem);
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

function problemOf(finding: Finding, faces: readonly Face[], { deck }: PreflightJob): Problem {
  const face = faces[finding.page];
  const card = deck.cards.find((one) => one.id === face?.card);
  if (!face || !card) throw new Error(`no face is on page ${finding.page}`);
  const [x, y] = [finding.x - FACE_BLEED, finding.y - FACE_BLEED].map((length) => Math.max(0, length).toFixed(0));
  const name = card.code === '' ? card.title : `${card.code} ${card.title}`;
  const report = finding.severity === 'error' ? error : warning;
  return report({
    file: card.file,
    place: { line: 1, column: 1 },
    rule: finding.rule,
    message: `${name}, ${face.side}, ${x} mm from the left and ${y} mm from the top: ${finding.message}`,
    note: finding.note,
  });
}
