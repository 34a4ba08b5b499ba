import { impose } from '../../impose/impose.ts';
import { addMarks } from '../../impose/marks.ts';
import { composePdf } from '../../pdf/compose.ts';
import type { MakePdf } from './print-data.ts';

/** The build's own imposition and PDF writer, run in the browser on the pages of the faces file. */
const makePdf: MakePdf = async (copies, stock, press, faces) => {
  const sheets = addMarks(impose(copies, stock), stock, { words: press.words });
  const pdf = await composePdf({
    sheets,
    stock,
    faces: {
      format: press.format,
      documents: [faces],
      pages: new Map(press.faces.keys.map((key, page) => [key, { document: 0, page }])),
    },
    font: { ...press.font, data: Uint8Array.from(atob(press.font.data), (one) => one.charCodeAt(0)) },
    title: `${press.words.deck} ${press.words.version}, hand`,
    date: press.date,
    lang: press.lang,
  });
  return { pdf, sheets: sheets.at(-1)?.of ?? 0 };
};

window.deckPdf = makePdf;
