import type { Summary } from './summary.ts';

/** What a piece of work may take: all that is given. */
export interface Goal {
  seconds?: number;
  /** MB at the most. */
  memory?: number;
  /** So many times the seconds of other work in the same table. */
  times?: { most: number; of: string };
}

/** The goal in words: `≤ 1.6 × cold, A4; ≤ 300 MB`. */
export function goalText({ seconds, memory, times }: Goal): string {
  return [
    seconds === undefined ? '' : `≤ ${seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds} s`}`,
    times ? `≤ ${times.most} × ${times.of}` : '',
    memory === undefined ? '' : `≤ ${memory} MB`,
  ]
    .filter(Boolean)
    .join('; ');
}

/**
 * Whether the goal is met; undefined where part of it can't be told and no other part is missed: its reference was not measured.
 *
 * @param reference what the work that `times` names took
 */
export function isMet(goal: Goal, took: Summary, reference?: Summary): boolean | undefined {
  const told = [
    goal.seconds === undefined || took.seconds <= goal.seconds,
    goal.memory === undefined || (took.memory === undefined ? undefined : took.memory <= goal.memory),
    goal.times === undefined || (reference && took.seconds <= goal.times.most * reference.seconds),
  ];
  if (told.includes(false)) return false;
  return told.includes(undefined) ? undefined : true;
}
