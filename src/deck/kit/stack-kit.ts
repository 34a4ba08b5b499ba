import type { KitKind } from '../../model/kit.ts';
import { lookUp } from '../../model/look-up.ts';
import { error } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { type CardSource, type LayeredSource, titleOf } from '../cards/card-file.ts';
import { applyOverride } from '../chain/apply.ts';
import { driftProblem, overriddenTwice } from '../chain/drift.ts';
import type { Applied } from '../chain/stack-types.ts';
import { type KitTexts, type TextKind, textFolder } from './texts.ts';

/** A board, worksheet or chapter after all layers: cut into front matter and parts, not checked. */
export interface KitSource extends LayeredSource {
  kind: TextKind;
}

/** A board or a worksheet after all layers. */
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

/** An override of a page, and how it stands to the page below it. */
export interface AppliedPage extends Applied {
  kind: TextKind;
}

/** The kits of all layers on top of one another. */
export interface KitStack {
  /** The pages that are left, by kind and id. */
  sources: KitSource[];
  /** `kind id` of each page that a layer hides. */
  hidden: ReadonlySet<string>;
  applied: AppliedPage[];
}

/** Puts the kits of all layers on top of one another, the lowest first: each hides, then overrides pages below, then adds its own. */
export function stackKit(layers: readonly (readonly KitTexts[])[], report: Report): KitStack {
  let stack: KitStack = { sources: [], hidden: new Set(), applied: [] };
  for (const [at, texts] of layers.entries()) {
    stack = withoutHidden(stack, texts, report);
    for (const own of texts) stack = withOwn(overriddenBy(own, stack, report), own, at, report);
  }
  const sources = stack.sources.sort((a, b) =>
    a.kind === b.kind ? Number(a.id > b.id) - Number(a.id < b.id) : a.kind < b.kind ? -1 : 1,
  );
  return { ...stack, sources };
}

function withoutHidden(stack: KitStack, texts: readonly KitTexts[], report: Report): KitStack {
  const [first] = texts;
  const { hide = [], deckFile } = first?.layer ?? {};
  const gone = new Set<KitSource>();
  for (const [i, text] of hide.entries()) {
    const [, kind, list = ''] = HIDES.exec(text) ?? [];
    const same = stack.sources.filter((one) => one.kind === kind);
    const ids = same.map((one) => one.id);
    for (const id of kind === undefined ? [] : list.split(',')) {
      const found = same.find((one) => one.id === id);
      if (found) gone.add(found);
      else {
        const message = `There is no ${kind} "${id}" to hide.${didYouMean(id, ids)}`;
        const place = lookUp(deckFile?.places, `hide.${i}`);
        report(error({ file: deckFile?.file ?? '', place, rule: 'deck/hide', message, allowed: ids, got: text }));
      }
    }
  }
  const sources = stack.sources.filter((one) => !gone.has(one));
  return { ...stack, sources, hidden: new Set([...stack.hidden, ...[...gone].map(nameOf)]) };
}

const nameOf = ({ kind, id }: Pick<KitSource, 'kind' | 'id'>) => `${kind} ${id}`;

function overriddenBy({ kind, layer, overrides }: KitTexts, stack: KitStack, report: Report): KitStack {
  const sources = stack.sources.filter((one) => one.kind === kind);
  const hidden = { has: (id: string) => stack.hidden.has(nameOf({ kind, id })) };
  const now = new Map<string, AppliedPage>();
  for (const override of overrides) {
    const other = now.get(override.id);
    if (other) {
      report(overriddenTwice(override, other.override, kind));
      continue;
    }
    const applied = applyOverride(
      override,
      sources.find((one) => one.id === override.id),
    );
    const changed = stack.applied.filter((one) => one.kind === kind);
    const problem = driftProblem(applied, layer, { kind, sources, changed, hidden, retired: NOBODY });
    if (problem) report(problem);
    now.set(override.id, { ...applied, kind });
  }
  const merged = (one: KitSource): KitSource => {
    const above = one.kind === kind ? now.get(one.id)?.merged : undefined;
    return above ? { ...above, kind } : one;
  };
  return {
    sources: stack.sources.map(merged),
    hidden: stack.hidden,
    applied: [...stack.applied, ...now.values()],
  };
}

/** Pages of the kit are hidden, not retired. */
const NOBODY: ReadonlyMap<string, string> = new Map();

function withOwn(stack: KitStack, { kind, own }: KitTexts, layer: number, report: Report): KitStack {
  const added = own.filter((one) => isNew(one, kind, stack.sources, report));
  return { ...stack, sources: [...stack.sources, ...added.map((one) => ({ ...one, kind, layer, prefix: '' }))] };
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
  return new Map(
    layers.flat().flatMap(({ kind, own }) => own.map((one) => [`${kind} ${one.id}`, titleOf(one)] as const)),
  );
}
