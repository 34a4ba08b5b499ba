import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { noneIfAbsent } from '../model/absent.ts';
import { caliperOf } from '../model/caliper.ts';
import type { Format } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Problem } from '../model/problem.ts';
import type { BoxStock } from '../model/stock.ts';
import { didYouMean } from '../model/suggest.ts';
import { type Folder, openFolder, type Report, readText } from '../read/files.ts';
import { checked } from '../read/values.ts';
import { type Located, parseYaml } from '../read/yaml.ts';
import { pressSchema, profileProblems } from './services.ts';

/** A file of `layouts/box/`. */
const boxSchema = z.strictObject({
  kind: z.enum(['tuck-box', 'sleeve', 'dividers']).default('tuck-box'),
  name: z.string().min(1),
  /** Left out: the deck's. */
  format: z.string().optional(),
  /** How many boxes the deck is divided among. */
  parts: z.int().min(1).max(20).optional(),
  /** One card's thickness, in mm or by its weight in g/m². */
  card: z
    .union([
      z.strictObject({ caliper: z.number().min(0.05).max(2) }),
      z.strictObject({ gsm: z.number().min(60).max(1000) }),
    ])
    .optional(),
  /** The thickness of the box's own board, in mm. */
  board: z.number().min(0.1).max(2).optional(),
  /** How much wider, higher and deeper the box is than its cards, in mm. */
  clearance: z.number().min(0).max(10).optional(),
  /** Which groups of cards get a divider each. */
  of: z.enum(['suits', 'families']).optional(),
  /** How far tabs stand above the cards. */
  tab: z.number().min(8).max(40).optional(),
  press: pressSchema.optional(),
});

type BoxFile = z.output<typeof boxSchema>;

/** The keys that only boxes and sleeves take, and those that only dividers take. */
const OF_BOXES = ['parts', 'card', 'board', 'clearance'] as const;
const OF_DIVIDERS = ['of', 'tab'] as const;

/** What a box's file may name, and the format of a file that names none. */
interface Known {
  formats: Readonly<Record<string, Format>>;
  format: Format;
  /** Ids of press profiles. */
  profiles: readonly string[];
}

/** Errors for keys that this kind does not take, or does not do without, and for a format or a press profile that does not exist. */
function contradictions(data: BoxFile, source: Located, { formats, profiles }: Known): Problem[] {
  const { file } = source;
  const found: Problem[] = profileProblems(data, source, profiles);
  const foreign = (data.kind === 'dividers' ? OF_BOXES : OF_DIVIDERS).filter((key) => data[key] !== undefined);
  for (const key of foreign) {
    const place = lookUp(source.keys, key);
    found.push(error({ file, place, rule: 'box/kind', message: `"kind: ${data.kind}" takes no "${key}".` }));
  }
  if (data.kind !== 'dividers' && data.card === undefined) {
    const message = '"card" is missing: how thick is one card? card: { gsm: 310 } or card: { caliper: 0.31 }';
    found.push(error({ file, place: { line: 1, column: 1 }, rule: 'box/missing-key', message }));
  }
  if (data.format !== undefined && !Object.hasOwn(formats, data.format)) {
    const allowed = Object.keys(formats);
    const message = `There is no card format "${data.format}".${didYouMean(data.format, allowed)}`;
    found.push(error({ file, place: source.places.format, rule: 'box/format', message, allowed }));
  }
  return found;
}

/**
 * Boxes, sleeves and dividers by id: the names of the files in `box/` of `layouts/` folders, the lowest first. A mistake in a file
 * leaves out only that one. It is for cards of its own format, else for those of `known.format`.
 */
export async function loadBoxes(
  dirs: readonly string[],
  root: string,
  known: Known,
): Promise<{ boxes: Record<string, BoxStock>; problems: Problem[] }> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const boxes = new Map<string, BoxStock>();
  for (const dir of dirs) {
    const names = await readdir(path.join(dir, 'box')).catch(noneIfAbsent);
    const folder = names.length > 0 ? await openFolder(dir, root, report) : undefined;
    for (const name of names.filter((one) => one.endsWith('.yaml')).sort()) {
      const box = folder && (await loadBox(path.join(dir, 'box', name), folder, known, report));
      if (box) boxes.set(box.id, box);
    }
  }
  return { boxes: Object.fromEntries(boxes), problems };
}

async function loadBox(file: string, folder: Folder, known: Known, report: Report): Promise<BoxStock | undefined> {
  const text = await readText(file, folder, report);
  const source = text && parseYaml(text.text, text.file, report);
  const data = source && checked(boxSchema, source, 'box', report);
  if (!data) return undefined;
  const problems = contradictions(data, source, known);
  for (const problem of problems) report(problem);
  return problems.length > 0 ? undefined : boxOf(path.basename(file, '.yaml'), data, known.format);
}

function boxOf(id: string, data: BoxFile, format: Format): BoxStock | undefined {
  const { kind, name, press, card, parts = 1, board = 0.4, clearance = 1, of = 'suits', tab = 12 } = data;
  const base = { id, name, press, format: data.format ?? format.id };
  if (kind === 'dividers') return { ...base, kind, of, tab };
  if (!card) return undefined;
  return { ...base, kind, parts, board, clearance, caliper: 'gsm' in card ? caliperOf(card.gsm) : card.caliper };
}
