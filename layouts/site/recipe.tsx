import type { PageProps } from '../../src/model/catalog.ts';
import { Tool } from './parts/tool.tsx';

/** Ingredients into one if-then sentence. */
export default function RecipePage({ catalog, base }: PageProps) {
  const words = catalog.deck.words.site;
  return (
    <Tool catalog={catalog} base={base} title={words.recipeTitle} lead={words.recipeLead} without={words.recipeWithout}>
      <div className="compose">
        <div id="recipe-form" />
        <div className="made">
          <section className="index-card" id="recipe-card" aria-label={words.yourRecipe} />
        </div>
      </div>
      <section id="recipe-kept" aria-labelledby="recipe-kept-name" hidden>
        <h2 id="recipe-kept-name">{words.yourRecipes}</h2>
        <ul id="recipe-list" />
      </section>
    </Tool>
  );
}
