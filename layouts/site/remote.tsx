import { kitHref } from '../../src/model/addresses.ts';
import type { PageProps } from '../../src/model/catalog.ts';
import { WHITEBOARD_LIMITS, WHITEBOARDS } from '../../src/model/whiteboards.ts';
import { filled } from '../words/words.ts';
import { BoardPicture } from './parts/board-picture.tsx';

/** Cards and boards as pictures for online whiteboards, and what those take. The script fills `remote`. */
export default function RemotePage({ catalog, base }: PageProps) {
  const { deck } = catalog;
  const words = deck.words.remote;
  return (
    <div className="remote">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <section>
        <h2>{words.cards}</h2>
        <p className="without-js">{words.without}</p>
        <div id="remote" className="js-only" />
        <p>{filled(words.wholeDeck, { count: WHITEBOARD_LIMITS.atOnce })}</p>
        <p>
          <code className="command">npx prepdeck build --stock remote</code>
        </p>
      </section>
      <Boards catalog={catalog} base={base} />
      <section className="prose">
        <h2>{words.limits}</h2>
        <p>{words.checked}</p>
        <ul>
          {WHITEBOARDS.flatMap(({ name, sources }) =>
            sources.map(({ says, address, read }) => (
              <li key={address}>
                {name}: <span lang="en">{says}</span> (<a href={address}>{new URL(address).host}</a>,{' '}
                {filled(words.readOn, { date: read })})
              </li>
            )),
          )}
        </ul>
      </section>
    </div>
  );
}

/** The boards, each with its picture to drag or to save. */
function Boards({ catalog, base }: PageProps) {
  const boards = (catalog.deck.boards ?? []).filter(({ id }) => catalog.boardPictures.has(id));
  if (boards.length === 0) return null;
  return (
    <section>
      <h2>{catalog.deck.words.remote.boards}</h2>
      <ul className="boards">
        {boards.map((board) => (
          <li key={board.id} data-drag={board.title}>
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
