import { stepId } from '../../model/run.ts';
import { inUse, leftOf } from './countdown.ts';
import { type Course, readCourse, runningStep, type Step, stepsOf } from './day-plan.ts';
import { recall } from './store.ts';
import type { Timer } from './timer.ts';
import type { PlanData } from './workshop-data.ts';

/** The day as it is now: what is kept, and the step in view. */
export interface RunView {
  plan: PlanData;
  course: Course;
  steps: readonly Step[];
  /** The step that the address names; undefined where the plan is in view. */
  shown: Step | undefined;
  running: Step | undefined;
  /** True on a phone that read the code on the projector: it keeps nothing, and has no timer. */
  reading: boolean;
}

/** Changes the course. The stored one is read first, so that no tab undoes what another one did. */
export type Change = (next: (course: Course) => Course) => void;

/** What is kept of the day; on a phone that reads along, what its address says. */
export function courseOf(plan: PlanData): Course {
  const params = new URLSearchParams(location.search);
  if (!params.has('read')) return readCourse(recall('run'), plan);
  const [days, start, people] = ['days', 'start', 'people'].map((key) => Number(params.get(key)));
  return readCourse(JSON.stringify({ days, start, people }), plan);
}

/** The day as it is now. */
export function viewOf(plan: PlanData): RunView {
  const course = courseOf(plan);
  const steps = stepsOf(plan, course);
  const shown = steps.find(({ key }) => `#${stepId(key)}` === location.hash);
  const reading = new URLSearchParams(location.search).has('read');
  return { plan, course, steps, shown, running: runningStep(course, steps), reading };
}

/** Seconds that are left on the clock of the room; those of the step in view where nothing runs. */
export function secondsLeft(timer: Timer): number {
  const count = timer.count();
  return inUse(count) ? leftOf(count, Date.now()) : count.total;
}
