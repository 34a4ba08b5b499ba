import { PDFDocument } from '@cantoo/pdf-lib';
import type { FacesFile, HandSheets } from '../../src/catalog/input.ts';
import { slugCharacters } from '../../src/impose/slug.ts';
import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { Stock } from '../../src/model/stock.ts';
import { pt } from '../../src/model/units.ts';
import { slugFont } from '../../src/pdf/slug-font.ts';
import { loadStocks } from '../fixtures/stocks.ts';

/** A file of faces, each with its key on it, and what a browser needs to print hands from it. */
export async function sampleFaces(deck: Deck): Promise<{ faces: FacesFile; press: HandSheets; bytes: Uint8Array }> {
  const keys = deck.cards.flatMap((card: Card) => [`${card.id}.front`, `${card.id}.back`]);
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const key of keys) {
    const page = document.addPage([pt(63.5 + 8), pt(88.9 + 8)]);
    page.drawText(key, { x: 40, y: 120, size: 10 });
  }
  const bytes = await document.save();
  const { stocks } = await loadStocks('layouts', '.');
  const offered = ['a4', 'letter'].map((id) => stocks[id]).filter((stock): stock is Stock => stock !== undefined);
  const [text] = deck.theme.fonts.filter((font) => font.family === deck.theme.font.text);
  const words = { deck: deck.name, version: deck.version, sheets: deck.words.sheets };
  return {
    faces: { path: 'print/faces.pdf', bytes: bytes.length, pages: new Map(keys.map((key, page) => [key, page])) },
    press: { stocks: offered, font: slugFont(text?.data ?? new Uint8Array(), slugCharacters(offered, words)) },
    bytes,
  };
}
