import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isOurPdf, printRecord } from '../../command/record.ts';
import { howMany } from '../../model/how-many.ts';
import { hasErrors } from '../../model/problem.ts';
import { UsageError } from '../../model/usage.ts';
import { saveAs } from '../../write/save-as.ts';
import { chainAt } from '../chain.ts';
import type { Flags } from '../flags.ts';
import type { Voice } from '../voice.ts';

/** The options of `record`. */
export interface RecordFlags extends Pick<Flags, 'deck' | 'lang'> {
  out?: string;
}

/** Prints what a room wrote. */
export async function runRecord(file: string, { out, lang, ...flags }: RecordFlags, voice: Voice): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`${file} is not there, or can’t be read`);
  const to = out ?? file.replace(/(\.json)?$/iu, '.pdf');
  if (path.resolve(to) === path.resolve(file)) throw new UsageError('--out must be another file than the record');
  const { problems, pdf, sheets, cards } = await printRecord({ chain: await chainAt(flags), text, file, lang });
  voice.report(problems);
  voice.exit(hasErrors(problems) ? 1 : 0);
  if (!pdf) return;
  await saveAs(to, pdf, isOurPdf);
  const made = cards === 0 ? '' : `, and ${howMany(cards, 'card')} to cut out`;
  voice.say(`${to} has ${howMany(sheets, 'sheet')}${made}: print it at Actual size.`);
}
