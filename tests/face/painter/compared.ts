import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from '../../fixtures/pdfjs.ts';

// The same faces from the painter and from react-pdf, its reference: words, their places and pixels.

const pdfium = PDFiumLibrary.init();

/** Words may stand this far from their place in the reference, in points. */
const PLACE = 0.05;
/** Pixels for each point, and the side of the squares in which they are compared: 2 pt. */
const [SCALE, SQUARE] = [2, 4];
/** By how much the mean of a square may differ, of 255: a line that lies between two pixels may be rounded to either of them. */
const ROUNDING = 32;

/** Documents of faces, with what is wrong with them and what the painter did not know. */
interface Drawn {
  documents: readonly Uint8Array[];
  problems: readonly string[];
  unpainted: readonly string[];
}

/** Where documents of the painter differ from the reference; empty where they do not. They are drawn twice, by threads of their own. */
export async function differences(draw: () => Promise<Drawn>): Promise<string[]> {
  const painted = await draw();
  process.env.PREPDECK_RENDERER = 'react-pdf';
  const reference = await draw().finally(() => delete process.env.PREPDECK_RENDERER);
  const found = painted.unpainted.map((what) => `the painter does not know ${what}`);
  if (painted.documents.length === 0) found.push(`nothing was drawn: ${painted.problems.join('\n')}`);
  if (painted.problems.join('\n') !== reference.problems.join('\n')) {
    found.push(`${painted.problems.join('\n')}\nand not\n${reference.problems.join('\n')}`);
  }
  for (const [at, document] of painted.documents.entries()) {
    const other = reference.documents[at] ?? new Uint8Array();
    // They write PDFs in ways of their own.
    if (Buffer.compare(document, other) === 0) found.push(`document ${at} was drawn by the painter twice`);
    const [words, otherWords] = [await wordsOf(document), await wordsOf(other)];
    const [pictures, otherPictures] = [await picturesOf(document), await picturesOf(other)];
    for (const [page, picture] of pictures.entries()) {
      const name = `document ${at}, page ${page}`;
      found.push(...misplaced(words[page] ?? [], otherWords[page] ?? []).map((what) => `${name}: ${what}`));
      const count = unlike(picture, otherPictures[page]);
      if (count > 0) found.push(`${name}: it looks different in ${count} places`);
    }
  }
  return found;
}

interface Word {
  text: string;
  x: number;
  y: number;
}

async function wordsOf(pdf: Uint8Array): Promise<Word[][]> {
  if (pdf.length === 0) return [];
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  const pages: Word[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    const words = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , x = 0, y = 0] = item.transform as number[];
      return [{ text: item.str, x, y }];
    });
    pages.push(words);
  }
  await document.destroy();
  return pages;
}

/** Readers join letters to words by the gaps between them, which rounding may change: letters are compared, and words where both begin one. */
function misplaced(words: readonly Word[], others: readonly Word[]): string[] {
  const letters = (some: readonly Word[]) => some.map(({ text }) => text.replace(/\s/gu, '')).join('');
  if (letters(words) !== letters(others)) return [`it reads ${letters(words)}, not ${letters(others)}`];
  const places = new Map(starts(others));
  return starts(words).flatMap(([at, { text, x, y }]) => {
    const other = places.get(at);
    const by = other ? Math.max(Math.abs(x - other.x), Math.abs(y - other.y)) : 0;
    return by > PLACE ? [`“${text}” stands ${by.toFixed(3)} pt from its place`] : [];
  });
}

/** Words by how many letters stand before them. */
function starts(words: readonly Word[]): [number, Word][] {
  let letters = 0;
  return words.map((word) => {
    const at = letters;
    letters += word.text.replace(/\s/gu, '').length;
    return [at, word];
  });
}

interface Picture {
  width: number;
  data: Uint8Array;
}

async function picturesOf(pdf: Uint8Array): Promise<Picture[]> {
  if (pdf.length === 0) return [];
  const document = await (await pdfium).loadDocument(pdf);
  const pages: Picture[] = [];
  for (const page of document.pages()) {
    const { width, data } = await page.render({ scale: SCALE, render: 'bitmap' });
    pages.push({ width, data: data.slice() });
  }
  document.destroy();
  return pages;
}

/** In how many squares two pictures differ. */
function unlike(a: Picture | undefined, b: Picture | undefined): number {
  if (!a || !b || a.data.length !== b.data.length) return Number.POSITIVE_INFINITY;
  const [some, others] = [meansOf(a), meansOf(b)];
  return some.filter((mean, at) => Math.abs(mean - (others[at] ?? 0)) > ROUNDING).length;
}

/** The means of a picture's squares, row by row, in red, green and blue. */
function meansOf({ width, data }: Picture): number[] {
  const columns = Math.ceil(width / SQUARE);
  const sums: number[] = Array(3 * columns * Math.ceil(data.length / (4 * width) / SQUARE)).fill(0);
  for (let at = 0; at < data.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    const square = 3 * (Math.floor(y / SQUARE) * columns + Math.floor(x / SQUARE));
    for (let channel = 0; channel < 3; channel += 1)
      sums[square + channel] = (sums[square + channel] ?? 0) + (data[at + channel] ?? 0);
  }
  return sums.map((sum) => sum / SQUARE ** 2);
}
