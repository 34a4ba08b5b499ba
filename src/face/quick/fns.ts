import * as fns from '@react-pdf/fns';

export * from '@react-pdf/fns';

/** What a length says in percent. Nearly all that the renderer asks about are numbers, and those say nothing. */
export const matchPercent: typeof fns.matchPercent = (value) =>
  typeof value === 'number' ? null : fns.matchPercent(value);
