import { startAwake } from './awake.ts';
import { startChime } from './chime.ts';
import { type Countdown, clockText, inUse, leftOf, readCountdown, toggledAt } from './countdown.ts';
import { make } from './dom.ts';
import { keep, recall } from './store.ts';
import { words } from './words.ts';

/** The one countdown of the room. */
export interface Timer {
  node: HTMLElement;
  /** Minutes of the card in view: a countdown that was started goes on over other cards; 0 hides one that was not. */
  set(minutes: number): void;
  toggle(): void;
}

/** How many seconds a group gets more at a click. */
const MORE = 60;

/**
 * A countdown that outlives other cards, a reload and sleep; it sounds its end, keeps the screen on while it runs, and goes on below
 * zero so that a group sees how far it is over.
 */
export function startTimer(): Timer {
  const clock = make('span', { class: 'clock', role: 'timer' });
  const start = button(words.start, toggle);
  const hint = make('span', { class: 'clock-hint' }, words.screenMaySleep);
  const more = button(words.minuteMore, () => change({ ...count, total: count.total + MORE }));
  const again = button(words.reset, () => change({ total: minutes * 60, spent: 0 }), words.resetTimer);
  const node = make('span', { class: 'timer' }, clock, start, more, again, hint);
  const [awake, chime] = [startAwake(), startChime()];
  let count: Countdown = readCountdown(recall('timer')) ?? { total: 0, spent: 0 };
  let [minutes, before] = [0, leftOf(count, Date.now())];

  function show(): void {
    const left = leftOf(count, Date.now());
    const running = count.since !== undefined;
    if (running && before > 0 && left <= 0) chime.play();
    before = left;
    showLeft(clock, left);
    start.textContent = running ? words.pause : words.start;
    hint.hidden = awake.possible || !running;
    node.classList.toggle('off', count.total === 0);
  }

  function change(next: Countdown): void {
    count = next;
    before = leftOf(count, Date.now());
    keep('timer', inUse(count) ? JSON.stringify(count) : '');
    awake.want(count.since !== undefined);
    show();
  }

  function toggle(): void {
    chime.ready();
    if (count.total > 0) change(toggledAt(count, Date.now()));
  }

  awake.want(count.since !== undefined);
  setInterval(show, 250);
  return {
    node,
    set(given) {
      minutes = given;
      if (!inUse(count)) count = { total: minutes * 60, spent: 0 };
      show();
    },
    toggle,
  };
}

function showLeft(clock: HTMLElement, left: number): void {
  clock.textContent = clockText(left);
  clock.classList.toggle('over', left < 0);
}

function button(name: string, onclick: () => void, label?: string): HTMLElement {
  return make('button', { type: 'button', class: 'small', ...(label && { 'aria-label': label }), onclick }, name);
}
