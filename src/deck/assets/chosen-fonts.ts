import { error } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { isCut, nearestCut, type WeightAndSlant } from './font-cuts.ts';
import type { FontFile } from './font-file.ts';
import type { FontChoice, Role, Tokens } from './tokens.ts';

/** The weight and slant that faces set each role in, where tokens.json says none. */
export const USUAL_CUT: Readonly<Record<Role, WeightAndSlant>> = {
  text: { weight: 400, italic: false },
  strong: { weight: 700, italic: false },
  emphasis: { weight: 400, italic: true },
  label: { weight: 700, italic: false },
  display: { weight: 600, italic: false },
};

/** CSS names for whatever font a machine has. They are ignored: a deck brings its fonts along. */
export const GENERIC_FAMILY = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|math|emoji|ui-[a-z]+)$/;

/** The font that a role is set in. */
export interface ChosenFont {
  /** The one file that is named, or all of the family. */
  files: readonly FontFile[];
  family: string;
  wanted: WeightAndSlant;
  /** True where tokens.json names this weight or this file: then no other may stand in for it. */
  exact: boolean;
  /** Families that set what it lacks. */
  further: readonly string[];
}

/** What `chosenFont` needs. */
interface Choosing {
  tokens: Tokens;
  files: readonly FontFile[];
  report: Report;
}

/** What tokens.json chooses for a role; undefined where it chooses nothing, or after reporting that no file has it. */
export function chosenFont(role: Role, { tokens, files, report }: Choosing): ChosenFont | undefined {
  const choice = tokens.font[role];
  if (!choice) return undefined;
  const [name, ...further] = choice.names;
  const named = files.find((one) => one.name === name);
  const own = named ? [named] : files.filter((one) => one.family === name);
  const [first] = own;
  if (!first) return void report(missing(role, choice, files));
  // A named file has its own weight and slant; only of a variable one must they be chosen.
  const usual = named && !named.axes.wght ? named : USUAL_CUT[role];
  const slant = named && !named.axes.ital && !named.axes.slnt ? named : USUAL_CUT[role];
  const wanted = { weight: choice.weight ?? usual.weight, italic: choice.italic ?? slant.italic };
  const cut = nearestCut(own, wanted);
  const exact = named !== undefined || choice.weight !== undefined || choice.italic !== undefined;
  if (exact && cut && !isCut(cut, wanted)) return void report(notGiven(role, wanted, own, choice));
  return {
    files: own,
    family: first.family,
    wanted,
    exact,
    further: further.filter((one) => !GENERIC_FAMILY.test(one)),
  };
}

function missing(role: Role, { names: [name], file, place }: FontChoice, files: readonly FontFile[]) {
  const isFile = /\.(ttf|otf|woff2?)$/iu.test(name);
  const allowed = isFile ? files.map((one) => one.name) : familiesOf(files);
  const what = isFile ? `The file "${name}"` : `The font "${name}"`;
  const message = `${what} of "font.${role}" is not in the deck's fonts folder.${didYouMean(name, allowed)}`;
  const note = 'Put its .ttf, .otf, .woff or .woff2 files there, or name another.';
  return error({ file, place, rule: 'font/missing', message, allowed, note });
}

function notGiven(
  role: Role,
  wanted: WeightAndSlant,
  files: readonly FontFile[],
  { names: [name], file, place }: FontChoice,
) {
  const message = `No file gives "${name}" of "font.${role}" in ${weightAndSlant(wanted)}.`;
  return error({ file, place, rule: 'font/missing', message, allowed: files.map(rangeOf) });
}

/** What a file gives, as people write it: `400 italic`, `100–900`. */
function rangeOf({ axes: { wght, ital, slnt }, ...file }: FontFile): string {
  const weight = wght ? `${wght.min}–${wght.max}` : String(file.weight);
  return `${weight}${ital || slnt ? ' and italic' : file.italic ? ' italic' : ''}`;
}

/** A weight and a slant as people write them: `400 italic`. */
export function weightAndSlant({ weight, italic }: WeightAndSlant): string {
  return `${weight}${italic ? ' italic' : ''}`;
}

/** The families that files have. */
export function familiesOf(files: readonly FontFile[]): string[] {
  return [...new Set(files.map(({ family }) => family))];
}
