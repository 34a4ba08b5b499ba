/** What the scripts say. In a catalog it is said in the deck's own language: see src/site/bundle.ts. */
export { scripts as words } from '../../words/scripts.ts';
