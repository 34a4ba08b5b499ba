import { kitHref } from '../../src/model/addresses.ts';
import { tint } from '../../src/model/card-facts.ts';
import type { PageProps } from '../../src/model/catalog.ts';
import { inDayOrder } from '../../src/model/day.ts';
import { BoardPicture } from './parts/board-picture.tsx';

/** Boards with their pictures, worksheets by name, and the way to the record. */
export default function KitPage({ catalog, base }: PageProps) {
  const { boards = [], worksheets = [], words, day } = catalog.deck;
  return (
    <div className="kit">
      <h1>{words.record.kitTitle}</h1>
      <p className="lead">{words.record.kitAbout}</p>
      {worksheets.length > 0 && (
        <section>
          <h2>{words.guide.worksheets}</h2>
          <p className="actions">
            <a className="button quiet" href={`${base}record.html`}>
              {words.record.goToRecord}
            </a>
          </p>
          <ul className="sheets">
            {inDayOrder(day, worksheets).map((sheet) => (
              <li key={sheet.id} className={tint(sheet.colour)}>
                <a href={kitHref(base, sheet)}>{sheet.title}</a>
                {sheet.lead && <span>{sheet.lead}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {boards.length > 0 && <Boards catalog={catalog} base={base} />}
    </div>
  );
}

function Boards({ catalog, base }: PageProps) {
  const { boards = [], words, day } = catalog.deck;
  return (
    <section>
      <h2>{words.guide.boards}</h2>
      <ul className="boards">
        {inDayOrder(day, boards).map((board) => (
          <li key={board.id} className={tint(board.colour)}>
            <a href={kitHref(base, board)}>
              <BoardPicture catalog={catalog} base={base} board={board.id} />
              {board.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
