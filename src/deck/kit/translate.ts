import path from 'node:path';
import { error, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { listFiles } from '../../read/card-files.ts';
import { mapFiles, type Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { stampOf } from '../../read/stamps.ts';
import { literalAttributes } from '../cards/attributes.ts';
import { sourceHash } from '../cards/card-file.ts';
import { tagsIn } from '../cards/left-out.ts';
import type { Part } from '../cards/parts.ts';
import type { Layer } from '../chain/layer.ts';
import { mergePatch, onlyKeys } from '../chain/merge.ts';
import { readTranslation, type Translation } from '../languages/translations.ts';
import type { KitSource } from './stack.ts';
import { isKitTag } from './tags.ts';
import { KIT_FOLDERS } from './texts.ts';

/** What a translation says on top; all else is as in the first language. */
const TEXTS = ['title', 'lead', 'part'];

/**
 * Boards and worksheets in a language: `locales/<lang>/boards/<id>.mdx` is the whole page, with all of its tags. One that is not
 * translated is as it is in the first language.
 */
export async function translateKit(
  sources: readonly KitSource[],
  lang: string,
  { layers, memory }: { layers: readonly Layer[]; memory: Memory },
  report: Report,
): Promise<KitSource[]> {
  const done = new Map<string, Translation>();
  for (const [kind, name] of KIT_FOLDERS) {
    for (const { folder } of layers) {
      const files = await listFiles(folder, path.join('locales', lang, name), report);
      const read = await mapFiles(files, (one) =>
        memory.recall(`source ${one}`, [stampOf(one)], report, (problem) => readTranslation(one, folder, problem)),
      );
      for (const one of read) done.set(`${kind} ${one.id}`, one);
    }
    checkNames(kind, sources, done, report);
  }
  return sources.map((source) => translated(source, done.get(`${source.kind} ${source.id}`), report));
}

function checkNames(
  kind: KitSource['kind'],
  sources: readonly KitSource[],
  done: ReadonlyMap<string, Translation>,
  report: Report,
): void {
  const ids = sources.filter((one) => one.kind === kind).map((one) => one.id);
  for (const [key, { id, file }] of done) {
    if (!key.startsWith(`${kind} `) || ids.includes(id)) continue;
    const message = `There is no ${kind} "${id}" to translate.${didYouMean(id, ids)}`;
    report(warning({ file, rule: 'locale/no-page', message, note: 'Delete this file, or name it as its page.' }));
  }
}

/** A page with its translation on it. What fields it has is the page's: other ones would be another page. */
function translated(source: KitSource, own: Translation | undefined, report: Report): KitSource {
  if (!own?.front || !source.front) return source;
  const { file, sourcePlace: place } = own;
  const hash = sourceHash(source);
  if (own.source === undefined) {
    const message = 'A translation says which text it was made from: "source" is missing.';
    report(error({ file, place, rule: 'locale/missing-key', message, note: `For the text of today: source: ${hash}` }));
  } else if (own.source !== hash) {
    const message = `${source.file} has changed since this translation of it was made.`;
    report(warning({ file, place, rule: 'locale/changed', message, note: `Read both again; then: source: ${hash}` }));
  }
  const [wanted, given] = [source, own].map(({ parts }) => fieldIds(parts));
  const wrong = [
    ...(wanted ?? []).filter((id) => !given?.includes(id)).map((id) => `lacks "${id}"`),
    ...(given ?? []).filter((id) => !wanted?.includes(id)).map((id) => `must not have "${id}"`),
  ];
  if (wrong.length > 0) {
    const message = `This translation of ${source.file} ${wrong.join(' and ')}.`;
    report(error({ file, rule: 'locale/fields', message, note: 'It has the same tags with the same ids.' }));
  }
  return { ...source, front: mergePatch(source.front, onlyKeys(own.front, TEXTS)), parts: own.parts };
}

/** The tags of fields in a body, each with its id. */
function fieldIds(parts: readonly Part[]): string[] {
  const tags = parts.flatMap(({ tree }) => tagsIn(tree)).filter(({ name }) => isKitTag(name ?? ''));
  return tags.flatMap((tag) => {
    const { id } = literalAttributes(tag) ?? {};
    return id === undefined ? [] : [`${tag.name} ${id}`];
  });
}
