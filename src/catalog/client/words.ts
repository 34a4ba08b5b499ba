/** The words of the scripts. A build replaces this module by the words of the deck's language: see src/catalog/bundle.ts. */
export { scripts as words } from '../../../layouts/words/scripts.ts';
