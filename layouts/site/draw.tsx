import type { PageProps } from '../../src/model/catalog.ts';
import { Tool } from './parts/tool.tsx';

/** A draw that helps: one card for each place in the conversation. */
export default function DrawPage({ catalog, base }: PageProps) {
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
