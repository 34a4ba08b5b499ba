import { lookUp } from '../../model/look-up.ts';
import { error, type Place, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Theme } from '../../model/theme.ts';
import type { Report } from '../../read/files.ts';
import type { Located } from '../../read/yaml.ts';

/** The roles that may have a font of their own. */
const ROLES = ['text', 'strong', 'emphasis', 'label', 'display'] as const;
export type Role = (typeof ROLES)[number];

/** What tokens.json asks for a role. */
export interface FontChoice {
  /** A family, or a file in the fonts folder; after it families that set the characters which it lacks. */
  names: readonly [string, ...string[]];
  /** Left out: the role's own. */
  weight?: number | undefined;
  italic?: boolean | undefined;
  /** Where it stands. */
  file: string;
  place: Place | undefined;
}

/** A theme without its fonts: only their names. */
export interface Tokens extends Pick<Theme, 'colour'> {
  font: Readonly<Partial<Record<Role, FontChoice>>>;
  /** Where each color is written. */
  places: Readonly<Record<string, Place>>;
  /** As shown. */
  file: string;
}

/** One token of a DTCG file: `{ "$value": … }` with the type that it or a group around it has. */
interface Token {
  type: string;
  value: unknown;
  place: Place | undefined;
}

const TYPES = ['color', 'fontFamily', 'typography'];

/** The roles that must have a font: without them nothing can be printed. */
export const REQUIRED = [
  { role: 'display', message: 'The font "font.display", for titles, is missing.' },
  { role: 'text', message: 'The font "font.text", for everything else, is missing.' },
] as const;

/** Reports what is wrong with a token. */
type Fail = (place: Place | undefined, rule: string, message: string, allowed?: readonly string[]) => void;

/**
 * Reads tokens.json, in the Design Tokens format (designtokens.org): groups, `$type` handed down, `{group.name}` aliases.
 * Colours stand in the group `colour`, fonts are `font.text`, `font.display` and those of further roles: a family or a file, a list
 * of them, or `{ fontFamily, fontWeight, fontStyle }`.
 */
export function readTokens(source: Located, report: Report): Tokens | undefined {
  let whole = true;
  const fail: Fail = (place, rule, message, allowed) => {
    whole = false;
    report(error({ file: source.file, place, rule: `tokens/${rule}`, message, allowed }));
  };
  const tokens = collect(source);
  const colours = new Map<string, string>();
  const fonts = new Map<string, FontChoice>();
  for (const [name, token] of tokens) {
    const value = resolve(name, tokens, (message, allowed) => fail(token.place, 'alias', message, allowed));
    if (value === undefined) continue;
    if (token.type === 'color') {
      const hex = hexOf(value);
      if (hex === undefined)
        fail(token.place, 'color', `"${name}" must be a color like "#1C6580"; got ${shown(value)}.`);
      else if (name.startsWith('colour.')) colours.set(name.slice('colour.'.length), hex);
    } else if (token.type === 'fontFamily' || token.type === 'typography') {
      const choice = choiceOf(value, { tokens, file: source.file, place: token.place });
      if (choice === undefined)
        fail(token.place, 'font', `"${name}" must name a font family or file; got ${shown(value)}.`);
      else fonts.set(name, choice);
    } else {
      const message = `The token "${name}" of type "${token.type}" is not used.`;
      report(warning({ file: source.file, place: token.place, rule: 'tokens/type', message, allowed: TYPES }));
    }
  }
  for (const needed of ['paper', 'ink']) {
    if (whole && !colours.has(needed)) fail(undefined, 'missing', `The color "colour.${needed}" is missing.`);
  }
  reportUnused(fonts.keys(), tokens, source, report);
  if (!whole) {
    for (const { role, message } of REQUIRED) if (!tokens.has(`font.${role}`)) fail(undefined, 'missing', message);
    return undefined;
  }
  const font = ROLES.flatMap((role) => {
    const choice = fonts.get(`font.${role}`);
    return choice ? [[role, choice] as const] : [];
  });
  const places = placesOf([...colours.keys()], tokens);
  return { colour: Object.fromEntries(colours), font: Object.fromEntries(font), places, file: source.file };
}

function placesOf(colours: readonly string[], tokens: ReadonlyMap<string, Token>): Tokens['places'] {
  const placed = colours.flatMap((name) => {
    const place = tokens.get(`colour.${name}`)?.place;
    return place ? [[name, place] as const] : [];
  });
  return Object.fromEntries(placed);
}

/** Warns of fonts under unknown roles, `font.titel`: they would be ignored without a word. One that another token refers to is used. */
function reportUnused(names: Iterable<string>, tokens: ReadonlyMap<string, Token>, { file }: Located, report: Report) {
  const known = ROLES.map((role) => `font.${role}`);
  const text = JSON.stringify([...tokens.values()].map(({ value }) => value));
  for (const name of names) {
    if (!name.startsWith('font.') || known.includes(name) || text.includes(`{${name}}`)) continue;
    const message = `The font "${name}" is not used.${didYouMean(name, known)}`;
    report(warning({ file, place: tokens.get(name)?.place, rule: 'tokens/role', message, allowed: known }));
  }
}

/** Weights by their names (designtokens.org, "Font weight"). */
const WEIGHTS: Readonly<Record<string, number>> = {
  thin: 100,
  'extra-light': 200,
  light: 300,
  normal: 400,
  regular: 400,
  medium: 500,
  'semi-bold': 600,
  bold: 700,
  'extra-bold': 800,
  black: 900,
};

/** What a font's value asks for; undefined where it is none. */
function choiceOf(
  value: unknown,
  at: { tokens: ReadonlyMap<string, Token>; file: string; place: Place | undefined },
): FontChoice | undefined {
  const { tokens, ...where } = at;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const { fontFamily, fontWeight, fontStyle } = (isObject ? value : { fontFamily: value }) as Record<string, unknown>;
  const alias = aliasOf(fontFamily);
  const family = alias === undefined ? fontFamily : resolve(alias, tokens, () => undefined);
  const [first, ...others] = Array.isArray(family) ? family : [family];
  const weight = typeof fontWeight === 'string' ? lookUp(WEIGHTS, fontWeight) : fontWeight;
  if (fontWeight !== undefined && !(typeof weight === 'number' && weight >= 1 && weight <= 1000)) return undefined;
  if (fontStyle !== undefined && fontStyle !== 'normal' && fontStyle !== 'italic') return undefined;
  if (typeof first !== 'string' || !others.every((one) => typeof one === 'string')) return undefined;
  const italic = fontStyle === undefined ? undefined : fontStyle === 'italic';
  return { names: [first, ...others], weight: weight as number | undefined, italic, ...where };
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

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 60);
}

/** `#rgb` or `#rrggbb`, or the object form with its `hex`, as `#rrggbb`. */
function hexOf(value: unknown): string | undefined {
  const hex = typeof value === 'object' && value !== null && 'hex' in value ? value.hex : value;
  if (typeof hex !== 'string') return undefined;
  if (/^#[0-9a-f]{6}$/i.test(hex)) return hex.toLowerCase();
  return /^#[0-9a-f]{3}$/i.test(hex) ? hex.replace(/[0-9a-f]/gi, '$&$&').toLowerCase() : undefined;
}
