import type { PageProps } from '../../src/model/catalog.ts';
import { AgendaOf, WorkshopLinks } from './parts/workshop.tsx';

/** The agendas of the workshop, for as many days as the deck has a plan for. */
export default function DayPage({ catalog, base }: PageProps) {
  const { agendas = [], words } = catalog.deck;
  return (
    <div className="guide">
      <h1>{words.guide.agenda}</h1>
      <p className="lead">{words.guide.agendaAbout}</p>
      <WorkshopLinks catalog={catalog} base={base} isOfAgendas />
      {agendas.map(({ days, content }) => (
        <section key={days} className="agenda">
          <AgendaOf {...{ catalog, base, days, content }} />
        </section>
      ))}
    </div>
  );
}
