import { counted, filled } from '../../../layouts/words/words.ts';
import { readTime, timeText } from '../../model/clock.ts';
import { stepId } from '../../model/run.ts';
import { mostPeople, type Step } from './day-plan.ts';
import { make } from './dom.ts';
import type { Change, RunView } from './run-view.ts';
import { words } from './run-words.ts';
import type { PlanData } from './workshop-data.ts';

/** The plan of the day: its settings, and every step with its time. */
export function startSetup(plan: PlanData, change: Change, startOver: () => void) {
  const days = make('select', { id: 'run-days' }, ...plan.agendas.map(optionOf));
  const range = { min: plan.fewest, max: mostPeople(plan) };
  const people = make('input', { id: 'run-people', type: 'number', ...range });
  const start = make('input', { id: 'run-start', type: 'time', required: true });
  const list = make('div', {});
  const again = make('button', { type: 'button', class: 'button quiet' }, words.startOver);
  const on = make('a', { class: 'button' });
  again.addEventListener('click', startOver);
  days.addEventListener('change', () => change((course) => ({ ...course, days: Number(days.value) })));
  people.addEventListener('change', () => {
    const count = Math.min(range.max, Math.max(range.min, Math.round(Number(people.value)) || range.min));
    change((course) => ({ ...course, people: count }));
  });
  start.addEventListener('change', () => {
    const time = readTime(start.value.slice(0, 5));
    if (time !== undefined) change((course) => ({ ...course, start: time }));
  });
  const field = (name: string, input: HTMLElement) => make('label', {}, `${name} `, input);
  const fields = [field(words.start, start), field(words.people, people)];
  if (plan.agendas.length > 1) fields.unshift(field(words.howLong, days));
  const node = make(
    'div',
    {},
    make('p', { class: 'run-fields' }, ...fields),
    make('p', { class: 'actions' }, on, again),
  );
  node.append(list);

  return {
    node,
    show({ course, steps, running, shown }: RunView): void {
      node.hidden = shown !== undefined;
      [days.value, people.value, start.value] = [String(course.days), String(course.people), clockOf(course.start)];
      const first = running ?? steps[0];
      on.setAttribute('href', `#${stepId(first?.key ?? '')}`);
      on.textContent = running ? filled(words.goOn, { name: running.name }) : words.begin;
      again.hidden = course.begun.length === 0;
      list.replaceChildren(...daysOf(steps, running));
    },
  };
}

function optionOf({ days }: PlanData['agendas'][number]): HTMLElement {
  return make('option', { value: days }, counted(days, words.howManyDays));
}

/** A time as a field for times takes it: `09:00`. */
function clockOf(minutes: number): string {
  return timeText(minutes).padStart(5, '0');
}

/** A list of steps for each day, under its name where there are several. */
function daysOf(steps: readonly Step[], running: Step | undefined): HTMLElement[] {
  const count = (steps.at(-1)?.day ?? 0) + 1;
  return Array.from({ length: count }, (_, day) => {
    const own = steps.filter((one) => one.day === day);
    const name = make('h2', {}, filled(words.dayNumber, { number: day + 1 }));
    const last = make('li', {}, make('span', { class: 'run-time' }, timeText(own.at(-1)?.end ?? 0)), words.dayEnd);
    const list = make('ol', { class: 'run-agenda' }, ...own.map((step) => lineOf(step, running)), last);
    return make('section', {}, count > 1 && name, list);
  });
}

function lineOf({ key, name, start, minutes }: Step, running: Step | undefined): HTMLElement {
  const isNow = key === running?.key;
  return make(
    'li',
    {},
    make('span', { class: 'run-time' }, timeText(start)),
    make('a', { href: `#${stepId(key)}`, 'aria-current': isNow && 'step' }, name),
    make('span', { class: 'minutes' }, filled(words.min, { count: minutes })),
  );
}
