import { filled } from '../../../layouts/words/words.ts';
import { type Awake, startAwake } from './awake.ts';
import { startChime } from './chime.ts';
import { type Countdown, clockText, inUse, leftOf, longer, readCountdown, toggledAt } from './countdown.ts';
import { make } from './dom.ts';
import { keep, recall } from './store.ts';
import { words } from './words.ts';

/** The one countdown of the room. */
export interface Timer {
  node: HTMLElement;
  /** Minutes of what is in view: a countdown that was started goes on while something else is shown; 0 hides one that was not started. */
  set(minutes: number): void;
  toggle(): void;
  /** More time. */
  more(minutes: number): void;
  /** Starts anew with so many minutes; 0 ends it. */
  begin(minutes: number): void;
  /** The countdown as it is, and back to one that it was. */
  count(): Countdown;
  put(count: Countdown): void;
}

/**
 * A countdown that outlives other pages, a reload and sleep, and is the same in every tab; it sounds its end, keeps the screen on
 * while it runs, and goes on below zero so that a group sees how far it is over.
 */
export function startTimer(awake: Awake = startAwake()): Timer {
  const chime = startChime();
  const more = (given: number) => put(longer(count(), given * 60));
  const face = clockFace({ toggle, more, reset: () => begin(0) });
  let [minutes, extra, wasRunning] = [0, 0, false];
  const count = () => readCountdown(recall('timer')) ?? { total: minutes * 60 + extra, spent: 0 };

  function show(): void {
    const now = count();
    const [left, running] = [leftOf(now, Date.now()), now.since !== undefined];
    if (running && left <= 0 && !now.rung) ring(now, chime);
    if (running !== wasRunning) awake.want(running);
    wasRunning = running;
    face.show(now, left, running && !awake.possible ? words.screenMaySleep : '');
  }

  function put(next: Countdown): void {
    if (!inUse(next)) extra = next.total - minutes * 60;
    keep('timer', inUse(next) ? JSON.stringify(next) : '');
    show();
  }

  function toggle(): void {
    chime.ready();
    if (count().total > 0) put(toggledAt(count(), Date.now()));
  }

  function begin(given: number): void {
    chime.ready();
    const since = given > 0 ? { since: Date.now() } : {};
    put({ total: (given || minutes) * 60, spent: 0, ...since });
  }

  setInterval(show, 250);
  return {
    ...{ node: face.node, toggle, more, begin, count, put },
    set(given) {
      [minutes, extra] = [given, 0];
      show();
    },
  };
}

/** Sounds the end once, whichever tab comes first. */
function ring(count: Countdown, chime: { play(): void }): void {
  keep('timer', JSON.stringify({ ...count, rung: true }));
  chime.play();
}

/** The part of the page that shows a countdown. */
interface ClockFace {
  node: HTMLElement;
  /** `left` in seconds; `hint`: what the room should know; empty for nothing. */
  show(count: Countdown, left: number, hint: string): void;
}

interface ClockActs {
  toggle(): void;
  more(minutes: number): void;
  reset(): void;
}

/** Minutes that a group gets more at a click. */
const MORE = [1, 5];

function clockFace({ toggle, more, reset }: ClockActs): ClockFace {
  const clock = make('span', { class: 'clock', role: 'timer' });
  const start = button(words.start, toggle);
  const hint = make('span', { class: 'clock-hint' });
  const end = make('strong', { class: 'clock-end', role: 'status' });
  const longer = MORE.map((count) => button(filled(words.minutesMore, { count }), () => more(count)));
  const node = make('span', { class: 'timer' }, clock, start, ...longer, button(words.reset, reset, words.resetTimer));
  node.append(end, hint);
  return {
    node,
    show(count, left, said) {
      const over = count.since !== undefined && left <= 0;
      clock.textContent = clockText(left);
      clock.classList.toggle('over', left < 0);
      start.textContent = count.since === undefined ? words.start : words.pause;
      if (hint.textContent !== said) hint.textContent = said;
      // A status is read out when it changes, not four times a second.
      const told = over ? words.timeUp : '';
      if (end.textContent !== told) end.textContent = told;
      node.classList.toggle('up', over);
      node.classList.toggle('off', count.total === 0);
    },
  };
}

function button(name: string, onclick: () => void, label?: string): HTMLElement {
  return make('button', { type: 'button', class: 'small', ...(label && { 'aria-label': label }), onclick }, name);
}
