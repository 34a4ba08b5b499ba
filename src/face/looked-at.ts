import type { Card } from '../model/card.ts';
import { faceKey } from '../model/faces.ts';
import type { Looks } from '../model/loaded-looks.ts';
import type { Problem } from '../model/problem.ts';
import { cardProblems } from './card-problems.ts';
import type { Excess } from './excess.ts';
import type { FaceReport } from './messages.ts';
import { type CardProblem, onceForAll } from './said-once.ts';

/** Looks at the reports on cards' faces. */
export interface Looking {
  /** Takes reports on faces that were drawn. */
  take(reports: readonly FaceReport[]): void;
  /** Looks at cards of which both sides are drawn, and on which nothing is left to be measured: while threads draw others, say. */
  begin(): void;
  /** The problems of all cards, with how much too long the texts of faces are. */
  problems(excess: ReadonlyMap<string, Excess>): Problem[];
}

/** Looks at cards, at each once. */
export function lookingAt(cards: readonly Card[], looks: Looks): Looking {
  const reports = new Map<string, FaceReport>();
  const found = new Map<Card, CardProblem[]>();
  const isClear = ({ id }: Card) =>
    (['front', 'back'] as const).every((side) => reports.get(faceKey({ card: id, side }))?.findings.length === 0);
  return {
    take(drawn) {
      for (const report of drawn) reports.set(report.key, report);
    },
    begin() {
      for (const card of cards) if (isClear(card)) found.set(card, cardProblems(card, reports, looks));
    },
    problems(excess) {
      const measured = new Map([...reports].map(([key, report]) => [key, { ...report, excess: excess.get(key) }]));
      return onceForAll(cards.flatMap((card) => found.get(card) ?? cardProblems(card, measured, looks)));
    },
  };
}
