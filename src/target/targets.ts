import { facesTarget } from './all-faces.ts';
import { boardsTarget } from './boards.ts';
import { boxTarget } from './box.ts';
import { siteTarget } from './catalog.ts';
import { cutTarget } from './cut.ts';
import { guideTarget } from './guide.ts';
import { printTarget } from './print.ts';
import { schemaTarget } from './schema.ts';
import { picturesTarget } from './services.ts';
import type { Made, Target } from './target.ts';
import { worksheetsTarget } from './worksheets.ts';

// With the outputs, which need it all: the library that reads PDFs is loaded where they are made.
export { openOnce } from '../pdf/open.ts';

/** Every output, in the order in which they are made. To add one: a file beside this one, and a line here. */
export const targets: readonly Target<Made>[] = [
  printTarget,
  cutTarget,
  picturesTarget,
  boxTarget,
  facesTarget,
  boardsTarget,
  worksheetsTarget,
  guideTarget,
  schemaTarget,
  siteTarget,
];
