import { make } from './dom.ts';
import { words } from './words.ts';

/** A countdown for an activity. */
export interface Timer {
  node: HTMLElement;
  /** Minutes to count; another number starts anew, 0 hides it. */
  set(minutes: number): void;
  toggle(): void;
}

/** A countdown: starts, stops, goes on below zero so that a group sees how far it is over. */
export function startTimer(): Timer {
  const clock = make('span', { class: 'clock', role: 'timer' });
  const start = make('button', { type: 'button', class: 'small' }, words.start);
  const again = make('button', { type: 'button', class: 'small', 'aria-label': words.resetTimer }, words.reset);
  const node = make('span', { class: 'timer' }, clock, start, again);
  let total = 0;
  let spent = 0;
  let since: number | undefined;

  const left = () => total - spent - (since === undefined ? 0 : (Date.now() - since) / 1000);

  function show(): void {
    clock.textContent = clockText(left());
    clock.classList.toggle('over', left() < 0);
    start.textContent = since === undefined ? words.start : words.pause;
    node.hidden = total === 0;
  }

  function toggle(): void {
    if (since === undefined) since = Date.now();
    else {
      spent += (Date.now() - since) / 1000;
      since = undefined;
    }
    show();
  }

  function reset(): void {
    spent = 0;
    since = undefined;
    show();
  }

  start.addEventListener('click', toggle);
  again.addEventListener('click', reset);
  setInterval(show, 250);
  return {
    node,
    set(minutes) {
      if (minutes * 60 !== total) {
        total = minutes * 60;
        reset();
      }
    },
    toggle: () => {
      if (total > 0) toggle();
    },
  };
}

/** Seconds as `4:05`; past the end `+0:30`. */
export function clockText(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [minutes, rest] = [Math.floor(Math.abs(whole) / 60), Math.abs(whole) % 60];
  return `${whole < 0 ? '+' : ''}${minutes}:${String(rest).padStart(2, '0')}`;
}
