import { VFileMessage } from 'vfile-message';

/**
 * A mistake of the author's, located in a file of the deck. It is a VFileMessage and nothing else:
 * `file`, `place`/`line`/`column`, `ruleId`, `actual`, `expected`, `note`, and `fatal`: true is an error, false a warning, and
 * undefined a warning that deck.yaml accepts, whose note is the reason.
 * Our own bugs are thrown as plain errors instead.
 */
export type Problem = VFileMessage;

/** A point in a file, 1-based as editors show it. */
export interface Place {
  line: number;
  column: number;
  /** The file as shown, where it is another than the card's own: e.g. a card's title may stand in an override. */
  file?: string | undefined;
  /** How a number, `true` or `false` is written there, where that is not how it is shown: `1.10`, which is 1.1. Of `null`: that it is. */
  written?: string | undefined;
}

/** Everything that is known about a problem when it is found. */
export interface ProblemDetails {
  /** Path as shown to the user: relative to the project folder, with forward slashes. A place may name another. */
  file: string;
  /** Line and column; left out when the whole file is meant. */
  place?: Place | undefined;
  /** `group/name` in kebab-case, e.g. `card/unknown-key`. */
  rule: string;
  /** One sentence: what is wrong. */
  message: string;
  /** The allowed values, where they can be listed. */
  allowed?: readonly string[] | undefined;
  /** The value that the author wrote. */
  got?: string | undefined;
  /** One sentence: what to do about it, or what will happen. */
  note?: string | undefined;
}

/** An error: nothing is written while one stands. */
export function error(details: ProblemDetails): Problem {
  return problem(details, true);
}

/** A warning: the build goes on; its note says what will happen. */
export function warning(details: ProblemDetails): Problem {
  return problem(details, false);
}

/** A warning that is accepted: nobody need look at it again. */
export function accepted(problem: Problem, reason: string): Problem {
  const copy = Object.assign(new VFileMessage(problem.reason), problem, { note: reason });
  copy.fatal = undefined;
  return copy;
}

/** True of a warning that deck.yaml accepts. */
export function isAccepted({ fatal }: Problem): boolean {
  return fatal === undefined;
}

/** True of a warning that nobody has accepted. */
export function isWarning({ fatal }: Problem): boolean {
  return fatal === false;
}

/** `group/name`, as messages end with it. */
export function ruleOf({ source, ruleId }: Problem): string {
  return [source, ruleId].filter((part) => part).join('/');
}

/** True where any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((one) => one.fatal === true);
}

/** Problems in reading order: by file, line, column, then rule, so that two runs print the same. */
export function sorted(problems: readonly Problem[]): Problem[] {
  const key = (one: Problem) => [one.file ?? '', one.line ?? 0, one.column ?? 0, one.ruleId ?? '', one.reason] as const;
  return [...problems].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    for (let i = 0; i < left.length; i += 1) {
      const [l, r] = [left[i] as string | number, right[i] as string | number];
      if (l < r) return -1;
      if (l > r) return 1;
    }
    return 0;
  });
}

function problem(details: ProblemDetails, fatal: boolean): Problem {
  const [source, ...name] = details.rule.split('/');
  const message = new VFileMessage(details.message, {
    place: details.place && { line: details.place.line, column: details.place.column },
    source,
    ruleId: name.join('/'),
  });
  message.file = details.place?.file ?? details.file;
  message.fatal = fatal;
  message.stack = '';
  if (details.allowed) message.expected = [...details.allowed];
  if (details.got !== undefined) message.actual = details.got;
  if (details.note) message.note = details.note;
  return message;
}
