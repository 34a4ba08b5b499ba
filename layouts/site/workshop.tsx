import type { PageProps } from '../../src/model/catalog.ts';
import { Tool } from './parts/tool.tsx';

/** One card full screen, for the projector. */
export default function WorkshopPage({ catalog, base }: PageProps) {
  const words = catalog.deck.words.site;
  return (
    <Tool
      catalog={catalog}
      base={base}
      title={words.workshopView}
      lead={words.workshopLead}
      without={words.workshopWithout}
    >
      <div id="workshop" />
    </Tool>
  );
}
