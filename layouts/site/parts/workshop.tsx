import type { Root } from 'hast';
import type { PageProps } from '../../../src/model/catalog.ts';
import { counted } from '../../words/words.ts';
import { contentOf } from './content.tsx';

/** Links to the day, the agendas and the guide, where there are any; on the page of the agendas to the others. */
export function WorkshopLinks({ catalog, base, isOfAgendas = false }: PageProps & { isOfAgendas?: boolean }) {
  const { agendas, run, guide, words } = catalog.deck;
  if (!agendas && !guide) return null;
  return (
    <p className="actions">
      {run && (
        <a className="button" href={`${base}run.html`}>
          {words.run.runDay}
        </a>
      )}
      {agendas && !isOfAgendas && (
        <a className="button quiet" href={`${base}day.html`}>
          {words.guide.agenda}
        </a>
      )}
      {guide && (
        <a className="button quiet" href={`${base}guide.html`}>
          {words.guide.guideTitle}
        </a>
      )}
    </p>
  );
}

/** The agenda for a number of days, with its heading. */
export function AgendaOf({ catalog, base, days, content }: PageProps & { days: number; content: Root }) {
  const { guide } = catalog.deck.words;
  return (
    <>
      <h2>{counted(days, guide.howManyDays)}</h2>
      <div className="wide">{contentOf(catalog, base, content)}</div>
    </>
  );
}
