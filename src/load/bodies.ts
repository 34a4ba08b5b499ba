import type { Card, Looks } from '../model.ts';
import { error, hasErrors, type Place, type Problem } from '../problem.ts';
import { bodyParser, type Parser, readBody, type Vocabulary } from './body.ts';
import type { Draft } from './card.ts';
import type { Report } from './files.ts';
import type { Memory } from './memory.ts';
import { checkSections, cutSections } from './sections.ts';

/** What is known while bodies are read. */
interface Known {
  parse: Parser;
  cards: ReadonlyMap<string, Pick<Card, 'id' | 'code' | 'title'>>;
  vocabulary: Vocabulary;
}

/**
 * Reads the bodies, now that all ids and codes are known.
 *
 * @param twice drafts that are no cards, for another has their id
 * @returns the cards without mistakes, and the ids of the others
 */
export function readBodies(
  drafts: readonly Draft[],
  twice: ReadonlySet<Draft>,
  looks: Looks,
  memory: Memory,
  report: Report,
): { cards: Card[]; broken: Set<string> } {
  const ids = new Set(drafts.map((draft) => draft.id));
  const known: Known = {
    parse: memory.recall('parser', [], report, bodyParser),
    cards: new Map(drafts.map(({ id, card }) => [id, card ?? { id, code: '', title: id }])),
    vocabulary: { elements: looks.elements, ids },
  };
  const broken = new Set(ids);
  const cards = drafts.flatMap((draft): Card[] => {
    const sources = [draft, namesFor(draft.body, known.cards)];
    const card = memory.recall(`body ${draft.file}`, sources, report, (problem) => readSections(draft, known, problem));
    if (!card || twice.has(draft)) return [];
    broken.delete(draft.id);
    return [card];
  });
  return { cards, broken };
}

/** A card with its sections; undefined where front matter or body has mistakes. */
function readSections(draft: Draft, { parse, cards, vocabulary }: Known, report: Report): Card | undefined {
  const found: Problem[] = [];
  const { elements } = vocabulary;
  const context = { file: draft.file, elements, report: (one: Problem) => found.push(one), cards, base: '' };
  const tree = readBody(draft.body, draft.file, parse, vocabulary, context.report);
  const sections = tree && cutSections(tree, context);
  if (sections && draft.look && draft.card && !draft.card.blank) checkSections(sections, draft.look, context);
  if (sections && draft.card?.blank && sections.length > 0) context.report(notBlank(draft, sections[0]?.place));
  for (const one of found) report(one);
  return sections && draft.card && !hasErrors(found) ? { ...draft.card, sections } : undefined;
}

/**
 * What a body depends on besides itself: the names of the cards in its tags, `<Card id="detractor" />`. Where a value names no
 * card, those of all: the one that was meant may be there next time.
 */
function namesFor(body: string, cards: Known['cards']): string {
  const values = [...body.matchAll(/=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, double, single]) => double ?? single ?? '');
  const named = values.every((id) => cards.has(id)) ? values.flatMap((id) => cards.get(id) ?? []) : [...cards.values()];
  return named.map(({ id, code, title }) => `${id} ${code} ${title}`).join('\n');
}

function notBlank(draft: Draft, place: Place | undefined): Problem {
  return error({ file: draft.file, place, rule: 'card/blank', message: 'A blank card has no sections.' });
}
