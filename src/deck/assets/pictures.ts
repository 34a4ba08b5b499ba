import type { Card } from '../../model/card.ts';
import { error, type Problem } from '../../model/problem.ts';
import type { Picture } from '../../model/theme.ts';
import { type Folder, mapFiles, type Report } from '../../read/files.ts';
import { readNamed } from '../../read/named.ts';
import { isRemote, picturesIn } from '../cards/content.ts';
import { decoded } from './picture-file.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** Reads the pictures that cards show, from `art/` of the highest folder that has each. */
export async function readPictures(
  cards: readonly Card[],
  folders: readonly Folder[],
  report: Report,
): Promise<Record<string, Picture>> {
  const used = new Map<string, { file: string; place: Card['sections'][number]['place'] }>();
  for (const { file, sections } of cards) {
    for (const { content, place } of sections) {
      for (const name of picturesIn(content)) if (!used.has(name)) used.set(name, { file, place });
    }
  }
  const pictures = await mapFiles([...used].sort(), async ([name, { file, place }]) => {
    const fail = (rule: string, message: string, note?: string) =>
      report(error({ file, place, rule: `picture/${rule}`, message, note, got: name }));
    return await readPicture(name, folders, fail);
  });
  return Object.fromEntries(pictures.flatMap((one) => (one ? [[one.name, one]] : [])));
}

async function readPicture(
  name: string,
  folders: readonly Folder[],
  fail: (rule: string, message: string, note?: string) => void,
): Promise<Picture | undefined> {
  if (isRemote(name)) {
    const note = 'Nothing is fetched from the network: put the file into art/ and name it there.';
    return void fail('remote', `The picture "${name}" lies elsewhere.`, note);
  }
  if (name.startsWith('/') || name.startsWith('..') || name.includes('\\')) {
    const note = 'Name it as it lies in art/, e.g. people/faces.png.';
    return void fail('outside', `The picture "${name}" lies outside the deck's art folder.`, note);
  }
  const problems: Problem[] = [];
  const bytes = await readNamed(`art/${name}`, folders, (one) => problems.push(one), MAX_BYTES);
  if (!bytes) return void fail('missing', problems[0]?.reason ?? `The picture "${name}" is missing.`);
  const read = await decoded(name, bytes);
  if ('rule' in read) return void fail(read.rule, `The picture "${name}" ${read.what}.`, read.note);
  return read;
}
