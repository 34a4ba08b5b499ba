import type { PageProps } from '../../src/model/catalog.ts';
import { Tool } from './parts/tool.tsx';

/** The cards that were picked, in order, with copies; printed from here. */
export default function HandPage({ catalog, base }: PageProps) {
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
        <a className="button quiet" id="hand-remote" href={`${base}remote.html`}>
          {catalog.deck.words.remote.title}
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
