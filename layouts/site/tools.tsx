import type { ReactNode } from 'react';
import type { PageProps } from '../../src/model/pages.ts';

interface ToolProps extends PageProps {
  title: string;
  lead: string;
  /** What to do where scripts do not run. */
  without: string;
  children?: ReactNode;
}

/** A page whose work is done by the client script; without it, the page says what to do instead. */
function Tool({ catalog, base, title, lead, without, children }: ToolProps) {
  return (
    <div className="tool">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <div className="without-js">
        <p>{without}</p>
        <p>
          <a href={`${base}cards.html`}>{catalog.deck.words.site.browse}</a>
        </p>
      </div>
      <div className="js-only">{children}</div>
    </div>
  );
}

/** The cards that were picked, in order, with copies; printed from here. */
export function HandPage({ catalog, base }: PageProps) {
  const words = catalog.deck.words.site;
  return (
    <Tool catalog={catalog} base={base} title={words.hand} lead={words.handLead} without={words.handWithout}>
      <div id="hand-notes" />
      <p className="actions" id="hand-actions" hidden>
        <button type="button" className="button" id="hand-print">
          {words.printThese}
        </button>
        <a className="button quiet" id="hand-show" href={`${base}workshop.html`}>
          {words.showLarge}
        </a>
        <a className="button quiet" id="hand-compare" href={`${base}compare.html`}>
          {words.compare}
        </a>
        <button type="button" className="button quiet" id="copy-link">
          {words.copyLink}
        </button>
        <button type="button" className="button quiet" id="hand-clear">
          {words.clear}
        </button>
      </p>
      <section id="print-panel" className="panel-box" aria-labelledby="print-panel-name" hidden>
        <h2 id="print-panel-name">{words.print}</h2>
        <div id="print-body" />
      </section>
      <p className="found" role="status" id="hand-total" />
      <ol className="tiles hand" id="hand" />
      <p id="hand-empty" hidden>
        {words.noneYet} <a href={`${base}cards.html`}>{words.pickSome}</a> ·{' '}
        <a href={`${base}draw.html`}>{words.orDraw}</a>
      </p>
    </Tool>
  );
}

/** A draw that helps: one card for each place in the conversation. */
export function DrawPage({ catalog, base }: PageProps) {
  const words = catalog.deck.words.site;
  return (
    <Tool catalog={catalog} base={base} title={words.draw} lead={words.drawLead} without={words.drawWithout}>
      <div className="draw-form">
        <fieldset>
          <legend>{words.whatToDraw}</legend>
          <div id="draw-kinds" className="choices" />
        </fieldset>
        <fieldset id="draw-limits" className="limits">
          <legend>{words.onlyPatternsOf}</legend>
        </fieldset>
      </div>
      <p className="actions">
        <button type="button" className="button" id="draw-again">
          {words.drawAgain}
        </button>
        <button type="button" className="button quiet" id="draw-take">
          {words.putAllInHand}
        </button>
        <button type="button" className="button quiet" id="copy-link">
          {words.copyLink}
        </button>
      </p>
      <p className="sr" role="status" id="draw-said" />
      <ul className="tiles draw" id="draw" />
    </Tool>
  );
}

/** Two to four cards in aligned rows. */
export function ComparePage({ catalog, base }: PageProps) {
  const words = catalog.deck.words.site;
  return (
    <Tool catalog={catalog} base={base} title={words.compare} lead={words.compareAbout} without={words.compareWithout}>
      <p className="compare-add">
        <label htmlFor="compare-add">{words.addCard}</label>
        <input id="compare-add" list="compare-list" autoComplete="off" placeholder={words.titleOrCode} />
        <datalist id="compare-list" />
      </p>
      <p role="status" id="compare-said" />
      <section className="compare" id="compare" aria-label={words.sideBySide} />
    </Tool>
  );
}

/** Ingredients into one if-then sentence. */
export function RecipePage({ catalog, base }: PageProps) {
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

/** One card full screen, for the projector. */
export function WorkshopPage({ catalog, base }: PageProps) {
  const words = catalog.deck.words.site;
  return (
    <Tool
      catalog={catalog}
      base={base}
      title={words.workshopView}
      lead={words.workshopLead}
      without={words.workshopWithout}
    >
      <div id="workshop" />
    </Tool>
  );
}
