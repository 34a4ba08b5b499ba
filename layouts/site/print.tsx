import { counted, type PageProps, type PrintFile } from './catalog.ts';

/** Each print file: what it is for, paper, sheets, printer settings. */
export function PrintPage({ catalog, base }: PageProps) {
  const { deck, format, prints } = catalog;
  return (
    <div className="print-page">
      <h1>Print the deck</h1>
      <p className="lead">
        {counted(deck.cards.length, 'card')}, {format.width} × {format.height} mm ({format.name}). Print at home on card
        stock, or send the file to a shop.
      </p>
      {prints.length === 0 && <p>This catalog was made without print files.</p>}
      <ul className="files">
        {prints.map((file) => (
          <File key={file.path} base={base} file={file} />
        ))}
      </ul>
      <section className="prose">
        <h2>At the printer</h2>
        <ol>
          <li>Choose “Actual size” or 100 %, never “Fit”.</li>
          <li>Print sheet 1 alone first. The ruler on it must measure 50 mm.</li>
          <li>Turn on two-sided printing and the edge that the file asks for.</li>
          <li>Hold the sheet against a light: the back must lie behind its front.</li>
          <li>Cut along the marks at the edge of the sheet, through all cards of a row at once.</li>
        </ol>
        <p>Card stock of 250–300 g/m² feels like a playing card. Many home printers take up to 220 g/m².</p>
        <p className="js-only">
          Only some cards? <a href={`${base}cards.html`}>Pick a hand</a>, then print just those from the{' '}
          <a href={`${base}hand.html`}>hand</a>.
        </p>
      </section>
    </div>
  );
}

function File({ base, file }: { base: string; file: PrintFile }) {
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
          <dt>Paper</dt>
          <dd>{file.paper}</dd>
        </div>
        <div>
          <dt>Sheets</dt>
          <dd>{file.sheets}</dd>
        </div>
        <div>
          <dt>Turns on</dt>
          <dd>{file.flip ? `the ${file.flip} edge` : 'one side only'}</dd>
        </div>
        <div>
          <dt>Size</dt>
          <dd>{sizeOf(file.bytes)}</dd>
        </div>
      </dl>
    </li>
  );
}

/** Bytes as people read them: `840 KB`, `2.4 MB`. */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
