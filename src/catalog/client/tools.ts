import { startCompare } from './compare.ts';
import { startDraw } from './draw.ts';
import { startPage } from './page.ts';
import { startWorkshop } from './workshop.ts';

/** Pages for a table of people; whoever only browses does not load them. */
const PAGES: Readonly<Record<string, () => Promise<void>>> = {
  draw: startDraw,
  compare: startCompare,
  workshop: startWorkshop,
};

void startPage(PAGES);
