import { startPage } from './page.ts';
import { startRecipe } from './recipe.ts';

/** The composer's page, which only decks with `compose:` in deck.yaml have. */
void startPage({ recipe: startRecipe });
