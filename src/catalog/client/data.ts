import type { ToolWords } from '../../../layouts/words/words.ts';
import type { SlugWords } from '../../impose/slug.ts';
import type { Format } from '../../model/faces.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Room } from '../../model/looks.ts';
import type { RunPlan } from '../../model/run.ts';
import type { Stock } from '../../model/stock.ts';
import type { SlugFont } from '../../pdf/slug-font.ts';
import type { SheetShape } from '../../record/shape.ts';
import { toast } from './dom.ts';
import { words } from './words.ts';

/** A card of the first index: id, code, title, gist, then for each facet the places of its values. */
export type IndexCard = readonly [
  id: string,
  code: string,
  title: string,
  gist: string,
  values: readonly (readonly number[])[],
];

/** A facet of the first index. */
interface IndexFacet {
  key: string;
  name: string;
  values: readonly (readonly [value: string, name: string])[];
}

/** How cards are drawn. */
export interface IndexDraw {
  /** Keys of places that a draw begins with; empty for all. */
  usual: readonly string[];
  /** The suit whose cards can be limited; empty for none. */
  limited: string;
  /** The suit that is drawn family by family, and the facet that holds its families; empty for none. */
  parted: string;
  parts: string;
}

/** What `index.js` holds: enough for facets, titles and gists. */
export interface IndexData {
  name: string;
  version: string;
  facets: readonly IndexFacet[];
  /** Retired ids → the id that took their place, or an empty string. */
  retired: Readonly<Record<string, string>>;
  /** The settings of a draw: places to begin with, and the suit that can be limited. */
  draw: IndexDraw;
  /** True where this site can print hands. */
  printable: boolean;
  cards: readonly IndexCard[];
}

/**
 * A section: its heading, its lines, and for each line a letter that says what it is: `p` a paragraph, `o` an item with its number, `u`
 * one without, `h` and `r` a row of a table with tabs between its cells, `+` the rest of the line above.
 */
export type CardSection = readonly [heading: string, text: string, shapes: string];

/** The texts and pictures of one card. */
export interface CardTexts {
  /** Family, else suit, in the singular. */
  kind: string;
  /** Class that gives the card's colours. */
  tint: string;
  /** The quote or question on the front. */
  said: string;
  /** Its other names, separated by dots. */
  also: string;
  /** When to choose it over cards like it; empty where it does not say. */
  choose: string;
  /** Its sources, without web addresses. */
  sources: string;
  sections: readonly CardSection[];
  /** Minutes of an activity, else 0. */
  minutes: number;
  /** Front and back; paths inside the site's folder, empty where there is none. */
  pictures: readonly [front: string, back: string];
  /** Pixels of the front. */
  size: readonly [width: number, height: number];
}

/** What `texts.js` holds, by card id. */
export type TextsData = Readonly<Record<string, CardTexts>>;

/** A card that fills a place of a composed card. */
export interface ComposerPart {
  id: string;
  code: string;
  title: string;
  /** What it says in a sentence. */
  clause: string;
}

/** A field of the composed card that names others. */
export interface ComposerSlot {
  /** The key of the front matter, also in sentences and addresses. */
  key: string;
  name: string;
  /** How many cards it takes. */
  most: number;
  isList: boolean;
  cards: readonly ComposerPart[];
}

/** A text that is written. */
export interface ComposerText {
  key: string;
  name: string;
  /** Characters that the card holds; 0 for no limit. */
  most: number;
  /** Where it stands in the front matter; empty for one that only sections have. */
  path: readonly string[];
}

/** A section of the composed card. */
export interface ComposerSection {
  /** As the look names it, in files. */
  heading: string;
  /** As readers see it. */
  name: string;
  /** What it says, with slots and texts in `{braces}`. */
  sentence: string;
  /** Characters that the card holds. */
  most: number;
}

/** How wide letters are in the deck's fonts, in thousandths of the font's size. */
export interface ComposerWidths {
  letters: string;
  regular: readonly number[];
  strong: readonly number[];
  italic: readonly number[];
  /** Of a letter of a usual text: budgets count such. */
  usual: number;
}

/** What `composer.js` holds: the form, and what becomes of it. */
export interface ComposerData {
  /** The suit that is made, and what one card of it is called. */
  suit: string;
  one: string;
  /** The first number that no card of the suit has. */
  number: number;
  slots: readonly ComposerSlot[];
  texts: readonly ComposerText[];
  sections: readonly ComposerSection[];
  widths: ComposerWidths;
  /** The lines of the front; left out where its look does not say. */
  room?: Room | undefined;
}

/** What `plan.js` holds: the times of the workshop, and where the catalog lives, with a `/` at its end; empty if nobody knows. */
export type PlanData = RunPlan & { url: string };

/** What `sheets.js` holds: what the record of a room's worksheets needs. */
export interface SheetsData {
  name: string;
  version: string;
  words: ToolWords['record'];
  /** In the order of the workshop. */
  sheets: readonly SheetShape[];
  /** What everybody signs. */
  outcomes: readonly string[];
}

/** What `press.js` holds: everything that is needed to print a hand, except the faces. */
export interface PressData {
  words: SlugWords;
  /** ISO date of the PDF. */
  date: string;
  lang: string;
  format: Format;
  stocks: readonly Stock[];
  /** Keys of the faces in the order of the file's pages. */
  faces: { path: string; bytes: number; keys: readonly string[] };
  /** The font's bytes in base64. */
  font: Omit<SlugFont, 'data'> & { data: string };
}

/** What `pdf.js` gives: sheets of some cards as a PDF. */
export type MakePdf = (
  copies: readonly { card: string; copies: number }[],
  stock: Stock,
  press: PressData,
  faces: Uint8Array,
) => Promise<{ pdf: Uint8Array; sheets: number }>;

/** True for a card that has this value of a facet, both by their place in the index. */
export function hasValue(card: IndexCard, facet: number, value: number): boolean {
  return card[4][facet]?.includes(value) ?? false;
}

declare global {
  interface Window {
    deckPress?: PressData;
    deckPdf?: MakePdf;
    deckIndex?: IndexData;
    deckTexts?: TextsData;
    deckComposer?: ComposerData;
    deckPlan?: PlanData;
    deckSheets?: SheetsData;
  }
}

/** Loads a data script of the site once; resolves when its global is set. */
function load(file: string): Promise<void> {
  // Names change with content; a page knows those of its own edition.
  const names = JSON.parse(document.body.dataset.files ?? '{}') as Record<string, string>;
  const src = `${document.body.dataset.base ?? ''}${lookUp(names, file) ?? file}`;
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => {
      // A page that was open while a new edition came asks for a file that is gone.
      toast(words.reload);
      reject(new Error(`${file} did not load`));
    };
    document.head.append(script);
  });
}

/** The first index. */
export async function indexData(): Promise<IndexData> {
  if (!window.deckIndex) await load('index.js');
  return given(window.deckIndex, 'index.js');
}

/** Texts and pictures. */
export async function textsData(): Promise<TextsData> {
  if (!window.deckTexts) await load('texts.js');
  return given(window.deckTexts, 'texts.js');
}

/** Ingredients. */
export async function composerData(): Promise<ComposerData> {
  if (!window.deckComposer) await load('composer.js');
  return given(window.deckComposer, 'composer.js');
}

/** The times of the workshop. */
export async function planData(): Promise<PlanData> {
  if (!window.deckPlan) await load('plan.js');
  return given(window.deckPlan, 'plan.js');
}

/** Worksheets, and the words of their record. */
export async function sheetsData(): Promise<SheetsData> {
  if (!window.deckSheets) await load('sheets.js');
  return given(window.deckSheets, 'sheets.js');
}

/** Sheets, font and the order of the faces. */
export async function pressData(): Promise<PressData> {
  if (!window.deckPress) await load('press.js');
  return given(window.deckPress, 'press.js');
}

/** The PDF library, ten times the size of all other scripts, so it is loaded when somebody prints. */
export async function pdfMaker(): Promise<MakePdf> {
  if (!window.deckPdf) await load('pdf.js');
  return given(window.deckPdf, 'pdf.js');
}

function given<T>(data: T | undefined, file: string): T {
  if (!data) throw new Error(`${file} holds no data`);
  return data;
}
