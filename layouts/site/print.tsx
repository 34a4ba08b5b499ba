import type { Catalog, PageProps, PrintFile } from '../../src/model/catalog.ts';
import { cardCount } from '../../src/model/deck-names.ts';
import { filled } from '../words/words.ts';

/** Each print file: what it is for, paper, sheets, printer settings. */
export default function PrintPage({ catalog, base }: PageProps) {
  const { deck, format, prints } = catalog;
  const words = deck.words.site;
  return (
    <div className="print-page">
      <h1>{words.printDeck}</h1>
      <p className="lead">
        {filled(words.printLead, {
          cards: piecesOf(catalog),
          width: format.width.toLocaleString(deck.lang),
          height: format.height.toLocaleString(deck.lang),
          format: format.name,
        })}
      </p>
      {prints.length === 0 && <p>{words.noPrints}</p>}
      <ul className="files">
        {prints.map((file) => (
          <File key={file.path} catalog={catalog} base={base} file={file} />
        ))}
      </ul>
      <section className="prose">
        <h2>{words.atThePrinter}</h2>
        <ol>
          <li>{words.step1}</li>
          <li>{words.step2}</li>
          <li>{words.step3}</li>
          <li>{words.step4}</li>
          <li>{words.step5}</li>
        </ol>
        <p>{words.cardStock}</p>
        <p className="js-only">
          {words.onlySome} <a href={`${base}cards.html`}>{words.pickThem}</a>
        </p>
      </section>
    </div>
  );
}

/** How many cards there are; where some are printed more than once, also how many that makes. */
function piecesOf({ deck }: Catalog): string {
  const cards = cardCount(deck, deck.cards.length);
  const count = deck.cards.reduce((sum, card) => sum + card.copies, 0);
  return count === deck.cards.length ? cards : filled(deck.words.site.withCopies, { cards, count });
}

function File({ catalog, base, file }: PageProps & { file: PrintFile }) {
  const words = catalog.deck.words.site;
  const edge = { long: words.longEdge, short: words.shortEdge };
  return (
    <li>
      <h2>
        <a href={base + file.path} download>
          {file.name}
        </a>
      </h2>
      <p>{file.note}</p>
      <dl className="facts">
        <div>
          <dt>{words.paper}</dt>
          <dd>{file.paper}</dd>
        </div>
        <div>
          <dt>{file.isByFace ? words.pages : words.sheets}</dt>
          <dd>{file.sheets}</dd>
        </div>
        {/* A shop puts fronts and backs together itself: “one side only” would be an order for cards without backs. */}
        {file.isByFace ? null : (
          <div>
            <dt>{words.turnsOn}</dt>
            <dd>{file.flip ? edge[file.flip] : words.oneSide}</dd>
          </div>
        )}
        <div>
          <dt>{words.size}</dt>
          <dd>{sizeOf(file.bytes, catalog.deck.lang)}</dd>
        </div>
      </dl>
    </li>
  );
}

/** Bytes as people read them: `840 KB`, `2.4 MB`; in German `2,4 MB`. */
function sizeOf(bytes: number, lang: string): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${(bytes / 1_000_000).toLocaleString(lang, digits)} MB`;
}
