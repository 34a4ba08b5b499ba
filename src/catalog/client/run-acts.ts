import { stepId } from '../../model/run.ts';
import type { Change, RunView } from './run-view.ts';
import type { Timer } from './timer.ts';

/** What the room may do with the step in view. */
export interface RunActs {
  back(): void;
  forward(): void;
  /** Begins the step in view, if another one or none runs. */
  begin(): void;
  /** Begins it, or stops and starts the clock. */
  toggle(): void;
  end(): void;
  undo(): void;
  /** Forgets what was begun, and stops the clock of what runs: it would sound its end over a plan that has not begun. */
  startOver(): void;
}

/** The acts of the bar and of the keyboard. */
export function actsOf(view: () => RunView, timer: Timer, change: Change): RunActs {
  const go = (by: number) => {
    const { steps, shown } = view();
    const step = shown ? steps[steps.indexOf(shown) + by] : steps[0];
    if (step) location.replace(`#${stepId(step.key)}`);
  };
  const log = (key: string, day: number, minutes: number) => {
    const before = timer.count();
    timer.begin(minutes);
    change((course) => ({ ...course, begun: [...course.begun, { key, day, since: Date.now(), before }] }));
  };
  const begin = () => {
    const { shown, running, reading } = view();
    if (shown && shown.key !== running?.key && !reading) log(shown.key, shown.day, shown.minutes);
  };
  return {
    back: () => go(-1),
    forward: () => go(1),
    begin,
    toggle() {
      if (view().running) timer.toggle();
      else begin();
    },
    end: () => log('', view().running?.day ?? 0, 0),
    undo() {
      const last = view().course.begun.at(-1);
      if (last) timer.put(last.before);
      change((course) => ({ ...course, begun: course.begun.slice(0, -1) }));
    },
    startOver() {
      if (view().running) timer.begin(0);
      change((course) => ({ ...course, begun: [] }));
    },
  };
}
