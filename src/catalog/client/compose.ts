import { startPage } from './page.ts';
import { startRecipe } from './recipe.ts';

/** Starts the recipe composer's page. Only decks with `compose:` in deck.yaml have one. */
void startPage({ recipe: startRecipe });
