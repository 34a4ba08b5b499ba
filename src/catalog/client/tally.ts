/** Votes on some options, in the order in which they were cast: so the last one can be taken back, after a reload too. */
export interface Tally {
  options: readonly string[];
  /** Places of options, from 0. */
  cast: readonly number[];
}

/** No options yet. */
export const NO_VOTES: Tally = { options: [], cast: [] };

/** How many votes each option has. */
export function countsOf({ options, cast }: Tally): number[] {
  return options.map((_, at) => cast.filter((one) => one === at).length);
}

/** A tally in words, the most votes first: `Trust 2, Ease 1`; empty where nobody has voted. */
export function tallyText(tally: Tally): string {
  const counts = countsOf(tally);
  const lines = tally.options.map((name, at) => ({ name, count: counts[at] ?? 0 }));
  if (tally.cast.length === 0) return '';
  return lines
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => `${name} ${count}`)
    .join(', ');
}

/** With further options; one that is there stays as it is. */
export function withOptions({ options, cast }: Tally, more: readonly string[]): Tally {
  const names = more.map((one) => one.trim().slice(0, 80)).filter(Boolean);
  return { options: [...new Set([...options, ...names])], cast };
}

/** Without an option and its votes. */
export function withoutOption({ options, cast }: Tally, at: number): Tally {
  return {
    options: options.filter((_, place) => place !== at),
    cast: cast.filter((one) => one !== at).map((one) => (one > at ? one - 1 : one)),
  };
}

/** Reads the tallies of all steps, as `JSON.stringify` wrote them; what is no tally is left out. */
export function readTallies(text: string): Record<string, Tally> {
  try {
    const entries = Object.entries((JSON.parse(text) ?? {}) as Record<string, Partial<Tally> | null>);
    return Object.fromEntries(
      entries.flatMap(([key, kept]) => {
        const { options, cast } = kept ?? {};
        if (!Array.isArray(options) || !Array.isArray(cast)) return [];
        return [
          [
            key,
            {
              options: options.map(String),
              cast: cast.filter((at) => Number.isInteger(at) && at >= 0 && at < options.length),
            },
          ],
        ];
      }),
    );
  } catch {
    return {};
  }
}
