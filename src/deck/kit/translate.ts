import path from 'node:path';
import { warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import { listFiles } from '../../read/card-files.ts';
import { mapFiles, type Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { stampOf } from '../../read/stamps.ts';
import { hashOf } from '../cards/hash.ts';
import type { Layer } from '../chain/layer.ts';
import { mergePatch, onlyKeys, valueAtKey } from '../chain/merge.ts';
import { isReplaced } from '../languages/replaced.ts';
import { isGiven, saysNothing } from '../languages/translated-texts.ts';
import { readTranslation, type Translation } from '../languages/translations.ts';
import { PAGE_TEXTS, pageTranslationProblems } from './check-translation.ts';
import type { KitSource, KitStack } from './stack-kit.ts';
import { KIT_FOLDERS, type TextKind } from './texts.ts';

/** A board, a worksheet or a chapter in a language, and whether its translation is there and still fits. */
export interface TranslatedPage {
  kind: TextKind;
  id: string;
  /** The translation's file as shown; empty where there is none. */
  file: string;
  state: 'current' | 'changed' | 'missing';
  /** The hash of the page's texts as they are. */
  hash: string;
  /** The page in the language; the page as it is where it is not translated. */
  source: KitSource;
}

/**
 * Boards, worksheets and chapters in a language: `locales/<lang>/boards/<id>.mdx` is the whole page, with all of its tags. One that is
 * not translated is as it is in the first language.
 */
export async function translateKit(
  sources: readonly KitSource[],
  lang: string,
  {
    layers,
    memory,
    hidden,
    applied,
  }: Pick<KitStack, 'hidden' | 'applied'> & { layers: readonly Layer[]; memory: Memory },
  report: Report,
): Promise<TranslatedPage[]> {
  const done = new Map<string, Translation>();
  for (const [kind, name] of KIT_FOLDERS) {
    for (const { folder } of layers) {
      const files = await listFiles(folder, path.join('locales', lang, name), report);
      const read = await mapFiles(files, (one) =>
        memory.recall(`source ${one}`, [stampOf(one)], report, (problem) =>
          readTranslation(one, folder, problem, memory.readings),
        ),
      );
      for (const one of read) done.set(`${kind} ${one.id}`, one);
    }
    checkNames(kind, { sources, done, hidden }, report);
  }
  return sources.map((source) => {
    const own = done.get(`${source.kind} ${source.id}`);
    // A translation is a whole page: with one area changed it is of another page.
    const changes = applied.filter(({ kind }) => kind === source.kind);
    return translated(source, isReplaced(own, changes, layers) ? undefined : own, report);
  });
}

interface Names {
  sources: readonly KitSource[];
  done: ReadonlyMap<string, Translation>;
  hidden: ReadonlySet<string>;
}

function checkNames(kind: TextKind, { sources, done, hidden }: Names, report: Report): void {
  const ids = sources.filter((one) => one.kind === kind).map((one) => one.id);
  for (const [key, { id, file }] of done) {
    if (!key.startsWith(`${kind} `) || ids.includes(id) || hidden.has(key)) continue;
    const message = `There is no ${kind} "${id}" to translate.${didYouMean(id, ids)}`;
    report(warning({ file, rule: 'locale/no-page', message, note: 'Delete this file, or name it as its page.' }));
  }
}

/** A page with its translated texts. Its fields stay those of the page. */
function translated(source: KitSource, own: Translation | undefined, report: Report): TranslatedPage {
  const { kind, id } = source;
  const hash = pageHash(source);
  const of = { kind, id, file: own?.file ?? '', hash, source };
  if (!own || saysNothing(own)) return { ...of, state: 'missing' };
  const state = own.source === hash ? 'current' : 'changed';
  if (!own.front || !source.front) return { ...of, state };
  for (const problem of pageTranslationProblems(own, source, hash)) report(problem);
  const given = PAGE_TEXTS.filter((key) => isGiven(valueAtKey(own.front, key)));
  const front = mergePatch(source.front, onlyKeys(own.front, given));
  return { ...of, state, source: { ...source, front, parts: own.parts } };
}

/** The hash of what a page says: another size or another order does not change it. */
function pageHash({ front, parts }: KitSource): string {
  return hashOf(front && onlyKeys(front, PAGE_TEXTS), parts);
}
