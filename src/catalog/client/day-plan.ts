import type { RunPlan, RunStep } from '../../model/run.ts';
import { type Countdown, readCountdown } from './countdown.ts';

/** A step of the day with its times, in minutes since midnight. */
export interface Step extends RunStep {
  /** Its name in addresses and in what is kept: the activity's id, else `pause-3`. */
  key: string;
  /** From 0. */
  day: number;
  start: number;
  end: number;
}

/** A step that the room has begun. */
interface Begun {
  key: string;
  day: number;
  /** Milliseconds since 1970. */
  since: number;
  /** The countdown as it was before: to take a slip back. */
  before: Countdown;
}

/** How a room holds the workshop: what it has set, and what it has begun so far. */
export interface Course {
  days: number;
  people: number;
  /** Minutes since midnight. */
  start: number;
  /** In the order of time; the last one runs. One without a key ends the day. */
  begun: readonly Begun[];
}

/** The steps of all days of an agenda, each day from `start` on. */
export function stepsOf({ agendas }: RunPlan, { days, start }: Pick<Course, 'days' | 'start'>): Step[] {
  const agenda = agendas.find((one) => one.days === days) ?? agendas[0];
  const steps: Step[] = [];
  for (const [day, pieces] of (agenda?.steps ?? []).entries()) {
    let now = start;
    for (const piece of pieces) {
      const end = now + piece.minutes;
      steps.push({ ...piece, key: piece.id || `pause-${steps.length + 1}`, day, start: now, end });
      now = end;
    }
  }
  return steps;
}

/** How many people a workshop is for where nobody has said so: as for `prepdeck agenda`. */
const PEOPLE = 12;

/** The most people that the deck has a plan for. */
export function mostPeople({ fewest, groups }: RunPlan): number {
  return fewest + Math.max(0, ...Object.values(groups).map((counts) => counts.length - 1));
}

/** The course of a workshop that has not begun, as the deck plans it. */
export function freshCourse(plan: RunPlan): Course {
  const people = Math.min(mostPeople(plan), Math.max(plan.fewest, PEOPLE));
  return { days: plan.agendas[0]?.days ?? 1, people, start: plan.start, begun: [] };
}

/** Reads what `JSON.stringify` wrote of a course; what is missing or of an older edition is as the plan begins. */
export function readCourse(text: string, plan: RunPlan): Course {
  const fresh = freshCourse(plan);
  try {
    const { days, people, start, begun } = JSON.parse(text) as Record<string, unknown>;
    return {
      days: plan.agendas.some((one) => one.days === days) ? Number(days) : fresh.days,
      people: isWithin(people, plan.fewest, mostPeople(plan)) ? people : fresh.people,
      start: isWithin(start, 0, 24 * 60 - 1) ? start : fresh.start,
      begun: Array.isArray(begun) ? begun.flatMap(readBegun) : [],
    };
  } catch {
    return fresh;
  }
}

/** The last moment that a date can say, in ms since 1970. */
const LATEST = 8.64e15;

function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function readBegun(given: unknown): Begun[] {
  const { key, day, since, before } = (given ?? {}) as Record<string, unknown>;
  if (typeof key !== 'string' || !isWithin(day, 0, Number.MAX_SAFE_INTEGER) || !isWithin(since, 0, LATEST)) return [];
  return [{ key, day, since, before: readCountdown(JSON.stringify(before)) ?? { total: 0, spent: 0 } }];
}

/** The step that runs; undefined before the day, after it, and where another agenda was chosen that does not have it. */
export function runningStep({ begun }: Course, steps: readonly Step[]): Step | undefined {
  const last = begun.at(-1);
  return steps.find(({ key, day }) => key === last?.key && day === last.day);
}

/** In minutes. A day further from its plan than this is not late: somebody tries it out in the evening. */
const FAR = 180;

/**
 * By how many minutes the running step will end after its planned end, if it takes the time that is left on the clock; below 0:
 * before it. Undefined on another date than that on which it was begun, and more than three hours from the plan.
 *
 * @param left seconds
 * @param now milliseconds since 1970
 */
export function lateBy({ begun }: Course, { end }: Step, left: number, now: number): number | undefined {
  const { since = 0 } = begun.at(-1) ?? {};
  if (new Date(now).toDateString() !== new Date(since).toDateString()) return undefined;
  const planned = new Date(since).setHours(0, end, 0, 0);
  const late = Math.round((now + Math.max(0, left) * 1000 - planned) / 60_000);
  return Math.abs(late) > FAR ? undefined : late;
}
