import { filled } from '../../../layouts/words/words.ts';
import type { RecipeData } from './data.ts';
import { words } from './words.ts';

/** The five slots of a recipe, in the sentence's order; deck.yaml says which family of parts each takes. */
export const SLOTS = [
  { key: 'who', name: words.who },
  { key: 'when', name: words.when },
  { key: 'what', name: words.what },
  { key: 'where', name: words.where },
  { key: 'measure', name: words.measure },
] as const;

/** What the author writes. `max` is the printed card's budget in characters. */
export const TEXTS = [
  { key: 'title', name: words.recipeTitle, max: 26 },
  { key: 'gist', name: words.recipeGist, max: 55 },
  { key: 'user', name: words.recipeUser, max: 60 },
  { key: 'business', name: words.recipeBusiness, max: 60 },
  { key: 'situation', name: words.recipeSituation, max: 35 },
  { key: 'wish', name: words.recipeWish, max: 35 },
  { key: 'end', name: words.recipeEnd, max: 35 },
  { key: 'watch', name: words.recipeWatch, max: 50 },
  { key: 'proof', name: words.recipeProof, max: 45 },
] as const;

export type SlotKey = (typeof SLOTS)[number]['key'];
export type TextKey = (typeof TEXTS)[number]['key'];

/** A recipe in the making. */
export interface Recipe {
  /** Ids of ingredients by slot; several are alternatives. */
  slots: Readonly<Record<SlotKey, readonly string[]>>;
  texts: Readonly<Record<TextKey, string>>;
  /** Ids of patterns, three at most. */
  patterns: readonly string[];
}

/** The most alternatives in a slot, and the most patterns, that a printed recipe has room for. */
export const MOST = 3;

/** Reads a recipe from an address' query. Ids that the deck does not know are left out. */
export function readRecipe(query: string, known: (id: string) => boolean): Recipe {
  const params = new URLSearchParams(query);
  const ids = (key: string) => (params.get(key) ?? '').split('.').filter(known).slice(0, MOST);
  return {
    slots: { who: ids('who'), when: ids('when'), what: ids('what'), where: ids('where'), measure: ids('measure') },
    texts: Object.fromEntries(TEXTS.map(({ key }) => [key, params.get(key) ?? ''])) as Recipe['texts'],
    patterns: ids('patterns'),
  };
}

/** Writes a recipe as an address' query. */
export function writeRecipe({ slots, texts, patterns }: Recipe): string {
  const lists = [...SLOTS.map(({ key }) => [key, slots[key].join('.')]), ['patterns', patterns.join('.')]];
  const written = TEXTS.map(({ key }) => [key, texts[key]]);
  const parts = [...lists, ...written].filter(([, value]) => value !== '');
  return parts.map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`).join('&');
}

/** The if-then sentence; a slot that is still empty shows its name. */
export function sentenceOf({ slots, texts }: Recipe, ingredients: RecipeData): string {
  const clauses = SLOTS.map(({ key, name }) => {
    const chosen = slots[key].flatMap((id) => ingredients.find((one) => one.id === id)?.clause ?? []);
    return [key, chosen.length > 0 ? chosen.join(` ${words.or} `) : `[${name.toLowerCase()}]`];
  });
  return filled(words.ifThen, { ...Object.fromEntries(clauses), why: plain(texts.user) || `[${words.why}]` });
}

/** `When …, I want …, so I can ….`; empty until one of them is written. */
export function jobStoryOf({ texts }: Recipe): string {
  const { situation, wish, end } = texts;
  if (!situation && !wish && !end) return '';
  const part = (text: string) => plain(text) || '…';
  return filled(words.jobStory, { situation: part(situation), wish: part(wish), end: part(end) });
}

/** What is still missing before the recipe can be a card, in the words of the form. */
export function missingIn(recipe: Recipe): string[] {
  const slots = SLOTS.filter(({ key }) => recipe.slots[key].length === 0).map(({ name }) => name);
  const texts = TEXTS.filter(({ key }) => plain(recipe.texts[key]) === '').map(({ name }) => name);
  return [...slots, ...texts, ...(recipe.patterns.length === 0 ? [words.patterns] : [])];
}

/** The recipe's file name and card id, by the deck's rule: `Drinks & Snacks` is `drinks-and-snacks`. */
export function idOf({ texts }: Recipe): string {
  const letters = texts.title
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[\u0300-\u036f'’]/g, '');
  return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'my-recipe';
}

/** The recipe as a card that prepdeck builds. */
export function mdxOf(recipe: Recipe, ingredients: RecipeData, suit: string, number: number): string {
  const { slots, texts, patterns } = recipe;
  const list = (ids: readonly string[]) => `[${ids.join(', ')}]`;
  return [
    '---',
    `suit: ${suit}`,
    `number: ${number}`,
    `title: ${yaml(texts.title)}`,
    `gist: ${yaml(texts.gist)}`,
    ...SLOTS.filter(({ key }) => key !== 'measure').map(({ key }) => `${key}: ${list(slots[key])}`),
    'why:',
    `  user: ${yaml(texts.user)}`,
    `  business: ${yaml(texts.business)}`,
    `measure: ${list(slots.measure)}`,
    `patterns: ${list(patterns)}`,
    '---',
    ...sectionOf('If-then', sentenceOf(recipe, ingredients)),
    ...sectionOf('Job story', jobStoryOf(recipe)),
    ...sectionOf('Watch', texts.watch),
    ...sectionOf('Measure', texts.proof),
    '',
  ].join('\n');
}

function sectionOf(heading: string, text: string): string[] {
  return ['', `## ${heading}`, markdown(text)];
}

/** One line without a full stop: the sentence brings its own. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}

/** A text as a YAML scalar in single quotes: nothing in it has a meaning there but the quote itself. */
function yaml(text: string): string {
  return `'${plain(text).replaceAll("'", "''")}'`;
}

/** A text escaped for MDX: without a backslash `{`, `<`, `*` and the like would be markup. */
function markdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^(?=[-+=])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

/** Recipes as a table for a backlog, by RFC 4180. */
export function csvOf(recipes: readonly Recipe[], ingredients: RecipeData): string {
  const title = (id: string) => ingredients.find((one) => one.id === id)?.title ?? id;
  const rows = recipes.map((recipe) => [
    recipe.texts.title,
    recipe.texts.gist,
    sentenceOf(recipe, ingredients),
    jobStoryOf(recipe),
    ...SLOTS.map(({ key }) => recipe.slots[key].map(title).join(` ${words.or} `)),
    recipe.texts.business,
    recipe.texts.watch,
    recipe.texts.proof,
    recipe.patterns.join(' '),
  ]);
  const names = [
    words.recipe,
    words.inOneLine,
    words.headIfThen,
    words.headJobStory,
    ...SLOTS.map(({ name }) => name),
    words.whyForUs,
    words.recipeWatch,
    words.recipeProof,
    words.patterns,
  ];
  return `\ufeff${[names, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet runs a cell that starts with `=`, `+`, `-` or `@`: an apostrophe before it keeps it text. */
function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
