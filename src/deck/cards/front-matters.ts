import type { Facets } from '../../model/facets.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { ignored, type Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { withoutHidden } from '../chain/hidden.ts';
import { checkRetired, type Retired } from '../chain/retired.ts';
import type { Wording } from '../languages/wording.ts';
import { facetted, type LayeredSource } from './card-file.ts';
import { lookOf } from './check-front.ts';
import { countGists, inventoryOf } from './counted.ts';
import { type Draft, readDraft } from './draft.ts';
import { schemasOf } from './front-schema.ts';
import { inShort } from './hash.ts';
import { checkIdentity } from './identity.ts';
import type { Settled } from './settled.ts';
import type { Inventory } from './tallies.ts';

/** What front matter is checked against. */
interface FrontContext {
  wording: Wording;
  looks: Looks;
  facets: Facets;
  retired: Retired;
  /** Ids of hidden cards → their titles. */
  hidden: ReadonlyMap<string, string>;
  hiddenCards: readonly LayeredSource[];
  memory: Memory;
  settled: Settled;
}

/** Cards whose front matter is checked: their ids, codes and titles are known, which bodies may name. */
export interface CheckedFronts {
  drafts: readonly Draft[];
  /** A new object only when a count changes. */
  inventory: Inventory;
  /** Those whose id another card has already. */
  twice: ReadonlySet<Draft>;
  /** What each was read with. */
  readOne: ReadDraft;
}

/** Checks the front matter of all cards, each by itself and then against one another. */
export function checkFronts(sources: readonly LayeredSource[], context: FrontContext, report: Report): CheckedFronts {
  const { wording, facets, retired, hidden, hiddenCards, memory } = context;
  const readOne = draftReader(context);
  const read = sources.map((source) => readOne(source, report));
  checkRetired(retired, read, hidden, report);
  const { suits, words, settings } = wording;
  const counted = { drafts: read, suits, facets, hidden: hiddenCards.map(facetted), words, lang: settings.lang };
  const inventory = inventoryOf(counted, memory, report);
  const drafts = countGists(read, inventory, memory, report);
  return { drafts, inventory, twice: checkIdentity(drafts, report), readOne };
}

/** Gives a card's draft: its front matter, checked. */
export type ReadDraft = (source: LayeredSource, report: Report) => Draft;

/** What reads drafts: each by itself, so that one can be read again. */
function draftReader({ wording: { suits, lists }, looks, hidden, memory, settled }: FrontContext): ReadDraft {
  const schemas = memory.recall('schemas', [suits], ignored, () => schemasOf(suits));
  const ids = memory.recall('hidden ids', [hidden], ignored, () => new Set(hidden.keys()));
  const named = inShort([suits, lists]);
  const rules = { suits, lists, looks, schemas, settled, named };
  const faces = Object.keys(looks.faces).join();
  return (source, report) => {
    const look = lookOf(source.front, rules);
    const from = [source.front, source.parts, source.prefix, source.layer, suits, lists, look, faces, ids];
    return memory.recall(`draft ${source.path}`, from, report, (problem) => {
      const draft = readDraft(source, rules, problem);
      if (draft.card && draft.look) draft.card = withoutHidden(draft.card, draft.look, ids);
      return draft;
    });
  };
}
