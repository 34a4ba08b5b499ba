import type { PageProps } from '../../src/model/catalog.ts';
import { Tool } from './parts/tool.tsx';

/** Two to four cards in aligned rows. */
export default function ComparePage({ catalog, base }: PageProps) {
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
