import { lookUp } from '../../model/look-up.ts';
import type { IndexData, TextsData } from './card-data.ts';
import type { ComposerData } from './composer-data.ts';
import { toast } from './dom.ts';
import type { MakePdf, PressData } from './print-data.ts';
import { words } from './words.ts';
import type { PlanData, SheetsData } from './workshop-data.ts';

// The site's data scripts: each is loaded once, when a page first needs it, and sets one global. What they hold: the `…-data.ts` files.

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
  // File names change with their content; each page has the names of its own edition.
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

/** The composer's form. */
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
