import { startCompare } from './compare.ts';
import { startDraw } from './draw.ts';
import { startHand } from './hand-page.ts';
import { startPage } from './page.ts';
import { startWorkshop } from './workshop.ts';

/** Pages for a group at a table. Their script is not loaded by readers who only browse. */
const PAGES: Readonly<Record<string, () => Promise<void>>> = {
  hand: startHand,
  draw: startDraw,
  compare: startCompare,
  workshop: startWorkshop,
};

void startPage(PAGES);
