import { filled } from '../../../layouts/words/words.ts';
import { csvText, UTF8_MARK } from '../../model/csv.ts';
import { idOfTitle } from '../../model/id-of-title.ts';
import { lookUp } from '../../model/look-up.ts';
import { inOneLine } from '../../model/spaces.ts';
import { words } from './compose-words.ts';
import type { ComposerData, ComposerSection } from './composer-data.ts';

/** A card in the making. */
export interface Made {
  /** Ids of cards by slot; several are alternatives. */
  slots: Readonly<Record<string, readonly string[]>>;
  /** What is written, by key. */
  texts: Readonly<Record<string, string>>;
}

/** Reads a card from an address' query. Ids that the slots do not have are left out. */
export function readMade(query: string, data: ComposerData): Made {
  const { slots, texts } = data;
  const params = new URLSearchParams(query);
  const chosen = slots.map(({ key, cards, most }) => {
    const ids = (params.get(key) ?? '').split('.').filter((id) => cards.some((card) => card.id === id));
    return [key, ids.slice(0, most)] as const;
  });
  return {
    slots: Object.fromEntries(chosen),
    texts: Object.fromEntries(
      [...texts.map(({ key }) => key), ...ownKeys(data)].map((key) => [key, params.get(key) ?? '']),
    ),
  };
}

/** The key of the words that somebody writes in place of a section's own sentence, e.g. since that is too long for the card. */
export function ownKey({ key }: Pick<ComposerSection, 'key'>): string {
  return `own_${key}`;
}

/** Sections whose sentence cards are put into: it may come out too long, so it can be written in other words. */
export function sentencesOf({ sections, slots }: ComposerData): ComposerSection[] {
  return sections.filter(({ sentence }) => slots.some(({ key }) => sentence.includes(`{${key}}`)));
}

function ownKeys(data: ComposerData): string[] {
  return sentencesOf(data).map(ownKey);
}

/** Ids of an address that its slots do not have, or have no room for. */
export function leftOutOf(query: string, data: ComposerData): string[] {
  const params = new URLSearchParams(query);
  const made = readMade(query, data);
  return data.slots.flatMap(({ key }) => {
    const given = (params.get(key) ?? '').split('.').filter(Boolean);
    return given.filter((id) => !chosenIn(made, key).includes(id));
  });
}

/** Writes a card as an address' query. */
export function writeMade(made: Made): string {
  const lists = Object.entries(made.slots).map(([key, ids]) => [key, ids.join('.')]);
  const parts = [...lists, ...Object.entries(made.texts)].filter(([, value]) => value !== '');
  return parts.map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`).join('&');
}

/** The ids that fill a slot. */
export function chosenIn({ slots }: Made, key: string): readonly string[] {
  return lookUp(slots, key) ?? [];
}

/** What is written for a key. */
export function writtenText({ texts }: Made, key: string): string {
  return lookUp(texts, key) ?? '';
}

/** What a section says: somebody's own words, else its sentence. */
export function sentenceOf(section: ComposerSection, made: Made, data: ComposerData): string {
  const own = inOneLine(writtenText(made, ownKey(section)));
  return own || autoSentence(section, made, data);
}

/** The sentence of a section; empty until something of it is chosen or written. An empty slot shows its name, an unwritten text dots. */
export function autoSentence({ sentence }: ComposerSection, made: Made, { slots, texts, lang }: ComposerData): string {
  const used = (key: string) => sentence.includes(`{${key}}`);
  const clauses = slots
    .filter(({ key }) => used(key))
    .map(({ key, name, cards }) => {
      const chosen = chosenIn(made, key).flatMap((id) => cards.find((one) => one.id === id)?.clause ?? []);
      return [key, chosen.length > 0 ? chosen.join(` ${words.or} `) : `[${name.toLocaleLowerCase(lang)}]`] as const;
    });
  const written = texts.filter(({ key }) => used(key)).map(({ key }) => [key, plain(writtenText(made, key))] as const);
  if (clauses.length === 0 && written.every(([, text]) => text === '')) return '';
  // A text that is all of its section keeps its full stop.
  const [[only = ''] = []] = written;
  if (sentence === `{${only}}`) return inOneLine(writtenText(made, only));
  return filled(sentence, Object.fromEntries([...clauses, ...written.map(([key, text]) => [key, text || '…'])]));
}

/** The slots and texts that are still missing before it can be a card, as the form calls them. */
export function missingIn(made: Made, { slots, texts }: ComposerData): string[] {
  const open = slots.filter(({ key }) => chosenIn(made, key).length === 0);
  const unwritten = texts.filter(({ key }) => plain(writtenText(made, key)) === '');
  return [...open, ...unwritten].map(({ name }) => name);
}

/**
 * The card's id and file name, as `prepdeck import` makes them. A title without any letter that an id may have, such as one in Chinese, is
 * written as the numbers of its letters: two such cards are two files.
 */
export function idOf(made: Made, { suit }: ComposerData): string {
  const title = inOneLine(writtenText(made, 'title'));
  const numbers = [...title].map((letter) => letter.codePointAt(0)?.toString(16));
  return idOfTitle(title) || [title === '' ? 'my' : '', suit, ...numbers].filter(Boolean).join('-');
}

/** The composed card as the file of a card that prepdeck builds. */
export function mdxOf(made: Made, data: ComposerData, number: number): string {
  const slots = data.slots.map(({ key, isList }) => {
    const ids = chosenIn(made, key);
    return `${key}: ${isList ? `[${ids.join(', ')}]` : (ids[0] ?? '')}`;
  });
  return [
    '---',
    `suit: ${data.suit}`,
    `number: ${number}`,
    ...factsOf(made, data),
    ...slots,
    '---',
    ...data.sections.flatMap((one) => ['', `## ${one.heading}`, markdown(sentenceOf(one, made, data))]),
    '',
  ].join('\n');
}

/** The texts of the front matter; `why: { user, business }` under one key. */
function factsOf(made: Made, { texts }: ComposerData): string[] {
  const keys = [...new Set(texts.flatMap(({ path: [first] }) => first ?? []))];
  return keys.flatMap((first) => {
    const own = texts.filter(({ path }) => path[0] === first);
    const [whole] = own.filter(({ path }) => path.length === 1);
    if (whole) return [`${first}: ${yaml(writtenText(made, whole.key))}`];
    return [`${first}:`, ...own.map(({ key, path }) => `  ${path.at(-1)}: ${yaml(writtenText(made, key))}`)];
  });
}

/** One line without a full stop: the sentence brings its own. */
function plain(text: string): string {
  return inOneLine(text).replace(/\.$/, '');
}

/** A text as a YAML scalar in single quotes: nothing in it has a meaning there but the quote itself. */
function yaml(text: string): string {
  return `'${plain(text).replaceAll("'", "''")}'`;
}

/** A text escaped for MDX: without a backslash `{`, `<`, `*` and the like would be markup. */
function markdown(text: string): string {
  return inOneLine(text)
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(?=[-+=])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

/** Cards as a table for a backlog: what is written, what each section says, what was chosen. */
export function csvOf(all: readonly Made[], data: ComposerData): string {
  const facts = data.texts.filter(({ path }) => path.length > 0);
  const rows = all.map((made) => [
    ...facts.map(({ key }) => writtenText(made, key)),
    ...data.sections.map((one) => sentenceOf(one, made, data)),
    ...data.slots.map(({ key, cards }) => {
      const titles = chosenIn(made, key).map((id) => cards.find((one) => one.id === id)?.title ?? id);
      return titles.join(` ${words.or} `);
    }),
  ]);
  const others = [...facts, ...data.slots].map(({ name }) => name.toLowerCase());
  // As `export` tells a section from a field of its name: `import` would not know which is which.
  const sections = data.sections.map(({ name }) => (others.includes(name.toLowerCase()) ? `## ${name}` : name));
  const names = [...facts.map(({ name }) => name), ...sections, ...data.slots.map(({ name }) => name)];
  return UTF8_MARK + csvText([names, ...rows]);
}
