import { startCard } from './card.ts';
import { copyAddress } from './dom.ts';
import { startGrid, startSlash } from './grid.ts';
import { startHand } from './handpage.ts';
import { startPicks } from './picks.ts';

/** What each kind of page starts. */
const PAGES: Readonly<Record<string, () => void | Promise<void>>> = {
  grid: startGrid,
  card: startCard,
  hand: startHand,
};

startPicks();
startSlash();
document.getElementById('copy-link')?.addEventListener('click', copyAddress);
void PAGES[document.body.dataset.page ?? '']?.();
