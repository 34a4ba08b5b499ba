import { run } from '../../../layouts/words/run.ts';
import { scripts } from '../../../layouts/words/scripts.ts';

/** The words of the day's script. A build replaces this module as it does `words.ts`: see src/catalog/bundle.ts. */
export const words = { ...scripts, ...run };
