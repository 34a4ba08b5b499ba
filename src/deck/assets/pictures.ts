import type { Card, Suit } from '../../model/card.ts';
import { error, type Place, type Problem } from '../../model/problem.ts';
import type { Picture } from '../../model/theme.ts';
import { type Folder, mapFiles, type Report } from '../../read/files.ts';
import { readNamed } from '../../read/named-file.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import { isRemote, pictureName } from '../cards/content.ts';
import { sha256 } from '../cards/hash.ts';
import { decoded } from './picture-file.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** A picture that is named somewhere. */
export interface NamedPicture {
  name: string;
  file: string;
  place: Place | undefined;
}

/** All pictures that cards and the backs of suits name. */
export function wantedPictures(
  cards: readonly Card[],
  suits: readonly Suit[],
  { file, places }: Located,
): NamedPicture[] {
  const backs = suits.flatMap(({ id, back }): NamedPicture[] => {
    const place = placeAt(places, ['suits', id, 'back']);
    return back === undefined || back === PLAIN ? [] : [{ name: back, file: place?.file ?? file, place }];
  });
  return [...cards.flatMap((card) => (card.pictures ?? []).map((one) => ({ ...one, file: card.file }))), ...backs];
}

/** `back: plain`: a drawn back, not the name of a picture. */
const PLAIN = 'plain';

/** Reads each picture from `art/` of the highest folder that has it. One that is named twice is read, and reported, once. */
export async function readPictures(
  wanted: readonly NamedPicture[],
  folders: readonly Folder[],
  report: Report,
): Promise<Record<string, Picture>> {
  const first = new Map<string, NamedPicture>();
  for (const one of wanted) if (!first.has(one.name)) first.set(one.name, one);
  const pictures = await mapFiles([...first].sort(), async ([name, { file, place }]) => {
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
  if (name !== pictureName(name)) {
    return void fail('name', `The picture "${name}" is named in a roundabout way.`, `Write ${pictureName(name)}.`);
  }
  const problems: Problem[] = [];
  const bytes = await readNamed(`art/${name}`, folders, (one) => problems.push(one), MAX_BYTES);
  if (!bytes) return void fail('missing', problems[0]?.reason ?? `The picture "${name}" is missing.`);
  const read = await decoded(name, bytes);
  if ('rule' in read) return void fail(read.rule, `The picture "${name}" ${read.what}.`, read.note);
  return { ...read, hash: sha256(bytes) };
}
