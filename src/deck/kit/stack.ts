import type { KitKind } from '../../model/kit.ts';
import { lookUp } from '../../model/look-up.ts';
import { error, type Place, type Problem, warning } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { type CardSource, type LayeredSource, type Override, overridden, sourceHash } from '../cards/card-file.ts';
import { valueAtKey } from '../chain/merge.ts';
import { type KitTexts, type TextKind, textFolder } from './texts.ts';

/** A page of the kit as it is after all layers: cut, not checked. */
export interface KitSource extends LayeredSource {
  kind: TextKind;
}

/** A board or a worksheet as it is after all layers. */
export interface PageSource extends KitSource {
  kind: KitKind;
}

/** Whether a text is that of a board or a worksheet. */
export function isPage(source: KitSource): source is PageSource {
  return source.kind !== 'chapter';
}

/** An entry of `hide:` that means pages of the kit: `board:gap,menu`. */
const HIDES = /^(board|worksheet|chapter):(.*)$/;

/** Whether an entry of `hide:` in deck.yaml means pages of the kit. */
export function hidesKit(text: string): boolean {
  return HIDES.test(text);
}

/** Puts the kits of all layers on top of one another, the lowest first: each hides, then overrides pages below, then adds its own. */
export function stackKit(layers: readonly (readonly KitTexts[])[], report: Report): KitSource[] {
  let stack: KitSource[] = [];
  for (const [at, texts] of layers.entries()) {
    stack = withoutHidden(stack, texts, report);
    for (const { kind, own, overrides } of texts) {
      stack = overrides.reduce((below, one) => applied(below, one, kind, report), stack);
      const added = own.filter((one) => isNew(one, kind, stack, report));
      stack = [...stack, ...added.map((one) => ({ ...one, kind, layer: at, prefix: '' }))];
    }
  }
  return stack.sort((a, b) =>
    a.kind === b.kind ? Number(a.id > b.id) - Number(a.id < b.id) : a.kind < b.kind ? -1 : 1,
  );
}

function withoutHidden(stack: readonly KitSource[], texts: readonly KitTexts[], report: Report): KitSource[] {
  const [first] = texts;
  const { hide = [], deckFile } = first?.layer ?? {};
  const gone = new Set<KitSource>();
  for (const [i, text] of hide.entries()) {
    const [, kind, list = ''] = HIDES.exec(text) ?? [];
    const ids = stack.filter((one) => one.kind === kind).map((one) => one.id);
    for (const id of kind === undefined ? [] : list.split(',')) {
      const found = stack.find((one) => one.kind === kind && one.id === id);
      if (found) gone.add(found);
      else {
        const message = `There is no ${kind} "${id}" to hide.${didYouMean(id, ids)}`;
        const place = lookUp(deckFile?.places, `hide.${i}`);
        report(error({ file: deckFile?.file ?? '', place, rule: 'deck/hide', message, allowed: ids, got: text }));
      }
    }
  }
  return stack.filter((one) => !gone.has(one));
}

function applied(stack: readonly KitSource[], override: Override, kind: TextKind, report: Report): KitSource[] {
  const isBelow = (one: KitSource) => one.kind === kind && one.id === override.id;
  const below = stack.find(isBelow);
  if (!below) {
    const ids = stack.filter((one) => one.kind === kind).map((one) => one.id);
    report(nothingBelow(override, kind, ids));
    return [...stack];
  }
  const merged = { ...overridden(below, override), kind };
  const problem = drift(override, below, sourceHash(merged) === sourceHash(below));
  if (problem) report(problem);
  return stack.map((one) => (isBelow(one) ? merged : one));
}

function nothingBelow({ id, file, basePlace: place }: Override, kind: TextKind, ids: readonly string[]): Problem {
  const message = `There is no ${kind} "${id}" below to override.${didYouMean(id, ids)}`;
  return warning({ file, place, rule: 'override/removed', message, note: 'Delete this file.' });
}

/** What is wrong with how an override stands to the page below it. */
function drift(override: Override, below: KitSource, identical: boolean): Problem | undefined {
  const { file, front, base, basePlace: place } = override;
  const hash = sourceHash(below);
  if (base === undefined) {
    const message = 'An override says which text it was written for: "base" is missing.';
    return (
      front && error({ ...rule(file, place, 'missing-key'), message, note: `For the text of today: base: ${hash}` })
    );
  }
  if (identical) {
    const message = `This override changes nothing: ${below.file} says the same.`;
    return warning({ ...rule(file, place, 'identical'), message, note: 'Delete this file.' });
  }
  if (base === hash) return undefined;
  const message = `${below.file} has changed since this override of it was written.`;
  return warning({ ...rule(file, place, 'changed'), message, note: `Read both again; then: base: ${hash}` });
}

function rule(file: string, place: Place | undefined, name: string) {
  return { file, place, rule: `override/${name}` };
}

/** Whether a layer's own page has an id that no page of its kind below has. */
function isNew({ id, file }: CardSource, kind: TextKind, stack: readonly KitSource[], report: Report): boolean {
  const same = stack.find((one) => one.kind === kind && one.id.toLowerCase() === id.toLowerCase());
  if (!same) return true;
  const message = `The id "${id}" is taken: ${same.file} has it, in the deck that this one extends.`;
  const note = `To change that ${kind} write overrides/${textFolder(kind)}/${same.id}.mdx; another one needs another id.`;
  report(error({ file, rule: 'kit/id-twice', message, note }));
  return false;
}

/** `kind id` → the title of each text of any layer, also of those that a deck hides: other texts may name them. */
export function titlesOfKit(layers: readonly (readonly KitTexts[])[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const { kind, own } of layers.flat()) {
    for (const { id, front } of own) {
      const title = valueAtKey(front, 'title');
      titles.set(`${kind} ${id}`, typeof title === 'string' ? title : id);
    }
  }
  return titles;
}
