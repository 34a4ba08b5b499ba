import { boxTarget } from './box.ts';
import { facesTarget } from './faces.ts';
import { picturesTarget } from './pictures.ts';
import { printTarget } from './print.ts';
import { schemaTarget } from './schema.ts';
import { siteTarget } from './site.ts';
import type { Target } from './target.ts';

/** Every output, in the order in which they are made. To add one: a file beside this one, and a line here. */
export const targets: readonly Target[] = [
  printTarget,
  picturesTarget,
  boxTarget,
  facesTarget,
  schemaTarget,
  siteTarget,
];
