import type { Card } from '../../model/card.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { hasErrors, type Problem } from '../../model/problem.ts';
import { ignored, type Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { checkBody } from './check-body.ts';
import { checkSections } from './check-sections.ts';
import type { Vocabulary } from './check-tag.ts';
import { crowdedIn } from './crowded.ts';
import type { Draft } from './draft.ts';
import { inShort } from './hash.ts';
import { saidIn } from './parts.ts';
import { picturesOf } from './pictures.ts';
import { arranged, type SectionContext, sectionsOf } from './sections.ts';
import { settleBody, shortenedIn } from './settle.ts';
import type { Settled } from './settled.ts';
import { type Inventory, isTally } from './tallies.ts';

/** Cards that the deck does not print, but that texts may still name. */
export type Absent = Pick<Vocabulary, 'hidden' | 'retired'>;

/** What `makeCards` needs. */
export interface Making extends Absent {
  drafts: readonly Draft[];
  /** Those whose id another card has already. */
  twice: ReadonlySet<Draft>;
  /** A new object only when a count changes: cards with tallies are made again then. */
  inventory: Inventory;
  looks: Looks;
  memory: Memory;
  settled: Settled;
}

/** What is known of all cards before their bodies are read. */
interface Known {
  cards: ReadonlyMap<string, Pick<Card, 'id' | 'code' | 'title'>>;
  vocabulary: Vocabulary;
}

/**
 * Makes cards of drafts, now that all ids and codes are known: checks and settles their bodies.
 *
 * @returns the cards without mistakes, and the ids of the others
 */
export function makeCards(making: Making, report: Report): { cards: Card[]; broken: Set<string> } {
  const { drafts, twice } = making;
  const broken = new Set(drafts.map((draft) => draft.id));
  const make = cardMaker(making);
  const cards = drafts.flatMap((draft): Card[] => {
    const card = make(draft, report);
    if (!card || twice.has(draft)) return [];
    broken.delete(draft.id);
    return [card];
  });
  return { cards, broken };
}

/** What the body of a card, and of any other text of the deck, may name. */
export function knownOf({
  drafts,
  inventory,
  hidden,
  retired,
  looks,
}: Pick<Making, 'drafts' | 'inventory' | 'looks' | keyof Absent>): Known {
  const ids = new Set(drafts.map((draft) => draft.id));
  return {
    cards: new Map(drafts.map(({ id, card }) => [id, card ?? { id, code: '', title: id }])),
    vocabulary: { elements: looks.elements, ids, hidden, retired, inventory },
  };
}

/** What makes a card of one of the drafts; undefined where it has mistakes, which are reported. */
export function cardMaker({ drafts, inventory, hidden, retired, looks, memory, settled }: Omit<Making, 'twice'>) {
  const known = knownOf({ drafts, inventory, hidden, retired, looks });
  const absent = JSON.stringify([[...hidden], Object.entries(retired)]);
  const inventoryInShort = memory.recall('inventory of cards in short', [inventory], ignored, () => inShort(inventory));
  return (draft: Draft, report: Report): Card | undefined => {
    const tags = memory.recall(`tags ${draft.file}`, [draft.parts], report, () => tagsOf(draft));
    const counted = tags.hasTally ? inventory : undefined;
    const names = namesFor(tags, known.cards);
    const sources = [draft, names, counted, hidden, retired, looks.elements];
    return memory.recall(`card ${draft.file}`, sources, report, (problem) => {
      const text = [textOf(draft), names, counted && inventoryInShort, absent].join('\n');
      // Read with another look a card is mostly the same: it is kept then, with all that was made of it.
      const make = (say: Report) => memory.same(`made ${draft.file}`, makeCard(draft, known, say));
      const source = { file: draft.file, text };
      return settled.readings.of(source, `cards of ${settled.dir}`, problem, { make, isWhole: (made) => !!made });
    });
  };
}

/** All of a draft that its card is made from. Its look is named: whoever keeps cards keeps them for one version of the looks. */
function textOf({ look, parts, ...draft }: Draft): string {
  return JSON.stringify([draft, saidIn(parts, draft.file), draft.card?.face]);
}

/** A card with its sections; undefined where front matter or body has mistakes. */
function makeCard(draft: Draft, { cards, vocabulary }: Known, report: Report): Card | undefined {
  const found: Problem[] = [];
  const say: Report = (problem) => {
    found.push(problem);
    report(problem);
  };
  const { elements } = vocabulary;
  const context: SectionContext = { file: draft.file, elements, report: say, cards, base: '', room: draft.room };

  const checked = checkBody(draft.parts, vocabulary, say);
  for (const crowded of checked?.flatMap((part) => crowdedIn(part) ?? []) ?? []) say(crowded);
  const settled = checked && settleBody(checked, vocabulary, say);
  const sections = settled && arranged(sectionsOf(settled, context), draft);
  const shortened = settled && shortenedIn(checked, settled);
  if (sections && !hasErrors(found)) checkSections(sections, draft, { ...context, shortened });
  if (!sections || !draft.card || hasErrors(found)) return undefined;
  const card = { ...draft.card, sections };
  const pictures = draft.look ? picturesOf(card, draft.look) : [];
  return pictures.length > 0 ? { ...card, pictures } : card;
}

/** What the tags of a body depend on. */
interface Tags {
  /** Whether one of them counts cards. */
  hasTally: boolean;
  /** Values of their attributes, each of which may be a card's id. */
  values: readonly string[];
}

function tagsOf({ parts }: Draft): Tags {
  const all = parts.flatMap(({ tags }) => tags);
  return { hasTally: all.some(({ name }) => isTally(name)), values: all.flatMap(({ values }) => values) };
}

/**
 * Codes and titles of the cards that a body's tags name, `<Card id="detractor" />`: when one changes, the card is made again. Where a
 * value names no card, those of all cards: a card of that id may be added, or a hint name another one.
 */
function namesFor({ values }: Tags, cards: Known['cards']): string {
  const named = values.every((id) => cards.has(id)) ? values.flatMap((id) => cards.get(id) ?? []) : [...cards.values()];
  return named.map(({ id, code, title }) => `${id} ${code} ${title}`).join('\n');
}
