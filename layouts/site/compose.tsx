import type { PageProps } from '../../src/model/catalog.ts';
import { Tool } from './parts/tool.tsx';

/** Cards, and words of the reader's own, into one card. */
export default function ComposePage({ catalog, base }: PageProps) {
  const { words, compose } = catalog.deck;
  const { composeTitle, composeLead, composeWithout, made, yours } = words.compose;
  const { title = composeTitle, lead = composeLead, without = composeWithout } = compose ?? {};
  return (
    <Tool catalog={catalog} base={base} title={title} lead={lead} without={without}>
      <div className="compose printed">
        <div id="compose-form" />
        <div className="made">
          <section className="index-card" id="compose-card" aria-label={made} />
        </div>
      </div>
      <section id="compose-kept" aria-labelledby="compose-kept-name" hidden>
        <h2 id="compose-kept-name">{yours}</h2>
        <ul id="compose-list" />
      </section>
    </Tool>
  );
}
