import type { Deck } from '../../model/deck.ts';
import { error, type Problem, warning } from '../../model/problem.ts';
import { unknownFields } from '../../record/filled.ts';
import type { FieldValue, RoomRecord } from '../../record/record.ts';
import { shapesOf } from '../../record/shapes.ts';
import type { OpenedRecord } from './opened.ts';

/** The name under which messages about one sheet of a record's file are found: -1 is the file itself. */
export function sheetFile(file: string, at: number): string {
  return at < 0 ? file : `${file}#${at}`;
}

/** The name under which messages about the card that a sheet became are found. */
export function cardFile(file: string, at: number): string {
  return `${file}#card-${at}`;
}

/**
 * A problem of drawing a record, at its place in the file. One of a card is a warning: the card is left out, and the record has what
 * is written.
 */
export function located(problem: Problem, record: RoomRecord, { file, placeOf }: OpenedRecord): Problem {
  const [own, part = ''] = (problem.file ?? '').split('#');
  const [, card, number = ''] = own === file ? (/^(card-)?(\d+)$/u.exec(part) ?? []) : [];
  if (number === '') return problem;
  const path = pathOf(Number(number), problem.actual, record);
  const rule = [problem.source, problem.ruleId].filter(Boolean).join('/');
  const details = {
    file,
    place: placeOf(path),
    rule,
    message: `${path}: ${problem.reason}`,
    got: problem.actual ?? undefined,
  };
  // A card that can't be drawn at all is no fault of what is written on it.
  const isOfText = card !== undefined && problem.ruleId !== 'cannot-draw';
  if (!isOfText) return problem.fatal ? error(details) : warning(details);
  return warning({ ...details, note: 'The card of this sheet is left out; the record has what is written.' });
}

/** The field of a sheet that holds a text; the sheet where none does. */
function pathOf(at: number, text: string | null | undefined, { sheets }: RoomRecord): string {
  const fields = Object.entries(sheets[at]?.fields ?? {});
  // What a message quotes of a long text ends in an ellipsis.
  const quoted = (text ?? '').replace(/…$/u, '').trim();
  const holds = (value: FieldValue) => typeof value === 'string' && value.replace(/\s+/gu, ' ').includes(quoted);
  const found = quoted === '' ? undefined : fields.find(([, value]) => holds(value));
  return `sheets[${at}]${found ? `.fields.${found[0]}` : ''}`;
}

/** Warnings for sheets and fields that the deck does not have: they are printed under the names that the file gives them. */
export function unknownIn({ sheets }: RoomRecord, deck: Deck, { file, placeOf }: OpenedRecord): Problem[] {
  const shapes = shapesOf(deck);
  const say = (path: string, message: string) =>
    warning({
      ...{ file, place: placeOf(path), rule: 'record/unknown', message: `${path}: ${message}` },
      note: 'It is printed under the name that the file gives it.',
    });
  return sheets.flatMap((filled, at) => {
    const shape = shapes.find(({ id }) => id === filled.sheet);
    if (!shape) return [say(`sheets[${at}].sheet`, `The deck has no worksheet “${filled.sheet}”.`)];
    return unknownFields(filled, shape).map((name) =>
      say(`sheets[${at}].fields.${name}`, `The worksheet “${shape.title}” has no field “${name}”.`),
    );
  });
}
