/** How many numbers a command of SVG path data takes; SVG 2, chapter "Paths". */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({ m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }),
);

/** Which of an arc's seven numbers are flags: one digit each, and the next number may follow without a space. */
const FLAGS = [3, 4];

/**
 * The piece of SVG path data that is wrong, as it is written; undefined where nothing is. Renderers draw a path up to its first mistake
 * without a warning: of `M0 0 A 5 5 L L zz` they draw nothing.
 */
export function pathFault(d: string): string | undefined {
  const token = /[\s,]*(?:([a-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))/iy;
  const flag = /[\s,]*([01])/y;
  let command = '';
  let count = 0;
  const isWhole = () => {
    const each = NUMBERS.get(command) ?? 0;
    return command === '' || (each === 0 ? count === 0 : count > 0 && count % each === 0);
  };
  let at = 0;
  while (at < d.trimEnd().length) {
    const reader = command === 'a' && FLAGS.includes(count % 7) ? flag : token;
    reader.lastIndex = at;
    const found = reader.exec(d);
    const [, letter = '', number = letter] = found ?? [];
    const next = reader === token ? letter.toLowerCase() : '';
    const fits = next === '' ? number !== '' && (NUMBERS.get(command) ?? 0) > 0 : isWhole() && NUMBERS.has(next);
    if (!found || !fits || (command === '' && next !== 'm')) return excerpt(d, at);
    if (next === '') count += 1;
    else [command, count] = [next, 0];
    at = reader.lastIndex;
  }
  return isWhole() ? undefined : excerpt(d, d.length);
}

/** Some characters around a place. */
function excerpt(d: string, at: number): string {
  return d.slice(Math.max(0, at - 12), at + 12).trim();
}
