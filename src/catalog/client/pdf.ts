import { impose } from '../../impose/impose.ts';
import { addMarks } from '../../impose/marks.ts';
import { composePdf } from '../../pdf/compose.ts';
import type { SlugFont } from '../../pdf/slug-font.ts';
import type { MakePdf, PackedFont } from './print-data.ts';

/** The build's own imposition and PDF writer, run in the browser on the pages of the faces file. */
const makePdf: MakePdf = async (copies, stock, press, faces) => {
  const sheets = addMarks(impose(copies, stock), stock, press.words);
  const pdf = await composePdf({
    sheets,
    stock,
    faces: {
      format: press.format,
      documents: [faces],
      pages: new Map(press.faces.keys.map((key, page) => [key, { document: 0, page }])),
    },
    font: unpacked(press.font),
    title: `${press.words.deck} ${press.words.version}, hand`,
    date: press.date,
    lang: press.lang,
  });
  return { pdf, sheets: sheets.at(-1)?.of ?? 0 };
};

function unpacked({ data, others, ...font }: PackedFont): SlugFont {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  return { ...font, data: bytes, ...(others && { others: others.map(unpacked) }) };
}

window.deckPdf = makePdf;
