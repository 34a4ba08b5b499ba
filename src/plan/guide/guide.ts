import type { Element, Root } from 'hast';
import { printedText } from '../../deck/cards/content.ts';
import type { Section } from '../../model/card.ts';
import type { Workshop } from '../../model/day.ts';
import type { Deck } from '../../model/deck.ts';
import type { AgendaPage, Chapter } from '../../model/guide.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import { error, type Problem } from '../../model/problem.ts';
import { activityBlocks } from './activity.ts';
import { agendaBlocks } from './agenda-table.ts';
import { packingBlocks } from './packing.ts';
import { type Drawn, indexBlocks, referenceBlocks, suitBlocks, unknownKeys } from './reference.ts';
import { runOf } from './run.ts';
import type { ChapterBlock } from './tree.ts';

/** A deck with its agendas, and with the tables that the tags of its guide stand for; the same deck where it has neither. */
export function withGuide(deck: Deck, looks: Looks): { deck: Deck; problems: Problem[] } {
  if (!deck.guide) return { deck: withAgendas(deck), problems: [] };
  const { elements } = looks;
  const cards = new Map(deck.cards.map((card) => [card.id, card]));
  const problems = checkGuide(deck, looks);
  const section = (one: Section): Section => {
    const content: Root = {
      ...one.content,
      children: one.content.children.flatMap((node) => expanded(node, { deck, looks })),
    };
    return { ...one, content, text: printedText(content, elements, { cards, base: '' }) };
  };
  // A section of nothing but tables of cards that this deck hides goes with them: its heading stood for nothing.
  const isLeft = ({ content }: Section) => content.children.length > 0;
  const guide = deck.guide.map(
    (chapter): Chapter => ({ ...chapter, sections: chapter.sections.map(section).filter(isLeft) }),
  );
  return { deck: withAgendas({ ...deck, guide }), problems };
}

/** Errors of tags that stand for tables. */
export function checkGuide(deck: Deck, looks: Looks): Problem[] {
  return (deck.guide ?? []).flatMap((chapter) =>
    chapter.sections.flatMap((one) => wrongIn(one, chapter, { deck, looks })),
  );
}

/** A deck with its agendas, and with what leads through them: without those of which it hides all activities. */
function withAgendas(deck: Deck): Deck {
  const { day } = deck;
  if (!day) return deck;
  const agendas = Object.keys(day.agendas)
    .map(Number)
    .map((days): AgendaPage => {
      return { days, content: { type: 'root', children: agendaBlocks({ ...deck, day }, days) } };
    })
    .filter(({ content }) => content.children.length > 0);
  const run = runOf({ ...deck, day });
  return { ...deck, ...(agendas.length > 0 && { agendas }), ...(run.agendas.length > 0 && { run }) };
}

function expanded(node: Root['children'][number], drawn: Drawn): Root['children'] {
  return node.type === 'element' ? (blocksFor(node, drawn) ?? [node]) : [node];
}

/** The blocks that replace a tag; undefined for a tag that stays. Its attributes were checked on loading. */
function blocksFor({ tagName, properties }: Element, drawn: Drawn): ChapterBlock[] | undefined {
  const { deck } = drawn;
  const given = (key: string) => String(lookUp(properties, key) ?? '');
  switch (tagName) {
    case 'Agenda':
      return withDay(deck, (planned) => agendaBlocks(planned, Number(given('days'))));
    case 'Packing':
      return withDay(deck, (planned) => {
        const days = Number(given('days') || Object.keys(planned.day.agendas)[0]);
        return packingBlocks(planned, { people: given('people').split(',').map(Number), days, field: given('field') });
      });
    case 'Activity':
      return withDay(deck, (planned) => activityBlocks(planned, given('id')));
    case 'Reference':
      return referenceBlocks(drawn, given('of'), keysIn(given('show')));
    case 'Index':
      return indexBlocks(deck, given('of'));
    case 'Suits':
      return suitBlocks(deck);
    default:
      return undefined;
  }
}

function withDay(deck: Deck, make: (planned: Deck & { day: Workshop }) => ChapterBlock[]): ChapterBlock[] {
  return deck.day ? make({ ...deck, day: deck.day }) : [];
}

function keysIn(show: string): string[] {
  return show.split(',').filter((key) => key !== '');
}

/** Errors for columns of a table of cards whose key no card has. */
function wrongIn({ content, place }: Section, { file }: Chapter, { deck, looks }: Drawn): Problem[] {
  return content.children.flatMap((node) => {
    if (node.type !== 'element' || node.tagName !== 'Reference') return [];
    const [of, show] = [node.properties.of, node.properties.show].map((one) => String(one ?? ''));
    return unknownKeys({ deck, looks }, of ?? '', keysIn(show ?? '')).map((key) => {
      const message = `<Reference of="${of}"> shows "${key}", which no card of it has.`;
      return error({ file: place.file ?? file, place, rule: 'chapter/reference', message, got: key });
    });
  });
}
