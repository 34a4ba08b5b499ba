import type { Stock } from './model.ts';
import { didYouMean } from './suggest.ts';
import { UsageError } from './usage.ts';

/**
 * The stocks of these ids, in their order.
 *
 * @throws UsageError that names every unknown id
 */
export function choose(stocks: Readonly<Record<string, Stock>>, ids: readonly string[]): Stock[] {
  const known = Object.keys(stocks);
  const unknown = ids.filter((id) => !stocks[id]);
  if (unknown.length > 0) {
    throw new UsageError(
      `unknown stock: ${unknown.join(', ')}.${didYouMean(unknown[0] ?? '', known)} Stocks: ${known.join(', ')}`,
    );
  }
  return ids.flatMap((id) => stocks[id] ?? []);
}
