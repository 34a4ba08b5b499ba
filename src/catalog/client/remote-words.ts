import { remote } from '../../../layouts/words/remote.ts';
import { scripts } from '../../../layouts/words/scripts.ts';

/** The words of the script for remote rooms. A build replaces this module as it does `words.ts`: see src/catalog/bundle.ts. */
export const words = { ...scripts, ...remote };
