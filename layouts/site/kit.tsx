import { kitHref } from '../../src/model/addresses.ts';
import { tint } from '../../src/model/card-facts.ts';
import type { PageProps } from '../../src/model/catalog.ts';
import { inDayOrder } from '../../src/model/day.ts';

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
        {inDayOrder(day, boards).map((board) => {
          const picture = catalog.boardPictures.get(board.id);
          return (
            <li key={board.id} className={tint(board.colour)}>
              <a href={kitHref(base, board)}>
                {picture && (
                  <img src={base + picture.path} width={picture.width} height={picture.height} alt="" loading="lazy" />
                )}
                {board.title}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
