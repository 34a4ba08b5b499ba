import { CAPITAL, capitals } from '../model/capitals.ts';
import { idOfTitle } from '../model/id-of-title.ts';
import { didYouMean } from '../model/suggest.ts';
import { UsageError } from '../model/usage.ts';

/** Puts a question to a person; an empty line takes the default. */
export type Ask = (question: string, usual: string) => Promise<string>;

/** What a template is filled with. */
export interface Answers extends Record<string, string> {
  template: string;
  /** The deck's name, as printed. */
  name: string;
  /** The name of its package: small letters and hyphens. */
  id: string;
  /** `#rrggbb`. */
  colour: string;
  /** The beginning of the codes of an organization's own cards, before their numbers. */
  prefix: string;
}

/** What is known before anything is asked. */
export interface KnownAnswers {
  /** The name of the deck's folder, from which its usual name comes. */
  folder: string;
  /** Left out: it is asked for. */
  template?: string | undefined;
  /** Beginnings of the shipped cards' codes, which an organization's codes must not have. */
  codes: ReadonlySet<string>;
}

const TEMPLATES = {
  org: 'org: The Test Kitchen with your brand, your cards and your words',
  blank: 'blank: a deck of your own, about anything',
  game: 'game: pictures in front, one back for all, no words needed',
};

/**
 * Asks for what a new deck needs. A person who gives an answer that can't be used is told why and asked again.
 *
 * @param ask left out: every answer is the usual one
 * @throws UsageError for a template that does not exist
 * @throws StoppedError from `ask`
 */
export async function answersFor({ folder, template, codes }: KnownAnswers, ask: Ask = usual): Promise<Answers> {
  const kinds = `Enter takes what stands in brackets.\n\nWhich kind of deck?\n  ${Object.values(TEMPLATES).join('\n  ')}\nYour choice`;
  const kind = template === undefined ? await answerTo(kinds, 'org', readTemplate, ask) : readTemplate(template);
  const name = await answerTo('What is the deck called?', titleOf(folder), readName, ask);
  const colour = await answerTo('Your brand’s color? A dark one reads best.', '#1C6580', readColour, ask);
  const letters = () =>
    answerTo('Letters before your own cards’ numbers?', prefixOf(name, codes), (one) => readPrefix(one, codes), ask);
  return { template: kind, name, id: idOf(name), colour, prefix: kind === 'org' ? await letters() : '' };
}

/** An answer that can be used, after as many tries as it takes. */
async function answerTo(
  question: string,
  proposal: string,
  read: (answer: string) => string,
  ask: Ask,
): Promise<string> {
  let asked = question;
  for (;;) {
    const answer = await ask(asked, proposal);
    try {
      return read(answer);
    } catch (cause) {
      if (!(cause instanceof UsageError)) throw cause;
      asked = `${cause.message.charAt(0).toUpperCase()}${cause.message.slice(1)}. Again`;
    }
  }
}

function readTemplate(answer: string): string {
  const known = Object.keys(TEMPLATES);
  const kind = answer.toLowerCase();
  if (known.includes(kind)) return kind;
  throw new UsageError(`there is no template ${answer}.${didYouMean(kind, known)} Templates: ${known.join(', ')}`);
}

function readName(answer: string): string {
  const name = answer.trim();
  if (name !== '' && !/[\p{Cc}{}]/u.test(name)) return name;
  throw new UsageError(`a deck's name is one line of text without braces (got: ${name})`);
}

function readColour(answer: string): string {
  const colour = answer.startsWith('#') ? answer : `#${answer}`;
  if (/^#[0-9a-f]{6}$/iu.test(colour)) return colour;
  throw new UsageError(`a color is written like #1C6580 (got: ${answer})`);
}

function readPrefix(answer: string, codes: ReadonlySet<string>): string {
  const prefix = capitals(answer);
  if (!new RegExp(`^[${CAPITAL}\\p{Nd}]{1,4}$`, 'u').test(prefix)) {
    throw new UsageError(`the letters are 1 to 4 capitals or digits (got: ${answer})`);
  }
  if (codes.has(prefix)) throw new UsageError(`cards of ours begin with ${prefix}: take other letters`);
  return prefix;
}

async function usual(_: string, value: string): Promise<string> {
  return value;
}

/** `acme-deck` → `Acme Deck`. */
function titleOf(folder: string): string {
  const words = folder.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ') || 'My Deck';
}

/** `Acme Deck` → `ACME`; `Rec Center` → `OWN`, since codes of shipped cards begin with `REC`. */
function prefixOf(name: string, codes: ReadonlySet<string>): string {
  const prefix = idOfTitle(name).replace(/-.*$/u, '').slice(0, 4).toUpperCase();
  return prefix === '' || codes.has(prefix) ? 'OWN' : prefix;
}

function idOf(name: string): string {
  const id = idOfTitle(name) || 'my-deck';
  // Not the name of our package: npm refuses to install a package into one of the same name.
  return id === 'prepdeck' ? 'my-prepdeck' : id;
}
