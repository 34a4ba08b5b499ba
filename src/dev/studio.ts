import path from 'node:path';
import { openChain } from '../deck/chain/chain.ts';
import { subjectsOf } from '../deck/chain/subject.ts';
import { savedLayouts } from '../looks/compile.ts';
import { looksFrom } from '../looks/looks.ts';
import { layoutProblems } from '../looks/mistake.ts';
import { withUnchanged } from '../looks/unchanged.ts';
import { lookUp } from '../model/look-up.ts';
import { type Problem, ruleOf } from '../model/problem.ts';
import { openScreen } from '../raster/screen.ts';
import { draw, drawEarly, drawShown, type Early } from './drawings.ts';
import { KIT_GROUPS } from './items.ts';
import { openPictures } from './painted.ts';
import { listedItem, problemView } from './show.ts';
import { check, drawersOf, load, openState, type StudioOptions, type StudioState, shelfOf } from './studio-state.ts';
import type { ItemView, Overview } from './views.ts';

/** A deck that is kept loaded, and drawn item by item: cards, boards, worksheets, chapters. */
export interface Studio {
  /** Reads the deck again after files were saved. `saved` is the item that they are about: of several the last, of none left out. */
  refresh(files: readonly string[]): Promise<Refreshed>;
  /**
   * The same after layouts were saved: these are loaded anew, those of this package too where `areOurs` says so. Those that can't be are
   * a problem of the deck.
   */
  relook(files: readonly string[], areOurs: boolean): Promise<Refreshed>;
  overview(): Promise<Overview>;
  /** An item with its problems; undefined where there is no such item. */
  item(id: string): Promise<ItemView | undefined>;
  /** One of an item's pictures as PNG, with its bleed; undefined where it can't be drawn. */
  picture(id: string, name: string, dpi: number): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** What a save has changed. */
interface Refreshed {
  revision: number;
  saved?: ItemView;
}

/** Loads a deck and starts what draws it. Throws where a layout's code can't be loaded. */
export async function openStudio(options: StudioOptions): Promise<Studio> {
  const state = await openState(options);
  const pictures = openPictures(await openScreen());
  const answered = async (asked: Promise<Refreshed>) => {
    const done = await asked;
    const { id = state.shown } = done.saved ?? {};
    const kept = id !== undefined && state.drawn.get(id);
    // After this one is answered: while the page asks for its pictures they are painted.
    if (kept && kept.revision === state.revision) setImmediate(() => pictures.ahead(id, kept));
    return done;
  };
  return {
    refresh: (files) => answered(refresh(state, files)),
    relook: (files, areOurs) => answered(relook(state, files, areOurs)),
    overview: async () => overviewOf(state),
    item(id) {
      state.shown = id;
      return viewOf(state, id);
    },
    async picture(id, name, dpi) {
      const kept = state.drawn.get(id);
      return kept && (await pictures.of(kept, { id, name, dpi }));
    },
    async close() {
      pictures.close();
      for (const drawer of drawersOf(state)) await drawer.close();
    },
  };
}

/**
 * Loads layouts anew in this thread and in that which draws: starting these again would take seconds. Compiled layouts have another
 * address after each change, so that Node loads them as other modules.
 */
async function relook(state: StudioState, files: readonly string[], areOurs: boolean): Promise<Refreshed> {
  const [shipped] = state.layouts;
  const [, ...own] = (await openChain(state.chain)).layouts;
  const layouts = [shipped, ...own] as const;
  const { layouts: usable, saved: usableSaved } = state;
  try {
    const saved = areOurs ? await savedLayouts() : undefined;
    // All threads load them at the same time.
    for (const drawer of drawersOf(state)) drawer.relook({ layouts, saved });
    state.looks = withUnchanged(await looksFrom(layouts, { saved, known: state.modules }), state.looks);
    Object.assign(state, { layouts, saved, unusable: [] });
    state.shelf = await shelfOf(state.chain, layouts);
  } catch (cause) {
    for (const drawer of drawersOf(state)) drawer.relook({ layouts: usable, saved: usableSaved });
    state.unusable = layoutProblems(cause, state.root);
    return await refresh(state, files);
  }
  return await refresh(state, files, drawShown(state));
}

/** @param shown what is looked at, drawn with layouts that were saved */
async function refresh(state: StudioState, files: readonly string[], shown?: Early): Promise<Refreshed> {
  const early = shown ?? (await drawEarly(state, files));
  await load(state, await openChain(state.chain));
  const { items, loaded } = state;
  const about = files.flatMap((file) =>
    loaded.layers.flatMap((layer) => subjectsOf({ file: layer.folder.show(file) }, [layer])),
  );
  const id = about.findLast((one) => items.some((item) => item.id === one));
  const item = items.find((one) => one.id === id);
  // The thread draws while this one checks.
  const first = item ?? items.find((one) => one.id === shown?.card.id);
  const drawing = first?.drawn && draw(state, first.id, first.drawn, early);
  check(state);
  await drawing;
  if (item) state.shown = item.id;
  const view = item && (await viewOf(state, item.id));
  return { revision: state.revision, ...(view && { saved: view }) };
}

async function viewOf(state: StudioState, id: string): Promise<ItemView | undefined> {
  const item = state.items.find((one) => one.id === id);
  if (!item) return undefined;
  const kept = item.drawn ? await draw(state, id, item.drawn) : state.drawn.get(id);
  const own = state.faults.get(id) ?? [];
  const pictures = kept?.pictures ?? [];
  return {
    id,
    code: item.code,
    title: item.title,
    file: item.drawn ? item.file : (own[0]?.file ?? item.file),
    revision: state.revision,
    problems: [...own, ...(item.drawn ? notEchoes(kept?.problems ?? [], own) : [])].map(problemView),
    pictures: pictures.map(({ name, label, size }) => ({ name, label, size })),
    stale: pictures.length > 0 && (!item.drawn || kept?.stale === true),
  };
}

/** What was found as an item was drawn, but that a character has no glyph: where that is said of all texts, it is no further cause. */
function notEchoes(drawn: readonly Problem[], own: readonly Problem[]): Problem[] {
  const isLacking = own.some((one) => ruleOf(one) === 'font/no-glyph');
  return drawn.filter((one) => !isLacking || ruleOf(one) !== 'face/missing-glyph');
}

function overviewOf({ chain, loaded, found, faults, items, revision }: StudioState): Overview {
  const { deck, layers } = loaded;
  const ids = new Set(items.map(({ id }) => id));
  const colours = deck?.theme.colour;
  const suits = deck?.suits ?? [];
  return {
    revision,
    name: deck?.name ?? path.basename(chain.dir),
    groups: [
      ...suits.map(({ id, name, colour }) => ({ id, name, colour: lookUp(colours, colour) ?? '#000000' })),
      ...KIT_GROUPS.map((one) => ({ ...one, colour: lookUp(colours, 'ink') ?? '#000000' })),
    ],
    items: items.map((item) => listedItem(item, faults)),
    problems: found.filter((one) => !subjectsOf(one, layers).some((id) => ids.has(id))).map(problemView),
  };
}
