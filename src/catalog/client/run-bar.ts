import { filled } from '../../../layouts/words/words.ts';
import { timeText } from '../../model/clock.ts';
import { stepId } from '../../model/run.ts';
import { lateBy, type Step } from './day-plan.ts';
import { make, need } from './dom.ts';
import { fullScreen } from './full-screen.ts';
import { formatHand, parseHand } from './hand.ts';
import type { RunActs } from './run-acts.ts';
import { type RunView, secondsLeft } from './run-view.ts';
import { words } from './run-words.ts';
import type { Timer } from './timer.ts';

/** The bar below the step in view. It is made once, so that the keyboard's place stays where it is. */
export function startBar(timer: Timer, acts: RunActs) {
  const parts = partsOf(acts);
  const { back, place, forward, begin, now, end, undo, course, hand, whole, plan } = parts;
  const node = make('div', { class: 'stage-bar' }, back, place, forward, begin, now, timer.node);
  node.append(end, undo, course, hand, whole, plan);

  function tick(view: RunView): void {
    course.textContent = courseText(view, secondsLeft(timer));
  }

  return {
    node,
    tick,
    show(view: RunView): void {
      node.hidden = !view.shown;
      if (!view.shown) return;
      timer.node.hidden = !view.running || view.reading;
      fill(parts, view, view.shown);
      tick(view);
    },
  };
}

type Parts = ReturnType<typeof partsOf>;

function partsOf(acts: RunActs) {
  const button = (name: string, onclick: () => void, label?: string) =>
    make('button', { type: 'button', class: 'small', ...(label && { 'aria-label': label }), onclick }, name);
  return {
    back: button('‹', acts.back, words.previous),
    place: make('p', { class: 'place' }),
    forward: button('›', acts.forward, words.next),
    begin: make('button', { type: 'button', class: 'button', onclick: acts.begin }, words.beginThis),
    now: make('a', { class: 'run-now' }),
    end: button(words.endDay, acts.end),
    undo: button(words.undo, acts.undo),
    course: make('p', { class: 'run-course' }),
    hand: make('a', { class: 'small' }, words.roomHand),
    whole: button(words.fullScreen, () => fullScreen(need('run'))),
    plan: make('a', { class: 'small', href: '#' }, words.dayPlan),
  };
}

function fill(parts: Parts, { steps, running, reading, course }: RunView, shown: Step): void {
  const { back, place, forward, begin, now, end, undo, hand, whole } = parts;
  const at = steps.indexOf(shown);
  const here = running?.key === shown.key;
  [back.disabled, forward.disabled] = [at === 0, at === steps.length - 1];
  const many = filled(words.placeOf, { at: at + 1, of: steps.length });
  place.textContent = `${timeText(shown.start)}–${timeText(shown.end)} · ${many}`;
  begin.hidden = here || reading;
  now.hidden = !running || here || reading;
  now.textContent = filled(words.nowRuns, { name: running?.name ?? '' });
  now.setAttribute('href', `#${stepId(running?.key ?? '')}`);
  end.hidden = !here || reading || steps[at + 1]?.day === shown.day;
  undo.hidden = course.begun.length === 0 || reading;
  whole.hidden = reading;
  const given = formatHand(parseHand(new URLSearchParams(location.search).get('hand') ?? ''));
  hand.hidden = given === '';
  hand.setAttribute('href', `hand.html?hand=${given}`);
}

/** The time of day, and what becomes of the plan: `10:22 · 5 min late · the day ends at 16:35`. */
function courseText({ course, steps, running, reading }: RunView, left: number): string {
  if (reading) return '';
  const now = new Date();
  const clock = timeText(now.getHours() * 60 + now.getMinutes());
  const late = running && lateBy(course, running, left, now.getTime());
  const last = steps.findLast(({ day }) => day === running?.day);
  if (late === undefined || !last) return clock;
  const count = Math.abs(late);
  const said = late === 0 ? words.onTime : filled(late > 0 ? words.minLate : words.minEarly, { count });
  return [clock, said, filled(words.dayEnds, { time: timeText(last.end + late) })].join(' · ');
}
