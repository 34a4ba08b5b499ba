import path from 'node:path';
import { z } from 'zod';
import type { Format } from '../model/faces.ts';
import { cardSize } from '../read/card-size.ts';
import { type Folder, type Report, readText } from '../read/files.ts';
import { idText } from '../read/ids.ts';
import type { Readings } from '../read/readings.ts';
import { stampOf } from '../read/stamps.ts';
import { checked } from '../read/values.ts';
import { parseYaml } from '../read/yaml.ts';

/** `formats.yaml`: id → a card's size after cutting. */
const formatsSchema = z.record(idText(), cardSize);

/** The card formats of a `layouts/` folder by id; none where it has no `formats.yaml`. */
export async function readFormats(folder: Folder, readings: Readings, report: Report): Promise<Record<string, Format>> {
  const file = path.join(folder.dir, 'formats.yaml');
  if (stampOf(file) === '') return {};
  const text = await readText(file, folder, report);
  const make = (say: Report) => text && parseYaml(text.text, text.file, say);
  const source = text && readings.of(text, folder.dir, report, { make, isWhole: (made) => made !== undefined });
  const data = source && checked(formatsSchema, source, 'format', report);
  return Object.fromEntries(Object.entries(data ?? {}).map(([id, format]) => [id, { id, ...format }]));
}
