import type { Workshop } from '../model/day.ts';
import { countsOf } from './agenda.ts';

/**
 * What a room of so many people needs beside cards, boards and worksheets, as `things:` in day.yaml says.
 *
 * @throws UsageError for a number of people that the workshop has no plan for
 */
export function thingsFor(day: Workshop, people: number): { name: string; count: number }[] {
  const groups = countsOf(day, people);
  return Object.entries(day.things ?? {}).map(([name, per]) => {
    const counts = Object.entries(per).map(([kind, each]) => each * (groups.get(kind) ?? 0));
    return { name, count: counts.reduce((sum, one) => sum + one, 0) };
  });
}
