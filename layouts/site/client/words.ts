/** What the scripts say. A build puts the deck's own language in this module's place: see src/site/bundle.ts. */
export { scripts as words } from '../../words/scripts.ts';
