import { lookUp } from '../../model/look-up.ts';
import { accepted, isAccepted, isWarning, type Problem, ruleOf, warning } from '../../model/problem.ts';
import { type Accept, type Layer, UNMET } from './layer.ts';
import { insideOf, subjectsOf } from './subject.ts';

/**
 * Problems, with the warnings that deck.yaml accepts marked as accepted, each with its reason. A deck may accept warnings about its own
 * files and those of decks that it extends; errors can't be accepted.
 */
export function withAccepted(problems: readonly Problem[], layers: readonly Layer[]): Problem[] {
  return problems.map((problem) => {
    const entry = isWarning(problem) && acceptedBy(problem, layers);
    return entry ? accepted(problem, entry.reason) : problem;
  });
}

/**
 * Warnings for entries of `accept` that no warning meets any more, after a check of the whole deck. Entries of decks below are left to
 * their authors, and so are rules about printing: whether they are met depends on the stocks of this run.
 */
export function unmet(problems: readonly Problem[], layers: readonly Layer[]): Problem[] {
  const top = layers.at(-1);
  if (!top) return [];
  const met = problems.filter(isAccepted);
  const rules = [...new Set(problems.filter((one) => isAccepted(one) || isWarning(one)).map(ruleOf))].sort();
  return top.accept.flatMap((entry, at) => {
    if (/^(print|press|kit)\//u.test(entry.rule)) return [];
    if (met.some((problem) => isMeant(entry, problem, layers))) return [];
    return [notMet(entry, { at, top, rules })];
  });
}

function notMet(
  { rule, card, file }: Accept,
  { at, top, rules }: { at: number; top: Layer; rules: readonly string[] },
): Problem {
  const where = [card === undefined ? '' : ` of "${card}"`, file === undefined ? '' : ` in ${file}`].join('');
  const place = lookUp(top.deckFile?.places, `accept.${at}`);
  const message = `Nothing warns of ${rule}${where} any more.`;
  const note =
    rules.length > 0 ? `Take the entry out of "accept". Warnings of this run: ${rules.join(', ')}.` : TAKE_OUT;
  return warning({ file: top.deckFile?.file ?? '', place, rule: UNMET, message, note, got: rule });
}

const TAKE_OUT = 'Take the entry out of "accept".';

/** The entry that accepts a warning; a deck above may accept what lies in one below, not the other way round. */
function acceptedBy(problem: Problem, layers: readonly Layer[]): Accept | undefined {
  const owner = layers.findIndex((layer) => insideOf(layer, problem.file) !== undefined);
  const above = layers.slice(owner < 0 ? layers.length - 1 : owner);
  return above.flatMap(({ accept }) => accept).find((entry) => isMeant(entry, problem, layers));
}

function isMeant({ rule, card, file }: Accept, problem: Problem, layers: readonly Layer[]): boolean {
  if (ruleOf(problem) !== rule) return false;
  if (file !== undefined && problem.file !== file && !problem.file?.endsWith(`/${file}`)) return false;
  return card === undefined || subjectsOf(problem, layers).includes(card);
}
