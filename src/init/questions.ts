import { didYouMean } from '../suggest.ts';
import { UsageError } from '../usage.ts';

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
  /** Before the numbers of an organization's own cards. */
  prefix: string;
}

const TEMPLATES = {
  org: 'org: The Test Kitchen with your brand, your cards and your words',
  blank: 'blank: a deck of your own, about anything',
};

/**
 * Asks for what a new deck needs.
 *
 * @param folder the name of its folder, from which the deck's usual name comes
 * @throws UsageError for an answer that can't be used
 */
export async function answersFor(folder: string, template?: string, ask: Ask = usual): Promise<Answers> {
  const kind = template ?? (await ask(`Which kind of deck?\n  ${Object.values(TEMPLATES).join('\n  ')}\n`, 'org'));
  const known = Object.keys(TEMPLATES);
  if (!known.includes(kind)) {
    throw new UsageError(`there is no template ${kind}.${didYouMean(kind, known)} Templates: ${known.join(', ')}`);
  }
  const name = (await ask('What is the deck called?', titleOf(folder))).trim();
  if (name === '' || /[\p{Cc}{}]/u.test(name)) throw new UsageError(`a deck's name is one line of text (got: ${name})`);
  const colour = await ask('Your brand’s color? A dark one reads best.', '#1C6580');
  if (!/^#[0-9a-f]{6}$/iu.test(colour)) throw new UsageError(`a color is written like #1C6580 (got: ${colour})`);
  const prefix =
    kind === 'org' ? (await ask('Letters before your own cards’ numbers?', prefixOf(name))).toUpperCase() : '';
  if (kind === 'org' && !/^[A-Z0-9]{1,4}$/u.test(prefix)) {
    throw new UsageError(`the letters are 1 to 4 capitals or digits (got: ${prefix})`);
  }
  return { template: kind, name, id: idOf(name), colour, prefix };
}

async function usual(_: string, value: string): Promise<string> {
  return value;
}

/** `acme-deck` → `Acme Deck`. */
function titleOf(folder: string): string {
  const words = folder.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ') || 'My Deck';
}

/** `Acme Deck` → `ACME`. */
function prefixOf(name: string): string {
  return plain(name).replace(/-.*$/u, '').slice(0, 4).toUpperCase() || 'OWN';
}

function idOf(name: string): string {
  const id = plain(name) || 'my-deck';
  // npm installs no package into one of the same name.
  return id === 'prepdeck' ? 'my-prepdeck' : id;
}

/** Small letters without accents, digits, hyphens: `Café Łódź` → `cafe-odz`. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
