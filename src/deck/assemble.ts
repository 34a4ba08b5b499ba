import path from 'node:path';
import type { Workshop } from '../model/day.ts';
import type { Deck } from '../model/deck.ts';
import type { Facets } from '../model/facets.ts';
import type { Looks } from '../model/layouts.ts';
import type { Theme } from '../model/theme.ts';
import type { Folder, Report } from '../read/files.ts';
import type { Memory } from '../read/memory.ts';
import type { Located } from '../read/yaml.ts';
import { readArt } from './assets/art.ts';
import { facetted, type LayeredSource } from './cards/card-file.ts';
import { type Absent, makeCards } from './cards/cards.ts';
import { countGists, countSuits, holdingOf } from './cards/counted.ts';
import { type Draft, readDraft } from './cards/draft.ts';
import { schemasOf } from './cards/front-schema.ts';
import { checkIdentity } from './cards/identity.ts';
import { ordered } from './cards/order.ts';
import type { Holding } from './cards/tallies.ts';
import { withoutHidden } from './chain/hidden.ts';
import type { Layer } from './chain/layer.ts';
import { checkRetired, type Retired } from './chain/retired.ts';
import { readKit } from './kit/kit.ts';
import type { KitSource } from './kit/stack.ts';
import type { Wording } from './languages/wording.ts';

/** What a deck has in common in all of its languages. */
export interface CommonParts {
  /** The lowest first. */
  layers: readonly Layer[];
  /** deck.yaml of all layers; undefined where it can't be read. */
  deckFile: Located | undefined;
  /** suits.yaml of all layers. */
  suitsFile: Located;
  /** Cards that a layer hides. */
  hiddenCards: readonly LayeredSource[];
  /** The folders of all layers, the highest first. */
  folders: readonly Folder[];
  looks: Looks;
  retired: Retired;
  facets: Facets;
  absent: Absent;
  theme: Theme;
  /** The workshop, where day.yaml has one. */
  day: Workshop | undefined;
  /** Boards and worksheets in the first language. */
  kit: readonly KitSource[];
}

/** What is of one language: the texts of its cards and what is said beside them. */
export interface Text {
  sources: readonly LayeredSource[];
  kit: readonly KitSource[];
  wording: Wording;
  memory: Memory;
}

/** Reads the cards of a deck in one language and puts the deck together. Cards with mistakes are not in it. */
export async function assemble(
  { layers, deckFile, suitsFile, hiddenCards, folders, looks, retired, facets, absent, theme, day }: CommonParts,
  { sources, kit, wording, memory }: Text,
  report: Report,
): Promise<{ deck: Deck; broken: Set<string> }> {
  const { settings, ...beside } = wording;
  const read = readDrafts(sources, { wording, looks, ...absent, memory, report });
  checkRetired(retired, read, absent.hidden, report);
  const counted = {
    drafts: read,
    suits: wording.suits,
    facets,
    hidden: hiddenCards.map(facetted),
    words: wording.words,
  };
  const holding = holdingOf(counted, memory, report);
  const drafts = countGists(read, holding, memory, report);
  const twice = checkIdentity(drafts, report);
  const { cards, broken } = makeCards({ drafts, twice, holding, ...absent, looks, memory }, report);
  const suits = memory.recall('counted suits', [wording.suits, holding, suitsFile], report, (problem) =>
    countSuits(wording.suits, holding, suitsFile, problem),
  );
  const art = await readArt(cards, { suits, suitsFile, deckFile, folders }, memory, report);
  const { folder, prefix } = topOf(layers);
  const deck: Deck = {
    dir: folder.dir,
    file: folder.show(path.join(folder.dir, 'deck.yaml')),
    ...settings,
    ...beside,
    suits,
    facets,
    editions: [],
    untranslated: [],
    cards: ordered(cards, wording.suits),
    ...readKit(kit, kitContext({ drafts, holding, absent, looks, theme }), report),
    theme: memory.recall('theme in language', [theme, settings.lang], report, () => ({
      ...theme,
      lang: settings.lang,
    })),
    day,
    ...art,
    retired: retired.ids,
    hidden: memory.recall('hidden', [absent], report, () => [...absent.hidden.keys()]),
    ...(layers.length > 1 && { own: { layer: layers.length - 1, prefix } }),
  };
  return { deck, broken };
}

/** What boards and worksheets may name. */
function kitContext({
  drafts,
  holding,
  absent,
  looks,
  theme,
}: Pick<CommonParts, 'absent' | 'looks' | 'theme'> & { drafts: readonly Draft[]; holding: Holding }) {
  const ids = new Set(drafts.map(({ id }) => id));
  const cards = new Map(drafts.map(({ id, card }) => [id, card ?? { id, code: '', title: id }]));
  const vocabulary = { ...absent, elements: looks.elements, ids, holding };
  return { vocabulary, cards, looks, colours: Object.keys(theme.colour) };
}

/** The deck itself, of all that it is made of. */
export function topOf(layers: readonly Layer[]): Layer {
  const top = layers.at(-1);
  if (!top) throw new Error('a deck has at least itself');
  return top;
}

/** What drafts are made with. */
interface DraftContext extends Absent {
  wording: Wording;
  looks: Looks;
  memory: Memory;
  report: Report;
}

function readDrafts(sources: readonly LayeredSource[], context: DraftContext): Draft[] {
  const { wording, looks, hidden, memory, report } = context;
  const { suits, lists } = wording;
  const schemas = memory.recall('schemas', [suits], report, () => schemasOf(suits));
  const ids = memory.recall('hidden ids', [hidden], report, () => new Set(hidden.keys()));
  return sources.map((source) => {
    const from = [source.front, source.parts, source.prefix, source.layer, suits, lists, looks, ids];
    return memory.recall(`draft ${source.path}`, from, report, (problem) => {
      const draft = readDraft(source, { suits, lists, looks, schemas }, problem);
      if (draft.card && draft.look) draft.card = withoutHidden(draft.card, draft.look, ids);
      return draft;
    });
  });
}
