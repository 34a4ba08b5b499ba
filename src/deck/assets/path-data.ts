/** How many numbers a command of SVG path data takes; SVG 2, chapter "Paths". */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({ m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }),
);

/** What of an arc's seven numbers is a flag: one digit, which the next number may follow at once. */
const FLAGS = [3, 4];

/**
 * What is wrong with SVG path data, as it stands there; undefined where nothing is. Renderers draw a path up to its first mistake and
 * say nothing: `M0 0 A 5 5 L L zz` is an empty picture.
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

/** Some words up to and around a place. */
function excerpt(d: string, at: number): string {
  return d.slice(Math.max(0, at - 12), at + 12).trim();
}
