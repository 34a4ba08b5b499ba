import { kitHref } from '../../src/model/addresses.ts';
import type { PageProps } from '../../src/model/catalog.ts';
import { inDayOrder } from '../../src/model/day.ts';

/** All that was written on worksheets in this browser: to save, to share, to sign. The script writes into `#record`. */
export default function RecordPage({ catalog, base }: PageProps) {
  const { worksheets = [], words, day } = catalog.deck;
  const { record } = words;
  return (
    <div className="record">
      <h1>{record.title}</h1>
      <p className="lead">{record.lead}</p>
      <p className="without-js">{record.without}</p>
      <div className="js-only">
        <p className="actions" id="record-actions" />
        <p id="record-state" role="status" className="found" />
        <div id="record-asks" />
        <div id="record" />
      </div>
      {worksheets.length > 0 && (
        <nav aria-labelledby="record-sheets">
          <h2 id="record-sheets">{words.guide.worksheets}</h2>
          <ul className="inline">
            {inDayOrder(day, worksheets).map((sheet) => (
              <li key={sheet.id}>
                <a href={kitHref(base, sheet)}>{sheet.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
