import { lookUp } from '../../model/look-up.ts';
import { error, type Place, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Theme } from '../../model/theme.ts';
import type { Report } from '../../read/files.ts';
import type { Located } from '../../read/yaml.ts';

/** A theme without its font files. */
export type Tokens = Pick<Theme, 'colour' | 'font'>;

/** One token of a DTCG file: `{ "$value": … }` with the type that it or a group around it has. */
interface Token {
  type: string;
  value: unknown;
  place: Place | undefined;
}

const TYPES = ['color', 'fontFamily'];

/**
 * Reads tokens.json, in the Design Tokens format (designtokens.org): groups, `$type` handed down, `{group.name}` aliases.
 * Colours stand in the group `colour`, fonts are `font.display` and `font.text`.
 */
export function readTokens(source: Located, report: Report): Tokens | undefined {
  let whole = true;
  const fail = (place: Place | undefined, rule: string, message: string, allowed?: readonly string[]) => {
    whole = false;
    report(error({ file: source.file, place, rule: `tokens/${rule}`, message, allowed }));
  };
  const tokens = collect(source);
  const colours = new Map<string, string>();
  const fonts = new Map<string, string>();
  for (const [name, token] of tokens) {
    const value = resolve(name, tokens, (message, allowed) => fail(token.place, 'alias', message, allowed));
    if (value === undefined) continue;
    if (token.type === 'color') {
      const hex = hexOf(value);
      if (hex === undefined) fail(token.place, 'color', `"${name}" must be a color like "#1C6580".`);
      else if (name.startsWith('colour.')) colours.set(name.slice('colour.'.length), hex);
    } else if (token.type === 'fontFamily') {
      const family = Array.isArray(value) ? value[0] : value;
      if (typeof family !== 'string') fail(token.place, 'font', `"${name}" must be the name of a font family.`);
      else fonts.set(name, family);
    } else {
      const message = `The token "${name}" of type "${token.type}" is not used.`;
      report(warning({ file: source.file, place: token.place, rule: 'tokens/type', message, allowed: TYPES }));
    }
  }
  for (const needed of ['paper', 'ink']) {
    if (whole && !colours.has(needed)) fail(undefined, 'missing', `The color "colour.${needed}" is missing.`);
  }
  const [display, text] = [fonts.get('font.display'), fonts.get('font.text')];
  if (display === undefined) fail(undefined, 'missing', 'The font "font.display", for titles, is missing.');
  if (text === undefined) fail(undefined, 'missing', 'The font "font.text", for everything else, is missing.');
  if (!whole || display === undefined || text === undefined) return undefined;
  return { colour: Object.fromEntries(colours), font: { display, text } };
}

function collect(source: Located): Map<string, Token> {
  const tokens = new Map<string, Token>();
  const walk = (node: unknown, name: string, inherited: string) => {
    if (typeof node !== 'object' || node === null) return;
    const group = node as Record<string, unknown>;
    const type = typeof group.$type === 'string' ? group.$type : inherited;
    if ('$value' in group) {
      tokens.set(name, { type, value: group.$value, place: lookUp(source.places, `${name}.$value`) });
      return;
    }
    for (const [key, child] of Object.entries(group)) {
      if (!key.startsWith('$')) walk(child, name === '' ? key : `${name}.${key}`, type);
    }
  };
  walk(source.value, '', 'none');
  return tokens;
}

/** A token's value, through its aliases. */
function resolve(
  name: string,
  tokens: ReadonlyMap<string, Token>,
  fail: (message: string, allowed?: readonly string[]) => void,
): unknown {
  const seen = [name];
  let value = tokens.get(name)?.value;
  for (let alias = aliasOf(value); alias !== undefined; alias = aliasOf(value)) {
    if (seen.includes(alias)) {
      fail(`"${name}" is an alias of itself: ${[...seen, alias].join(' → ')}.`);
      return undefined;
    }
    const target = tokens.get(alias);
    if (!target) {
      fail(`"${name}" is an alias of "${alias}", which is not there.${didYouMean(alias, tokens.keys())}`);
      return undefined;
    }
    seen.push(alias);
    value = target.value;
  }
  return value;
}

function aliasOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.match(/^\{(.+)\}$/)?.[1] : undefined;
}

/** `#rgb` or `#rrggbb`, or the object form with its `hex`, as `#rrggbb`. */
function hexOf(value: unknown): string | undefined {
  const hex = typeof value === 'object' && value !== null && 'hex' in value ? value.hex : value;
  if (typeof hex !== 'string') return undefined;
  if (/^#[0-9a-f]{6}$/i.test(hex)) return hex.toLowerCase();
  return /^#[0-9a-f]{3}$/i.test(hex) ? hex.replace(/[0-9a-f]/gi, '$&$&').toLowerCase() : undefined;
}
