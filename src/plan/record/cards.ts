import type { Root } from 'hast';
import { z } from 'zod';
import type { Card, Section, Suit } from '../../model/card.ts';
import type { Deck } from '../../model/deck.ts';
import { refsOf } from '../../model/fields.ts';
import type { Makes } from '../../model/kit.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import { type Place, type Problem, warning } from '../../model/problem.ts';
import { cardsNamed } from '../../record/cards-named.ts';
import type { FilledSheet, RoomRecord } from '../../record/record.ts';
import { linesIn } from './lines.ts';
import { cardFile } from './located.ts';

/** A card that a filled-in worksheet became. */
export interface MadeCard {
  card: Card;
  /** The number of its sheet in the record, from 0. */
  at: number;
}

/** What `madeCards` needs beside the record. */
export interface Making {
  deck: Deck;
  looks: Looks;
  /** The record's file as shown. */
  file: string;
  /** Where a part of the file stands, by its dotted path. */
  placeOf(path: string): Place | undefined;
}

/** A sheet that becomes a card. */
interface Sheet extends Making {
  filled: FilledSheet;
  at: number;
  makes: Makes;
  suit: Suit;
  problems: Problem[];
}

/**
 * The cards of a record: of each sheet whose worksheet `makes` one. What can't be on a card is a warning: the record has it all the
 * same.
 */
export function madeCards({ sheets }: RoomRecord, making: Making): { made: MadeCard[]; problems: Problem[] } {
  const { deck } = making;
  const problems: Problem[] = [];
  const made = sheets.flatMap((filled, at): MadeCard[] => {
    const makes = deck.worksheets?.find(({ id }) => id === filled.sheet)?.makes;
    const suit = deck.suits.find(({ id }) => id === makes?.suit);
    return makes && suit ? [{ at, card: cardOf({ ...making, filled, at, makes, suit, problems }) }] : [];
  });
  return { made, problems };
}

function cardOf(sheet: Sheet): Card {
  const { filled, at, makes, suit, file, placeOf } = sheet;
  const { title = '', gist = '', ...keys } = makes.keys;
  const place = placeOf(`sheets.${at}`) ?? { line: 1, column: 1 };
  return {
    ...{ id: `record-${at + 1}`, suit: suit.id, code: '', face: suit.face, copies: 1, blank: false },
    title: textIn(filled, title) || linesIn(filled.team).join(' ') || suit.one,
    gist: textIn(filled, gist),
    ...{ related: [], sources: [], file: cardFile(file, at), places: {} },
    fields: fieldsOf(keys, sheet),
    sections: Object.entries(makes.sections).flatMap(([heading, field]) =>
      sectionOf(heading, textIn(filled, field), place),
    ),
  };
}

/** What is written in a field on one line; a tick is no text. */
function textIn({ fields }: FilledSheet, id: string): string {
  const written = lookUp(fields, id);
  return typeof written === 'string' ? linesIn(written).join(' ').replace(/\s+/gu, ' ') : '';
}

function sectionOf(heading: string, text: string, place: Place): Section[] {
  if (text === '') return [];
  const content: Root = {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] }],
  };
  return [{ heading, content, text, place }];
}

/** The card's own front matter, as its look takes it: `who` is a list of cards, `why.user` a text in a group. */
function fieldsOf(keys: Readonly<Record<string, string>>, sheet: Sheet): Record<string, unknown> {
  const { looks, suit, filled } = sheet;
  const types = lookUp(looks.faces, suit.face)?.fields ?? {};
  const groups = new Map<string, unknown>();
  for (const [key, field] of Object.entries(keys)) {
    const text = textIn(filled, field);
    const [name = '', part] = key.split('.');
    const type = lookUp(types, name);
    if (text === '' || !type) continue;
    if (part === undefined) groups.set(name, valueOfKey(text, { key, field, type }, sheet));
    else groups.set(name, { ...(groups.get(name) as object | undefined), [part]: text });
  }
  const whole = [...groups].filter(([name, value]) => z.safeParse(lookUp(types, name) ?? z.any(), value).success);
  for (const [name] of groups) {
    if (!whole.some(([key]) => key === name)) refused(name, keys, sheet);
  }
  return Object.fromEntries(whole);
}

interface Key {
  key: string;
  field: string;
  type: z.core.$ZodType;
}

/** A text as a key's value: the ids of the cards that it names, where the key holds cards. */
function valueOfKey(text: string, { key, field, type }: Key, sheet: Sheet): unknown {
  const [one] = refsOf({ [key]: type }, { [key]: '' }, 'card');
  const [many] = refsOf({ [key]: type }, { [key]: [''] }, 'card');
  const suit = (one ?? many)?.name;
  if (suit === undefined) return text;
  const { found, unknown } = cardsNamed(
    text,
    sheet.deck.cards.filter((card) => suit === '*' || card.suit === suit),
  );
  for (const name of unknown) say(field, `“${name}” is no card of this deck`, sheet);
  return many ? found : found[0];
}

/** Warns that the text of a field does not fit the key of the card. */
function refused(name: string, keys: Readonly<Record<string, string>>, sheet: Sheet): void {
  const fields = Object.entries(keys).filter(([key]) => key === name || key.startsWith(`${name}.`));
  const written = fields.find(([, field]) => textIn(sheet.filled, field) !== '');
  if (written) say(written[1], 'This does not fit the card', sheet);
}

function say(field: string, what: string, { at, file, placeOf, problems }: Sheet): void {
  const place = placeOf(`sheets.${at}.fields.${field}`);
  const message = `sheets[${at}].fields.${field}: ${what}: the record has it, the card of this sheet does not.`;
  problems.push(warning({ file, place, rule: 'record/card', message }));
}
