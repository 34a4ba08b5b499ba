import { startCompare } from './compare.ts';
import { startDraw } from './draw.ts';
import { startPage } from './page.ts';
import { startRecipe } from './recipe.ts';
import { startWorkshop } from './workshop.ts';

/** Pages for a table of people; whoever only browses does not load them. */
const PAGES: Readonly<Record<string, () => Promise<void>>> = {
  draw: startDraw,
  compare: startCompare,
  recipe: startRecipe,
  workshop: startWorkshop,
};

void startPage(PAGES);
