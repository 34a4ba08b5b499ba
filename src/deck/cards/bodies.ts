import type { Card, Section, Suit } from '../../model/card.ts';
import type { Looks } from '../../model/layouts.ts';
import { error, hasErrors, type Place, type Problem, warning } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import type { Memory } from '../../read/memory.ts';
import { bodyParser, type Parser, readBody, type Vocabulary } from './body.ts';
import type { Draft } from './card.ts';
import { bodiesOf } from './parts.ts';
import { picturesOf } from './pictures.ts';
import { checkSections, cutSections, type SectionContext } from './sections.ts';
import { settled } from './settle.ts';
import { type Holding, hasTally } from './tallies.ts';

/** Cards that texts may still name. */
export type Absent = Pick<Vocabulary, 'hidden' | 'retired'>;

/** What bodies are read of and with. */
interface Bodies extends Absent {
  drafts: readonly Draft[];
  /** Those whose id another card has already. */
  twice: ReadonlySet<Draft>;
  /** What the deck holds: the same object while that is the same. */
  holding: Holding;
  looks: Looks;
  memory: Memory;
}

/** What is known while bodies are read. */
interface Known {
  parse: Parser;
  cards: ReadonlyMap<string, Pick<Card, 'id' | 'code' | 'title'>>;
  vocabulary: Vocabulary;
}

/**
 * Reads the bodies, now that all ids and codes are known.
 *
 * @returns the cards without mistakes, and the ids of the others
 */
export function readBodies(
  { drafts, twice, holding, hidden, retired, looks, memory }: Bodies,
  report: Report,
): { cards: Card[]; broken: Set<string> } {
  const ids = new Set(drafts.map((draft) => draft.id));
  const known: Known = {
    parse: memory.recall('parser', [], report, bodyParser),
    cards: new Map(drafts.map(({ id, card }) => [id, card ?? { id, code: '', title: id }])),
    vocabulary: { elements: looks.elements, ids, hidden, retired, holding },
  };
  const broken = new Set(ids);
  const cards = drafts.flatMap((draft): Card[] => {
    const body = draft.parts.map((part) => part.text).join('\n');
    const counted = hasTally(body) ? holding : undefined;
    const sources = [draft, namesFor(body, known.cards), counted, hidden, retired];
    const card = memory.recall(`body ${draft.file}`, sources, report, (problem) => readSections(draft, known, problem));
    if (!card || twice.has(draft)) return [];
    broken.delete(draft.id);
    return [card];
  });
  return { cards, broken };
}

/** A card with its sections; undefined where front matter or body has mistakes. */
function readSections(draft: Draft, known: Known, report: Report): Card | undefined {
  const found: Problem[] = [];
  const { elements } = known.vocabulary;
  const context = {
    file: draft.file,
    elements,
    report: (one: Problem) => found.push(one),
    cards: known.cards,
    base: '',
    room: draft.room,
  };
  const read = bodiesOf(draft.parts).map((body) => sectionsIn(body, known, context));
  const sections = arranged(
    read.flatMap((one) => one ?? []),
    draft,
  );
  const whole = !read.includes(undefined);
  if (whole && draft.look && draft.card && !draft.card.blank) checkSections(sections, draft.look, context);
  if (whole && draft.card?.blank && sections.length > 0) context.report(notBlank(draft, sections[0]?.place));
  if (whole && draft.suit?.back !== undefined && sections.length > 0) {
    context.report(notOnBack(draft, draft.suit, sections[0]?.place));
  }
  for (const one of found) report(one);
  if (!whole || !draft.card || hasErrors(found)) return undefined;
  const card = { ...draft.card, sections };
  const pictures = draft.look ? picturesOf(card, draft.look) : [];
  return pictures.length > 0 ? { ...card, pictures } : card;
}

/** The sections of one of a card's files, with places that name it where it is not the card's own. */
function sectionsIn(
  { file, text }: { file: string; text: string },
  { parse, vocabulary }: Known,
  context: SectionContext,
): Section[] | undefined {
  const { report } = context;
  const tree = readBody(text, file, parse, vocabulary, report);
  const said = tree && settled(tree, vocabulary, (heading) => report(nothingLeft(file, heading.position?.start)));
  const sections = said && cutSections(said, { ...context, file });
  if (file === context.file) return sections;
  return sections?.map((section) => ({ ...section, place: { ...section.place, file } }));
}

/** Sections of several files in the order of the card's parts; a new one where its face layout wants it. */
function arranged(sections: readonly Section[], { file, parts, look }: Draft): Section[] {
  if (parts.every((part) => part.file === file)) return [...sections];
  const wanted = Object.keys(look?.sections ?? {});
  const partOf = ({ place }: Section) =>
    parts.findLastIndex((part) => part.file === (place.file ?? file) && part.line === place.line);
  const placeOf = (one: Section) => wanted.indexOf(one.heading);
  return [...sections].sort((a, b) => placeOf(a) - placeOf(b) || partOf(a) - partOf(b));
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

function nothingLeft(file: string, { line, column }: Place = { line: 1, column: 1 }): Problem {
  const message = 'This section lists only cards that this deck hides: nothing is left of it.';
  const note = 'Hide this card too, or override the section.';
  return warning({ file, place: { line, column }, rule: 'card/hidden-section', message, note });
}

function notOnBack({ file }: Draft, { id, back }: Suit, place: Place | undefined): Problem {
  const message = `All cards of the suit "${id}" have one back: this section would not be printed.`;
  const note = `Take it out, or take "back: ${back}" out of suits.yaml.`;
  return error({ file, place, rule: 'card/one-back', message, note });
}

function notBlank(draft: Draft, place: Place | undefined): Problem {
  return error({ file: draft.file, place, rule: 'card/blank', message: 'A blank card has no sections.' });
}
