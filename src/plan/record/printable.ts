import { printableIn } from '../../check/coverage.ts';
import { codePoint } from '../../model/code-point.ts';
import { type Problem, warning } from '../../model/problem.ts';
import type { Theme } from '../../model/theme.ts';
import type { FieldValue, FilledSheet, RoomRecord } from '../../record/record.ts';
import type { OpenedRecord } from './opened.ts';

/** What nobody sees: what joins 👩 and 💻 to 👩‍💻, chooses the color of a sign, or has no width. Few fonts have it. */
const UNSEEN = /\p{Cf}|[\ufe00-\ufe0f]/u;

/**
 * A record as the deck's fonts can print it: a room writes what it likes, and what it wrote is printed all the same. A character that the
 * fonts lack, as of most emoji, is printed as its number, and is a warning that names it.
 */
export function asPrintable(
  record: RoomRecord,
  theme: Theme,
  { file, placeOf }: OpenedRecord,
): { record: RoomRecord; problems: Problem[] } {
  const isPrintable = printableIn(theme);
  const problems: Problem[] = [];
  const printed = (text: string, path: string) => {
    const lacking = new Set<string>();
    const said = numbered(text, isPrintable, lacking);
    if (lacking.size > 0) problems.push(warned([...lacking], path));
    return said;
  };
  const warned = (lacking: readonly string[], path: string) =>
    warning({
      ...{ file, place: placeOf(path), rule: 'record/no-glyph' },
      message: `${path}: no font of the deck has ${lacking.map((one) => `${one} (${codePoint(one)})`).join(', ')}.`,
      note: 'It is printed as its number. A font that has it, e.g. Noto Emoji, goes into deck/fonts, and after the others in tokens.json.',
    });
  const sheets = record.sheets.map((sheet, at): FilledSheet => {
    const fields = Object.entries(sheet.fields).map(([name, value]): [string, FieldValue] => [
      name,
      typeof value === 'string' ? printed(value, `sheets[${at}].fields.${name}`) : value,
    ]);
    return { ...sheet, team: printed(sheet.team, `sheets[${at}].team`), fields: Object.fromEntries(fields) };
  });
  return { record: { ...record, sheets }, problems };
}

/** A text with the numbers of characters that can't be printed; `lacking` is given these. */
function numbered(text: string, isPrintable: (character: string) => boolean, lacking: Set<string>): string {
  let said = '';
  for (const character of text) {
    if (isPrintable(character)) said += character;
    else if (!UNSEEN.test(character)) {
      lacking.add(character);
      said += `[${codePoint(character)}]`;
    }
  }
  return said;
}
