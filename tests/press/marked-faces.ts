import { PDFDocument, type PDFFont, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { type DrawnFaces, type Format, faceKey } from '../../src/model/faces.ts';

/** A color as pixels have it. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What the faces show: another color at each corner of the trim, in the bleed, and for each card and side. */
export const CORNERS = {
  topLeft: [255, 0, 0],
  topRight: [0, 255, 0],
  bottomLeft: [0, 0, 255],
  bottomRight: [255, 255, 0],
} satisfies Record<string, Rgb>;
export const BLEED: Rgb = [255, 0, 255];

/** The color of a card's middle. */
export function fieldOf(card: number, side: 'front' | 'back'): Rgb {
  return [40 + 10 * card, side === 'front' ? 90 : 180, 120];
}

const MM = 72 / 25.4;
const CORNER = 8;

/** Faces whose every part tells where it belongs: cards `card-0`, `card-1`, …, in as many documents as wanted. */
export async function markedFaces(format: Format, cards: number, documents = 1): Promise<DrawnFaces> {
  const pages = new Map<string, { document: number; page: number }>();
  const files = await Promise.all(
    Array.from({ length: documents }, async () => {
      const pdf = await PDFDocument.create({ updateMetadata: false });
      return { pdf, font: await pdf.embedFont(StandardFonts.Helvetica) };
    }),
  );
  for (let card = 0; card < cards; card += 1) {
    for (const side of ['front', 'back'] as const) {
      const document = card % documents;
      const file = files[document];
      if (!file) throw new Error('no document');
      pages.set(faceKey({ card: `card-${card}`, side }), { document, page: file.pdf.getPageCount() });
      drawFace(file.pdf, format, fieldOf(card, side), `card-${card} ${side}`, file.font);
    }
  }
  return { format, documents: await Promise.all(files.map(({ pdf }) => pdf.save())), pages };
}

function drawFace(file: PDFDocument, { width, height }: Format, field: Rgb, name: string, font: PDFFont): void {
  const page = file.addPage([(width + 8) * MM, (height + 8) * MM]);
  const box = (x: number, y: number, w: number, h: number, [r, g, b]: Rgb) =>
    page.drawRectangle({
      x: x * MM,
      y: (height + 8 - y - h) * MM,
      width: w * MM,
      height: h * MM,
      color: rgb(r / 255, g / 255, b / 255),
    });
  box(0, 0, width + 8, height + 8, BLEED);
  box(4, 4, width, height, field);
  box(4, 4, CORNER, CORNER, CORNERS.topLeft);
  box(4 + width - CORNER, 4, CORNER, CORNER, CORNERS.topRight);
  box(4, 4 + height - CORNER, CORNER, CORNER, CORNERS.bottomLeft);
  box(4 + width - CORNER, 4 + height - CORNER, CORNER, CORNER, CORNERS.bottomRight);
  page.drawText(name, { x: 20 * MM, y: 20 * MM, size: 8, font });
}
