import type { Format } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Problem } from '../model/problem.ts';
import { didYouMean } from '../model/suggest.ts';
import type { Located } from '../read/yaml.ts';
import { type FaultAt, faultAt } from './fault-at.ts';
import type { StockFile } from './schema.ts';
import { serviceProblems } from './services.ts';
import { BLEED } from './slots.ts';

/** Errors for keys of a stock's file that contradict each other, and for a format that does not exist. */
export function contradictions(data: StockFile, source: Located, formats: Readonly<Record<string, Format>>): Problem[] {
  const { file } = source;
  const at = faultAt(source);
  const { format, grid, slots, paper } = data;
  const found: Problem[] = [];
  if (format !== undefined && !Object.hasOwn(formats, format)) {
    const allowed = Object.keys(formats);
    const message = `There is no card format "${format}".${didYouMean(format, allowed)}`;
    found.push(error({ file, place: source.places.format, rule: 'stock/format', message, allowed, got: format }));
  }
  if (grid && slots) found.push(at('slots', 'grid-and-slots', 'Give either "grid" or "slots", not both.'));
  if (grid && (grid.columns === undefined) !== (grid.rows === undefined)) {
    const message = 'A grid needs both "columns" and "rows", or neither: then as many cards as fit.';
    found.push(at('grid', 'grid', message));
  }
  if (grid && grid.columns === undefined && (grid.x !== undefined || grid.y !== undefined)) {
    found.push(at('grid', 'grid', '"x" and "y" of a grid need "columns" and "rows": else the cards are centered.'));
  }
  if (format === undefined && (slots || grid?.columns !== undefined || data.pictures?.width !== undefined)) {
    const message = '"format" is missing: this file has a place for cards of one size.';
    found.push(error({ file, place: { line: 1, column: 1 }, rule: 'stock/missing-key', message }));
  }
  found.push(...idleKeys(data, at));
  if (data.order === 'stacks' && !paper) {
    found.push(at('order', 'no-paper', '"order: stacks" needs "paper": one face a page makes no piles.'));
  }
  if (data.lift !== undefined && data.order !== 'stacks') {
    found.push(at('lift', 'lift', '"lift" needs "order: stacks": it says how many sheets are cut at once.'));
  }
  found.push(...registrationProblems(data, at));
  const own = format === undefined ? undefined : lookUp(formats, format);
  return [...found, ...serviceProblems(data, source, own, data.bleed ?? BLEED)];
}

/** Errors for sizes of registration marks that a shape needs but lacks, and for sizes that it does not use. */
function registrationProblems({ registration }: StockFile, at: FaultAt) {
  if (!registration) return [];
  const { shape = 'square-and-corners' } = registration;
  const needed = {
    'square-and-corners': ['length', 'thickness', 'square'],
    corners: ['length', 'thickness'],
    squares: ['square'],
  } as const;
  const sizes = ['length', 'thickness', 'square'] as const;
  const wrong = sizes.filter((key) => (registration[key] === undefined) === needed[shape].some((one) => one === key));
  if (wrong.length === 0) return [];
  const words = needed[shape].map((key) => `"${key}"`).join(', ');
  const what = registration.shape ? `"shape: ${registration.shape}" takes` : 'A square and two Ls take';
  return [at('registration', 'registration', `${what} ${words} and no other size.`)];
}

/** Keys that say where faces lie on a sheet. */
const OF_SHEETS = ['grid', 'slots', 'printable', 'marks', 'flip', 'fold', 'back', 'slug', 'registration'] as const;
/** Those that say how a sheet is printed on its other side. */
const OF_BACKS = ['flip', 'back'] as const;

/** Errors for keys that a page of one face, or a sheet that is folded, has no use for: `back` moved faces in their pages. */
function idleKeys(data: StockFile, at: FaultAt): Problem[] {
  const given = (keys: readonly (keyof StockFile)[]) =>
    keys.filter((key) => data[key] !== undefined && data[key] !== 'none');
  if (!data.paper) {
    const why = 'needs "paper". Without paper a page is one face and its bleed';
    return given(OF_SHEETS).map((key) => at(key, 'no-paper', `"${key}" ${why}.`));
  }
  if (!data.fold) return [];
  return given(OF_BACKS).map((key) =>
    at(key, 'folded', `"${key}" is for sheets that are printed on both sides; with "fold" one side is printed.`),
  );
}
