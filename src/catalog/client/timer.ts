import { startAwake } from './awake.ts';
import { startChime } from './chime.ts';
import { type Countdown, clockText, inUse, leftOf, readCountdown, toggledAt } from './countdown.ts';
import { make } from './dom.ts';
import { keep, recall } from './store.ts';
import { words } from './words.ts';

/** The one countdown of the room. */
export interface Timer {
  node: HTMLElement;
  /** Minutes of the card in view: a countdown that was started goes on while other cards are shown; 0 hides one that was not started. */
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
  const [awake, chime] = [startAwake(), startChime()];
  const more = () => change({ ...count, total: count.total + MORE });
  const reset = () => change({ total: minutes * 60, spent: 0 });
  const face = clockFace({ toggle, more, reset });
  let count: Countdown = readCountdown(recall('timer')) ?? { total: 0, spent: 0 };
  let [minutes, before] = [0, leftOf(count, Date.now())];

  function show(): void {
    const left = leftOf(count, Date.now());
    const running = count.since !== undefined;
    if (running && before > 0 && left <= 0) chime.play();
    before = left;
    face.show(count, left, running && !awake.possible);
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
    node: face.node,
    set(given) {
      minutes = given;
      if (!inUse(count)) count = { total: minutes * 60, spent: 0 };
      show();
    },
    toggle,
  };
}

/** The part of the page that shows a countdown. */
interface ClockFace {
  node: HTMLElement;
  /** `left` in seconds; `mayDim` where the browser can't keep the screen on. */
  show(count: Countdown, left: number, mayDim: boolean): void;
}

function clockFace({ toggle, more, reset }: Record<'toggle' | 'more' | 'reset', () => void>): ClockFace {
  const clock = make('span', { class: 'clock', role: 'timer' });
  const start = button(words.start, toggle);
  const hint = make('span', { class: 'clock-hint' }, words.screenMaySleep);
  const others = [button(words.minuteMore, more), button(words.reset, reset, words.resetTimer)];
  const node = make('span', { class: 'timer' }, clock, start, ...others, hint);
  return {
    node,
    show(count, left, mayDim) {
      clock.textContent = clockText(left);
      clock.classList.toggle('over', left < 0);
      start.textContent = count.since === undefined ? words.start : words.pause;
      hint.hidden = !mayDim;
      node.classList.toggle('off', count.total === 0);
    },
  };
}

function button(name: string, onclick: () => void, label?: string): HTMLElement {
  return make('button', { type: 'button', class: 'small', ...(label && { 'aria-label': label }), onclick }, name);
}
