/** What the scripts say. In a catalog it is said in the deck's own language: see src/catalog/bundle.ts. */
export { scripts as words } from '../../../layouts/words/scripts.ts';
