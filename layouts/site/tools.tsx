import type { ReactNode } from 'react';
import type { PageProps } from './catalog.ts';

interface ToolProps extends PageProps {
  title: string;
  lead: string;
  /** What to do where scripts do not run. */
  without: string;
  children?: ReactNode;
}

/** A page whose work is done by the client script; without it, the page says what to do instead. */
function Tool({ base, title, lead, without, children }: ToolProps) {
  return (
    <div className="tool">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <div className="without-js">
        <p>{without}</p>
        <p>
          <a href={`${base}cards.html`}>Browse the cards</a>
        </p>
      </div>
      <div className="js-only">{children}</div>
    </div>
  );
}

/** The cards that were picked, in order, with copies; printed from here. */
export function HandPage({ catalog, base }: PageProps) {
  return (
    <Tool
      catalog={catalog}
      base={base}
      title="Hand"
      lead="The cards you picked, in your order. The address of this page is the hand: share it, or keep it."
      without="Picking cards needs JavaScript. Every card can be seen and printed without it."
    >
      <div id="hand-notes" />
      <p className="actions" id="hand-actions" hidden>
        <button type="button" className="button" id="hand-print">
          Print these cards
        </button>
        <a className="button quiet" id="hand-show" href={`${base}workshop.html`}>
          Show large
        </a>
        <a className="button quiet" id="hand-compare" href={`${base}compare.html`}>
          Compare
        </a>
        <button type="button" className="button quiet" id="copy-link">
          Copy link
        </button>
        <button type="button" className="button quiet" id="hand-clear">
          Clear
        </button>
      </p>
      <section id="print-panel" className="panel-box" aria-labelledby="print-panel-name" hidden>
        <h2 id="print-panel-name">Print</h2>
        <div id="print-body" />
      </section>
      <p className="found" role="status" id="hand-total" />
      <ol className="tiles hand" id="hand" />
      <p id="hand-empty" hidden>
        No cards yet. <a href={`${base}cards.html`}>Pick some</a>, or let the deck <a href={`${base}draw.html`}>draw</a>{' '}
        for you.
      </p>
    </Tool>
  );
}

/** A draw that helps: one card for each place in the conversation. */
export function DrawPage({ catalog, base }: PageProps) {
  return (
    <Tool
      catalog={catalog}
      base={base}
      title="Draw"
      lead="One card for each place at the table. Keep what helps, draw the rest again."
      without="Drawing needs JavaScript. At a table, shuffle each suit and take one card from the top."
    >
      <div className="draw-form">
        <fieldset>
          <legend>What to draw</legend>
          <div id="draw-kinds" className="choices" />
        </fieldset>
        <fieldset id="draw-limits" className="limits">
          <legend>Only patterns of</legend>
        </fieldset>
      </div>
      <p className="actions">
        <button type="button" className="button" id="draw-again">
          Draw again
        </button>
        <button type="button" className="button quiet" id="draw-take">
          Put all in the hand
        </button>
        <button type="button" className="button quiet" id="copy-link">
          Copy link
        </button>
      </p>
      <p className="sr" role="status" id="draw-said" />
      <ul className="tiles draw" id="draw" />
    </Tool>
  );
}

/** Two to four cards in aligned rows. */
export function ComparePage({ catalog, base }: PageProps) {
  return (
    <Tool
      catalog={catalog}
      base={base}
      title="Compare"
      lead="Two to four cards, row by row."
      without="Comparing needs JavaScript. Open each card in a tab of its own instead."
    >
      <p className="compare-add">
        <label htmlFor="compare-add">Add a card</label>
        <input id="compare-add" list="compare-list" autoComplete="off" placeholder="Title or code" />
        <datalist id="compare-list" />
      </p>
      <p role="status" id="compare-said" />
      <section className="compare" id="compare" aria-label="Cards side by side" />
    </Tool>
  );
}

/** Ingredients into one if-then sentence. */
export function RecipePage({ catalog, base }: PageProps) {
  return (
    <Tool
      catalog={catalog}
      base={base}
      title="Compose a recipe"
      lead="Pick who, when, what, where and the measure. You write the why; the sentence writes itself."
      without="Composing needs JavaScript. On paper: fill in a blank recipe card with ingredient cards beside it."
    >
      <div className="compose">
        <div id="recipe-form" />
        <div className="made">
          <section className="index-card" id="recipe-card" aria-label="Your recipe" />
        </div>
      </div>
      <section id="recipe-kept" aria-labelledby="recipe-kept-name" hidden>
        <h2 id="recipe-kept-name">Your recipes</h2>
        <ul id="recipe-list" />
      </section>
    </Tool>
  );
}

/** One card full screen, for the projector. */
export function WorkshopPage({ catalog, base }: PageProps) {
  return (
    <Tool
      catalog={catalog}
      base={base}
      title="Workshop view"
      lead="One card at a time, large enough for the back row. Arrow keys move, Enter turns the card over, T starts the timer."
      without="The workshop view needs JavaScript. Open a card and enlarge the page instead."
    >
      <div id="workshop" />
    </Tool>
  );
}
