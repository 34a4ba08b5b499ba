import { compose } from '../../../layouts/words/compose.ts';
import { scripts } from '../../../layouts/words/scripts.ts';

/** The words of the composer's script. A build replaces this module as it does `words.ts`: see src/catalog/bundle.ts. */
export const words = { ...scripts, ...compose };
