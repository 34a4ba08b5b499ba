import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Format } from '../model/faces.ts';
import { error, type Problem } from '../model/problem.ts';
import type { BoxStock } from '../model/stock.ts';
import { didYouMean } from '../model/suggest.ts';
import { type Folder, openFolder, type Report, readText } from '../read/files.ts';
import { checked } from '../read/values.ts';
import { parseYaml } from '../read/yaml.ts';
import { pressSchema } from './services.ts';

/** Coated card of 310 g/m² is 0.31 mm thick within a few percent; uncoated is up to a fifth thicker: measure ten cards. */
const MM_PER_GSM = 0.001;

/** A file of `layouts/box/`. */
const boxSchema = z.strictObject({
  name: z.string().min(1),
  /** Left out: the deck's. */
  format: z.string().optional(),
  /** How many boxes the deck is divided among. */
  parts: z.int().min(1).max(20).default(1),
  /** One card's thickness, in mm or by its weight in g/m². */
  card: z.union([
    z.strictObject({ caliper: z.number().min(0.05).max(2) }),
    z.strictObject({ gsm: z.number().min(60).max(1000) }),
  ]),
  /** The thickness of the box's own board, in mm. */
  board: z.number().min(0.1).max(2).default(0.4),
  /** How much wider, higher and deeper the box is than its cards, in mm. */
  clearance: z.number().min(0).max(10).default(1),
  press: pressSchema.optional(),
});

/**
 * Tuck boxes by id: the names of the files in `box/` of `layouts/` folders, the lowest first. A mistake in a file leaves out only
 * that box. A box is for cards of its own format, else for those of `format`.
 */
export async function loadBoxes(
  dirs: readonly string[],
  root: string,
  formats: Readonly<Record<string, Format>>,
  format: Format,
): Promise<{ boxes: Record<string, BoxStock>; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const boxes = new Map<string, BoxStock>();
  for (const dir of dirs) {
    const names = await readdir(path.join(dir, 'box')).catch(() => []);
    const folder = names.length > 0 ? await openFolder(dir, root, report) : undefined;
    for (const name of names.filter((one) => one.endsWith('.yaml')).sort()) {
      const box = folder && (await loadBox(path.join(dir, 'box', name), folder, formats, report));
      if (box) boxes.set(box.id, { ...box, format: box.format ?? format.id });
    }
  }
  return { boxes: Object.fromEntries(boxes), problems };
}

async function loadBox(
  file: string,
  folder: Folder,
  formats: Readonly<Record<string, Format>>,
  report: Report,
): Promise<(Omit<BoxStock, 'format'> & { format?: string | undefined }) | undefined> {
  const text = await readText(file, folder, report);
  const source = text && parseYaml(text.text, text.file, report);
  const data = source && checked(boxSchema, source, 'box', report);
  if (!data) return undefined;
  if (data.format !== undefined && !Object.hasOwn(formats, data.format)) {
    const allowed = Object.keys(formats);
    const message = `There is no card format "${data.format}".${didYouMean(data.format, allowed)}`;
    report(error({ file: source.file, place: source.places.format, rule: 'box/format', message, allowed }));
    return undefined;
  }
  const { card, ...rest } = data;
  return { id: path.basename(file, '.yaml'), ...rest, caliper: 'gsm' in card ? caliperOf(card.gsm) : card.caliper };
}

/** A card's thickness in mm by its weight in g/m². */
export function caliperOf(gsm: number): number {
  return gsm * MM_PER_GSM;
}
