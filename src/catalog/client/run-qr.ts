import { encode } from 'uqr';
import { stepId } from '../../model/run.ts';
import type { Course, Step } from './day-plan.ts';
import { make } from './dom.ts';
import { formatHand } from './hand.ts';
import { words } from './run-words.ts';
import { myHand } from './store.ts';
import type { PlanData } from './workshop-data.ts';

/** The longest hand that a code carries, in characters: a longer one makes squares that the back row can't read. */
const LONGEST_HAND = 300;

const SVG = 'http://www.w3.org/2000/svg';

/** A code that takes phones in the room to this step and this hand, to read; undefined where nobody knows the catalog's address. */
export function qrOf({ url }: PlanData, { days, start, people }: Course, { key }: Step): HTMLElement | undefined {
  if (url === '') return undefined;
  const hand = formatHand(myHand());
  const isLong = hand.length > LONGEST_HAND;
  const held = hand !== '' && !isLong ? `&hand=${hand}` : '';
  const address = `${url}run.html?read&days=${days}&start=${start}&people=${people}${held}#${stepId(key)}`;
  const caption = make('figcaption', {}, isLong ? words.readWithoutHand : words.readAlong);
  return make('figure', { class: 'run-qr' }, pictureOf(address), caption);
}

function pictureOf(address: string): Node {
  const { data, size } = encode(address, { ecc: 'L', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', address);
  const dark = document.createElementNS(SVG, 'path');
  dark.setAttribute('d', path);
  svg.append(dark);
  return svg;
}
