import type { ToolWords } from '../../../layouts/words/words.ts';
import type { RunPlan } from '../../model/run.ts';
import type { SheetShape } from '../../record/shape.ts';

/** What `plan.js` holds: the times of the workshop, and where the catalog lives, with a `/` at its end; empty if nobody knows. */
export type PlanData = RunPlan & { url: string };

/** What `sheets.js` holds: what the record of a room's worksheets needs. */
export interface SheetsData {
  name: string;
  version: string;
  words: ToolWords['record'];
  /** In the order of the workshop. */
  sheets: readonly SheetShape[];
  /** What everybody signs. */
  outcomes: readonly string[];
}
