import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EqualDeck } from '../equal-deck.ts';
import { run } from '../run.ts';
import type { Measure } from '../summary.ts';

/** Writes the deck as data for `react-pdf.mjs`: a page for each face. */
export async function writeReactPdf(equal: EqualDeck, dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const fonts = await Promise.all(
    equal.fonts.map(async ({ family, weight, italic, data }, at) => {
      const src = path.join(dir, `font-${at}.ttf`);
      await writeFile(src, data);
      return { family, fontWeight: weight, fontStyle: italic ? 'italic' : 'normal', src };
    }),
  );
  const pages = equal.sheets.flatMap(({ placed }) =>
    placed.flatMap(({ width, height, face }) => {
      const one = equal.faces.get(`${face.card}.${face.side}`);
      const pictures = one?.pictures.map(
        ({ data, format }) => `data:image/${format};base64,${Buffer.from(data).toString('base64')}`,
      );
      return one ? [{ width, height, colour: one.colour, texts: one.texts, glyph: one.glyph, pictures }] : [];
    }),
  );
  await writeFile(path.join(dir, 'deck.json'), JSON.stringify({ fonts, font: equal.font, pages }));
}

/** Draws it in a process of its own. */
export async function reactPdf(dir: string): Promise<Measure> {
  return await run([path.join(import.meta.dirname, 'react-pdf.mjs'), dir], { cwd: dir });
}
