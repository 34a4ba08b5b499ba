import { startTrail } from './came-from.ts';
import { startCard } from './card.ts';
import { copyAddress } from './dom.ts';
import { startCopying, startDragging } from './dragging.ts';
import { startGrid, startHomeSearch, startSlash } from './grid.ts';
import { startLanguages } from './languages.ts';
import { startOffline } from './offline.ts';
import { startPage } from './page.ts';
import { startPicks } from './picks.ts';

/** The function that starts each kind of page; pages listed in tools.ts load a script of their own. */
const PAGES: Readonly<Record<string, () => void | Promise<void>>> = {
  grid: startGrid,
  card: startCard,
};

startTrail();
startPicks();
startSlash();
startHomeSearch();
startOffline();
startLanguages();
startDragging();
startCopying();
document.getElementById('copy-link')?.addEventListener('click', copyAddress);
void startPage(PAGES);
