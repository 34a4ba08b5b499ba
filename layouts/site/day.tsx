import type { PageProps } from '../../src/model/catalog.ts';
import { filled } from '../words/words.ts';
import { contentOf } from './parts/content.tsx';

/** The agendas of the workshop, for as many days as the deck has a plan for. */
export default function DayPage({ catalog, base }: PageProps) {
  const { agendas = [], run, words, guide } = catalog.deck;
  return (
    <div className="guide">
      <h1>{words.guide.agenda}</h1>
      <p className="lead">{words.guide.agendaAbout}</p>
      <p className="actions">
        {run && (
          <a className="button" href={`${base}run.html`}>
            {words.run.runDay}
          </a>
        )}
        {guide && (
          <a className="button quiet" href={`${base}guide.html`}>
            {words.guide.guideTitle}
          </a>
        )}
      </p>
      {agendas.map(({ days, content }) => (
        <section key={days} className="agenda">
          <h2>{days === 1 ? words.guide.oneDay : filled(words.guide.manyDays, { count: days })}</h2>
          <div className="wide">{contentOf(catalog, base, content)}</div>
        </section>
      ))}
    </div>
  );
}
