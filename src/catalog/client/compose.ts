import { startComposer } from './compose-page.ts';
import { startPage } from './page.ts';

/** Starts the composer's page. Only decks with `compose:` in deck.yaml have one. */
void startPage({ compose: startComposer });
