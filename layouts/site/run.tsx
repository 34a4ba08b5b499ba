import { kitHref } from '../../src/model/addresses.ts';
import { colourTokenOf, tint } from '../../src/model/card-facts.ts';
import type { PageProps } from '../../src/model/catalog.ts';
import { cardCount, headingOf } from '../../src/model/deck-names.ts';
import type { Board, Worksheet } from '../../src/model/kit.ts';
import { type RunActivity, type RunThing, stepId } from '../../src/model/run.ts';
import { counted, filled } from '../words/words.ts';
import { BoardPicture } from './parts/board-picture.tsx';
import { contentOf } from './parts/content.tsx';
import { Facts } from './parts/facts.tsx';
import { AgendaOf } from './parts/workshop.tsx';

/**
 * The workshop, led through step by step: the script shows one activity at a time, with the times of the day and the timer. Without
 * it this is the agenda to read. The script fills `run-plan` and `run-bar`.
 */
export default function RunPage({ catalog, base }: PageProps) {
  const { run, agendas = [], words } = catalog.deck;
  return (
    <div className="run" id="run">
      <header className="run-head">
        <h1>{words.run.runDay}</h1>
        <p className="lead">{words.run.runAbout}</p>
        <p className="without-js">{words.run.runWithout}</p>
        <p className="actions">
          <a className="button quiet" href={`${base}day.html`}>
            {words.guide.agenda}
          </a>
          <a className="button quiet" href={`${base}record.html`}>
            {words.record.title}
          </a>
        </p>
        <div id="run-plan" className="js-only" />
        <div className="without-js guide">
          {agendas.map(({ days, content }) => (
            <div key={days} className="agenda">
              <AgendaOf {...{ catalog, base, days, content }} />
            </div>
          ))}
        </div>
      </header>
      <p id="run-notes" className="run-notes" role="status" />
      <div id="run-bar" className="js-only" />
      {run?.activities.map((one) => (
        <Step key={one.id} catalog={catalog} base={base} activity={one} />
      ))}
    </div>
  );
}

/** An activity: the sections of its card in large type, and what lies on the table. */
function Step({ catalog, base, activity }: PageProps & { activity: RunActivity }) {
  const card = catalog.byId.get(activity.id);
  if (!card) return null;
  const { words } = catalog.deck;
  const id = stepId(card.id);
  return (
    <section className={`run-step ${tint(colourTokenOf(catalog.deck, card))}`} id={id} aria-labelledby={`${id}-name`}>
      <p className="eyebrow">
        {[card.code, counted(activity.minutes, words.site.minutes)].filter(Boolean).join(' · ')}
      </p>
      <h2 id={`${id}-name`}>{card.title}</h2>
      {card.gist && <p className="lead">{card.gist}</p>}
      <div className="run-body">
        <div className="run-text">
          {card.sections.map(({ heading, content }) => (
            <div key={heading} className="run-part">
              <h3 className="label">{headingOf(catalog.deck, heading)}</h3>
              {contentOf(catalog, base, content)}
            </div>
          ))}
        </div>
        <div className="run-things">
          <LayOut catalog={catalog} base={base} activity={activity} />
          <Facts catalog={catalog} base={base} card={card} but={['boards', 'worksheets', 'minutes']} />
          <Between name={words.run.takesIn} things={activity.in} />
          <Between name={words.run.leaves} things={activity.out} />
        </div>
      </div>
    </section>
  );
}

/** The cards, boards and worksheets of an activity, each one click away. */
function LayOut({ catalog, base, activity }: PageProps & { activity: RunActivity }) {
  const { deck } = catalog;
  const words = deck.words.run;
  const { cards, boards, worksheets } = activity;
  const list = cards.map(encodeURIComponent).join('.');
  return (
    <>
      {cards.length + boards.length > 0 && <h3>{words.layOut}</h3>}
      {cards.length > 0 && (
        <p className="run-cards">
          <a className="small js-only" href={`${base}workshop.html?cards=${list}`}>
            {filled(words.showThese, { cards: cardCount(deck, cards.length) })}
          </a>{' '}
          <a className="small js-only" href={`${base}hand.html?hand=${list}`}>
            {words.printThem}
          </a>
          <span className="without-js">{cardCount(deck, cards.length)}</span>
        </p>
      )}
      <Things catalog={catalog} base={base} things={boards} pages={deck.boards} />
      {worksheets.length > 0 && <h3>{words.fillIn}</h3>}
      <Things catalog={catalog} base={base} things={worksheets} pages={deck.worksheets} />
    </>
  );
}

interface ThingsProps extends PageProps {
  things: readonly RunThing[];
  pages: readonly (Board | Worksheet)[] | undefined;
}

/**
 * Boards or worksheets, each a link to its page: the board large, the worksheet to fill in. The script writes into `data-on` how
 * many the room needs.
 */
function Things({ catalog, base, things, pages = [] }: ThingsProps) {
  if (things.length === 0) return null;
  return (
    <ul className="run-list">
      {things.map(({ id, name, on }) => {
        const page = pages.find((one) => one.id === id);
        const picture = page?.kind === 'board' ? catalog.boardPictures.get(id) : undefined;
        return (
          <li key={id} data-drag={picture && name}>
            {page ? (
              <a href={kitHref(base, page)}>
                {picture && <BoardPicture catalog={catalog} base={base} board={id} />}
                {name}
              </a>
            ) : (
              name
            )}{' '}
            <span className="count" data-on={on} />
          </li>
        );
      })}
    </ul>
  );
}

/** What goes from one activity to the next. */
function Between({ name, things }: { name: string; things: readonly string[] }) {
  if (things.length === 0) return null;
  return (
    <p className="run-between">
      <span className="label">{name}</span> {things.join(' · ')}
    </p>
  );
}
