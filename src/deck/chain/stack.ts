import type { Facets } from '../../model/facets.ts';
import { lookUp } from '../../model/look-up.ts';
import { error, type Place, type Problem, warning } from '../../model/problem.ts';
import { type Asked, matches, readQuery } from '../../model/query.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import {
  facetted,
  type LayeredSource,
  type Override,
  overridden,
  type Source,
  sourceHash,
} from '../cards/card-file.ts';
import { areRead } from '../cards/parts.ts';
import { hidesKit } from '../kit/stack.ts';
import type { Layer } from './layer.ts';

/** The files of one layer, read. */
export interface LayerTexts {
  layer: Layer;
  cards: readonly Source[];
  overrides: readonly Override[];
  /** Ids that the layers below have retired. */
  retired: ReadonlySet<string>;
}

/** How an override stands to the card below it. */
export interface Applied {
  override: Override;
  /** `changed`: the card below is not the one it was written for; `identical`: it changes nothing. */
  state: 'current' | 'changed' | 'removed' | 'identical';
  /** The card below; absent where there is none. */
  below?: LayeredSource;
  /** The card with the override on it. */
  merged?: LayeredSource;
}

/** All layers on top of one another. */
export interface Stack {
  /** The cards that are left, every file of own cards, also where two have one id. */
  sources: LayeredSource[];
  /** Cards that a layer hides, by id. */
  hidden: Map<string, LayeredSource>;
  applied: Applied[];
}

/** Puts layers on top of one another: each hides, then overrides cards of those below, then adds its own. */
export function stackCards(layers: readonly LayerTexts[], facets: Facets, memory: Memory, report: Report): Stack {
  let stack: Stack = { sources: [], hidden: new Map(), applied: [] };
  for (const [at, texts] of layers.entries()) {
    stack = hideCards(stack, texts, facets, report);
    stack = overrideCards(stack, texts, memory, report);
    const own = texts.cards.filter((card) => isNew(card, stack, report));
    const { prefix } = texts.layer;
    stack.sources.push(...own.map((card) => ({ ...card, layer: at, prefix: at === 0 ? '' : prefix })));
  }
  return stack;
}

function hideCards(
  { sources, hidden, applied }: Stack,
  { layer, retired }: LayerTexts,
  facets: Facets,
  report: Report,
): Stack {
  const cards = sources.map(facetted);
  const gone = new Set<string>();
  for (const [i, text] of layer.hide.entries()) {
    if (hidesKit(text)) continue;
    const place = lookUp(layer.deckFile?.places, `hide.${i}`);
    for (const id of hiddenBy(text, { facets, cards }, { layer, place, retired }, report)) gone.add(id);
  }
  const left = sources.filter((source) => !gone.has(source.id));
  const newlyHidden = sources.filter((source) => gone.has(source.id)).map((source) => [source.id, source] as const);
  return { sources: left, hidden: new Map([...hidden, ...newlyHidden]), applied };
}

interface HideContext extends Pick<LayerTexts, 'layer' | 'retired'> {
  place: Place | undefined;
}

/** The ids that an entry of `hide:` means. */
function hiddenBy(
  text: string,
  { facets, cards }: Asked,
  { layer, place, retired }: HideContext,
  report: Report,
): string[] {
  const say = (problem: typeof error, message: string, note?: string) =>
    report(problem({ file: layer.deckFile?.file ?? '', place, rule: 'deck/hide', message, note, got: text }));
  if (!text.includes(':')) {
    const ids = cards.map((card) => card.id);
    if (ids.includes(text)) return [text];
    if (retired.has(text))
      say(warning, `The card "${text}" is retired: there is nothing to hide.`, 'Take the line out.');
    else say(error, `There is no card "${text}" to hide.${didYouMean(text, ids)}`, HIDE_NOTE);
    return [];
  }
  const read = readQuery(text, { facets, cards });
  if ('error' in read) {
    say(error, `"hide": ${read.error}`, HIDE_NOTE);
    return [];
  }
  return cards.filter((card) => matches(read.ok, card)).map((card) => card.id);
}

const HIDE_NOTE = 'Write the id of a card of the deck that this one extends, or a query like suit:NAME.';

function overrideCards(
  { sources, hidden, applied }: Stack,
  { overrides, layer }: LayerTexts,
  memory: Memory,
  report: Report,
): Stack {
  const now: Applied[] = [];
  for (const override of overrides) {
    const below = sources.find((one) => one.id === override.id);
    const other = now.find((one) => one.override.id === override.id);
    const from = [override, below?.front, below?.parts];
    if (other) report(twice(override, other.override));
    else now.push(memory.recall(`override ${override.path}`, from, report, () => apply(override, below)));
  }
  for (const one of now) {
    const problem = driftProblem(one, layer, sources, hidden);
    if (problem) report(problem);
  }
  const above = new Map(now.flatMap(({ merged }) => (merged ? [[merged.id, merged] as const] : [])));
  return {
    sources: sources.map((source) => above.get(source.id) ?? source),
    hidden,
    applied: [...applied, ...now],
  };
}

function apply(override: Override, below: LayeredSource | undefined): Applied {
  if (!below) return { override, state: 'removed' };
  const merged = overridden(below, override);
  // Of what can't be read it is not known whether it has changed.
  if (!areRead([...below.parts, ...override.parts])) return { override, below, merged, state: 'current' };
  const hash = sourceHash(below);
  if (sourceHash(merged) === hash) return { override, below, merged, state: 'identical' };
  return { override, below, merged, state: override.base === hash ? 'current' : 'changed' };
}

/** What is wrong with how an override stands to the card below it. */
function driftProblem(
  { override, state, below }: Applied,
  layer: Layer,
  sources: readonly Source[],
  hidden: Stack['hidden'],
): Problem | undefined {
  const { id, file, base, basePlace: place } = override;
  const rule = (name: string) => ({ file, place, rule: `override/${name}` });
  const isHidden = hidden.has(id);
  if (isHidden && state === 'removed') {
    const message = `The card "${id}" is hidden: this override of it does nothing.`;
    return warning({
      ...rule('hidden'),
      message,
      note: `Delete this file, or take "${id}" out of "hide" in deck.yaml.`,
    });
  }
  if (state === 'removed') {
    const ids = sources.map((one) => one.id);
    const message = `There is no card "${id}" below to override: it was removed there, or never was.${didYouMean(id, ids)}`;
    const note = 'Delete this file; or make the card your own: move it to cards/, with all of its text.';
    return warning({ ...rule('removed'), message, note });
  }
  if (base === undefined) {
    const message = 'An override says which text it was written for: "base" is missing.';
    const note = below && `For the text of today: base: ${sourceHash(below)}`;
    return override.front && error({ ...rule('missing-key'), message, note });
  }
  if (state === 'identical') {
    const message = `This override changes nothing: ${below?.file} says the same.`;
    return warning({ ...rule('identical'), message, note: 'Delete this file.' });
  }
  if (state === 'changed') {
    const message = `${below?.file} has changed since this override of it was written.`;
    const folder = layer.folder.show(layer.folder.dir);
    const note = `See what: prepdeck outdated --deck ${folder}. If all is still right: prepdeck outdated --accept.`;
    return warning({ ...rule('changed'), message, note });
  }
  return undefined;
}

/** Whether a layer's own card has an id that no card below has. */
function isNew(card: Source, { sources, hidden }: Stack, report: Report): boolean {
  const id = card.id.toLowerCase();
  const same = [...sources, ...hidden.values()].find((one) => one.id.toLowerCase() === id);
  if (!same) return true;
  const message = `The id "${card.id}" is taken: ${same.file} has it, in the deck that this one extends.`;
  const note = `To change that card write overrides/${same.id}.mdx (prepdeck override ${same.id}); another card needs another id.`;
  report(error({ file: card.file, rule: 'card/id-twice', message, note }));
  return false;
}

function twice(override: Override, other: Override): Problem {
  const message = `The card "${override.id}" is overridden twice: ${other.file} does it too.`;
  return error({ file: override.file, rule: 'override/twice', message, note: 'Put both into one file.' });
}
