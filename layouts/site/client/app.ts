import { startCard } from './card.ts';
import { startCompare } from './compare.ts';
import { copyAddress } from './dom.ts';
import { startDraw } from './draw.ts';
import { startGrid, startSlash } from './grid.ts';
import { startHand } from './handpage.ts';
import { startOffline } from './offline.ts';
import { startPicks } from './picks.ts';
import { startRecipe } from './recipe.ts';
import { startWorkshop } from './workshop.ts';

/** What each kind of page starts. */
const PAGES: Readonly<Record<string, () => void | Promise<void>>> = {
  grid: startGrid,
  card: startCard,
  hand: startHand,
  draw: startDraw,
  compare: startCompare,
  recipe: startRecipe,
  workshop: startWorkshop,
};

startPicks();
startSlash();
startOffline();
document.getElementById('copy-link')?.addEventListener('click', copyAddress);
void PAGES[document.body.dataset.page ?? '']?.();
