import { lookUp } from '../../model/look-up.ts';
import { stepId } from '../../model/run.ts';
import { startAwake } from './awake.ts';
import { planData } from './data.ts';
import type { Course, Step } from './day-plan.ts';
import { startDecided } from './decided-box.ts';
import { make, need } from './dom.ts';
import { fullScreen } from './full-screen.ts';
import { onKeys } from './keys.ts';
import { actsOf, type RunActs } from './run-acts.ts';
import { startBar } from './run-bar.ts';
import { qrOf } from './run-qr.ts';
import { startSetup } from './run-setup.ts';
import { type Change, courseOf, type RunView, viewOf } from './run-view.ts';
import { words } from './run-words.ts';
import { keep, onOtherTab } from './store.ts';
import { startTimer, type Timer } from './timer.ts';
import { startVotes } from './vote-box.ts';
import type { PlanData } from './workshop-data.ts';

/** Leads through the day: first its plan, then one step at a time, which the address names, so that a reload stays there. */
export async function startRun(): Promise<void> {
  const plan = await planData();
  const awake = startAwake();
  // Steps are read from the projector while no timer runs, too.
  const timer = startTimer({ possible: awake.possible, want: () => awake.want(true) });
  const acts = actsOf(() => viewOf(plan), timer, change);
  const setup = startSetup(plan, change, acts.startOver);
  const bar = startBar(timer, acts);
  const room = [startVotes(say), startDecided(say)] as const;

  function say(kept: boolean): void {
    need('run-notes').textContent = kept ? '' : words.notKeptHere;
  }

  function change(next: Parameters<Change>[0]): void {
    say(keep('run', JSON.stringify(next(courseOf(plan)))));
    draw();
  }

  function draw(): void {
    const view = viewOf(plan);
    const { shown, running, reading, course } = view;
    document.body.classList.toggle('run-on', shown !== undefined);
    document.body.classList.toggle('run-reads', reading);
    timer.set((running ?? shown)?.minutes ?? 0);
    setup.show(view);
    showStep(view, reading || shown?.id === '' ? [] : room.map(({ node }) => node));
    bar.show(view);
    for (const box of room) if (shown) box.show(shown.key);
    showCounts(plan, course);
  }

  need('run-plan').append(setup.node);
  need('run-bar').append(bar.node);
  setInterval(() => bar.tick(viewOf(plan)), 1000);
  window.addEventListener('hashchange', draw);
  onOtherTab(['run', 'votes', 'record'], draw);
  onKeys(keysOf(acts, timer, room[0].vote));
  draw();
}

/** Arrows move, Enter begins, T starts and stops the clock, + gives a minute more, F fills the screen, digits vote. */
function keysOf({ forward, back, begin, toggle }: RunActs, timer: Timer, vote: (at: number) => void) {
  const digits = Array.from({ length: 9 }, (_, at) => [String(at + 1), () => vote(at)]);
  return {
    ...{ arrowright: forward, pagedown: forward, arrowleft: back, pageup: back },
    ...{ enter: begin, t: toggle, '+': () => timer.more(1), f: () => fullScreen(need('run')) },
    ...Object.fromEntries(digits),
  };
}

/** How many boards and worksheets so many groups need. */
function showCounts({ groups, fewest }: PlanData, { people }: Course): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-on]')) {
    const count = lookUp(groups, place.dataset.on ?? '')?.[people - fewest] ?? 1;
    place.textContent = count > 1 ? `×${count}` : '';
  }
}

/** Shows the part of the page that is the step in view, alone; a pause has a part that is made here. */
function showStep({ plan, course, shown, reading }: RunView, room: readonly HTMLElement[]): void {
  for (const part of document.querySelectorAll<HTMLElement>('.run-step')) part.hidden = true;
  if (!shown) return;
  const part = document.getElementById(stepId(shown.key)) ?? pauseOf(shown);
  part.hidden = false;
  document.title = shown.name;
  const code = reading ? undefined : qrOf(plan, course, shown);
  part.querySelector('.run-qr')?.remove();
  if (code) part.prepend(code);
  // A field that is moved loses the keyboard.
  for (const box of room) if (box.parentElement !== part) part.append(box);
}

function pauseOf({ key, name }: Step): HTMLElement {
  const id = stepId(key);
  const part = make('section', { class: 'run-step run-pause', id, 'aria-labelledby': `${id}-name` });
  part.append(make('h2', { id: `${id}-name` }, name));
  need('run').append(part);
  return part;
}
