import type { Divider, OutlineStep } from '../model/net.ts';
import type { Mm } from '../model/units.ts';
import { roundCorner } from './shapes.ts';

/** Where a divider's tab stands: the one at `at`, from 0, of so many side by side. */
export interface TabPlace {
  columns: number;
  at: number;
  /** How far it stands above the cards. */
  height: Mm;
}

/** Radius of a tab's corners. */
const TAB_RADIUS: Mm = 2;

/** A divider for cards: as large as one of them, with a tab above its upper edge. */
export function dividerOf({ width, height, radius }: { width: Mm; height: Mm; radius: Mm }, place: TabPlace): Divider {
  const tab = { x: (width / place.columns) * place.at, y: 0, width: width / place.columns, height: place.height };
  const [top, bottom] = [place.height, place.height + height];
  const [left, right] = [tab.x, tab.x + tab.width];
  const r = Math.min(radius, tab.width, height / 2);
  const t = Math.min(TAB_RADIUS, tab.width / 2, tab.height);
  // Where the tab stands at a side, the body has no corner there: its edge goes on up.
  const first: OutlineStep[] =
    place.at === 0 ? [] : [[0, top + r], roundCorner([0, top + r], [0, top], [r, top]), [Math.max(left, r), top]];
  const last: OutlineStep[] =
    place.at === place.columns - 1
      ? []
      : [
          [Math.min(right, width - r), top],
          [width - r, top],
          roundCorner([width - r, top], [width, top], [width, top + r]),
        ];
  return {
    width,
    height: bottom,
    outline: [
      ...first,
      [left, t],
      roundCorner([left, t], [left, 0], [left + t, 0]),
      [right - t, 0],
      roundCorner([right - t, 0], [right, 0], [right, t]),
      ...last,
      [width, bottom - r],
      roundCorner([width, bottom - r], [width, bottom], [width - r, bottom]),
      [r, bottom],
      roundCorner([r, bottom], [0, bottom], [0, bottom - r]),
    ],
    creases: [],
    body: { x: 0, y: top, width, height },
    tab,
  };
}
