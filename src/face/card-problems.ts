import type { Card, Side } from '../model/card.ts';
import { faceKey } from '../model/faces.ts';
import { howMany } from '../model/how-many.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Place, type Problem, warning } from '../model/problem.ts';
import type { Excess } from './excess.ts';
import { type Finding, firstWords, isOfPlace } from './finding.ts';
import type { FaceReport } from './messages.ts';
import type { CardProblem } from './said-once.ts';
import { comparableWords, givenTexts, textsLost } from './texts.ts';

/** The report on one side of a card. */
interface Sided {
  side: Side;
  report: FaceReport;
}

/** Problems of one card, from the reports on its two sides: one for each cause. */
export function cardProblems(card: Card, reports: ReadonlyMap<string, FaceReport>, looks: Looks): CardProblem[] {
  const sides = (['front', 'back'] as const).flatMap((side): Sided[] => {
    const report = reports.get(faceKey({ card: card.id, side }));
    return report ? [{ side, report }] : [];
  });
  if (sides.length < 2) return [];
  const findings = [...placeProblems(card, sides), ...sides.flatMap((one) => otherProblems(card, one))];
  // Text that overflows is often also cut: one message is enough.
  if (findings.some(({ problem }) => problem.fatal)) return findings;
  const lost = [...lostPictures(card, sides), ...lostProblems(card, sides, looks)];
  return [...findings, ...lost.map((problem) => ({ problem }))];
}

/** One problem for each text that is too long for its place; where no single text is to blame, one for each side. */
function placeProblems(card: Card, sides: readonly Sided[]): CardProblem[] {
  const wrong = sides.flatMap(({ side, report }) => {
    const [first] = report.findings.filter(isOfPlace);
    return first ? [{ side, first, excess: report.excess }] : [];
  });
  const least = new Map<string, number>();
  for (const { excess } of wrong) {
    if (excess) least.set(excess.from, Math.min(excess.fits, least.get(excess.from) ?? excess.fits));
  }
  const said = new Set<string>();
  return wrong.flatMap(({ side, first, excess }) => {
    if (!excess) return [asProblem(card, side, first, isOwn(card, first) ? undefined : NOT_OWN)];
    if (said.has(excess.from) || excess.fits > (least.get(excess.from) ?? 0)) return [];
    said.add(excess.from);
    return [{ problem: tooLong(card, side, first, excess) }];
  });
}

function tooLong(card: Card, side: Side, found: Finding, { from, text, has, fits }: Excess): Problem {
  const place = placeOf(card, from);
  const what = from === '' ? `the texts of the ${side} are` : `${nameOfText(from)} is`;
  const elsewhere = side === 'front' ? 'move text to the back' : 'move text to another card';
  return error({
    file: card.file,
    place,
    rule: `face/${found.rule}`,
    message: `${cardName(card)}${languageOf(place)}, ${side}: ${what} ${howMany(has - fits, 'character')} too long: ${has}, and ${fits} fit`,
    got: firstWords(text),
    note: `Shorten ${from === '' ? 'them' : 'it'} to ${howMany(fits, 'character')}, ${elsewhere}, or print a larger format.`,
  });
}

/** Where a text stands: in the card's own file, in an override or in a translation. */
function placeOf(card: Card, from: string): Place {
  const section = card.sections.find(({ heading }) => (from === '' ? true : `## ${heading}` === from));
  return (from.startsWith('## ') || from === '' ? section?.place : lookUp(card.places, from)) ?? { line: 1, column: 1 };
}

function nameOfText(from: string): string {
  if (from.startsWith('## ')) return `the section “${from.slice(3)}”`;
  return from === 'title' || from === 'gist' ? `the ${from}` : `“${from}”`;
}

/** `, in German`, where a text stands in a translation. */
function languageOf({ file }: Place): string {
  const [, lang] = /(?:^|\/)locales\/([^/]+)\//u.exec(file ?? '') ?? [];
  if (lang === undefined) return '';
  return `, in ${new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang}`;
}

function otherProblems(card: Card, { side, report }: Sided): CardProblem[] {
  // What lies in the corners of a side has one cause, as has what a slot does.
  const corners = report.findings.filter(({ rule }) => rule === 'corner');
  const ofSlot = report.findings.filter(({ slot }) => slot !== undefined);
  const again = [...corners.slice(1), ...ofSlot.slice(1)];
  const others = report.findings.filter((found) => !isOfPlace(found) && !again.includes(found));
  // A letter may stand on a side twice, as in a title and alone.
  const said = others.map(({ rule, message, text }) => `${rule} ${message} ${text}`);
  const once = others.filter((_, at) => said.indexOf(said[at] ?? '') === at);
  const noteOf = (found: Finding) => {
    if (found.slot) return OF_SLOT;
    return found.rule === 'wide-word' && !isOwn(card, found) ? NOT_OWN : undefined;
  };
  return once.map((found) => asProblem(card, side, found, noteOf(found)));
}

function asProblem(card: Card, side: Side, found: Finding, note = remedies[found.rule]): CardProblem {
  const report = found.rule === 'small-text' ? warning : error;
  const place = placeSaying(card, found.text);
  const problem = report({
    file: card.file,
    place,
    rule: `face/${found.rule}`,
    message: `${cardName(card)}${languageOf(place)}, ${side}: ${found.message}`,
    got: found.rule === 'wide-word' ? undefined : found.text,
    note,
  });
  return { problem, cause: causeOf(card, found, note), ...(note === NOT_OWN && { into: found.into }) };
}

/** What a finding has in common with those on other sides; undefined where this side alone is to blame. */
function causeOf({ id }: Card, { rule, text, slot }: Finding, note: string): string | undefined {
  if (rule === 'corner') return rule;
  if (slot !== undefined) return slot;
  if (rule === 'wide-word' && note !== NOT_OWN) return `${rule} ${text} ${id}`;
  return note === NOT_OWN || rule === 'small-text' ? `${rule} ${text}` : undefined;
}

/** Where a card gives the words that a face shows: in its own file, in an override or in a translation. Else the beginning of its file. */
function placeSaying({ title, gist, fields, places, sections }: Card, shown: string): Place {
  const isCut = shown.endsWith('…');
  const wanted = ` ${folded(shown.replace(/…$/u, ''))}${isCut ? '' : ' '}`;
  const says = (text: string) => /\p{L}/u.test(wanted) && ` ${folded(text)} `.includes(wanted);
  const given = Object.entries({ ...fields, title, gist }).map(([key, value]) => [key, JSON.stringify(value)] as const);
  const [key] = given.find(([, text]) => says(text.slice(1, -1))) ?? [];
  const place = key === undefined ? sections.find(({ text }) => says(text))?.place : lookUp(places, key);
  return place ?? { line: 1, column: 1 };
}

function folded(text: string): string {
  return comparableWords(text).join(' ');
}

/** What to do where a text that no card gives does not fit: to shorten the card’s helps nothing. */
const NOT_OWN =
  'These words are none of the card’s: its suit or family says them, deck.yaml, or a layout, e.g. a slot in layouts/slots.';

/** What to do where an organization’s footer lies on what cards have. */
const OF_SLOT =
  'Move what layouts/slots/footer draws to where no card has anything; shorter words help this card alone.';

/** Whether a text that was found is of the card itself. */
function isOwn({ code, title, gist, fields, sections }: Card, { text }: Finding): boolean {
  const own = [code, title, gist, JSON.stringify(fields), ...sections.flatMap((one) => [one.heading, one.text])];
  return folded(own.join(' ')).includes(folded(text.replace(/…$/u, '')));
}

const shorter = 'Shorten the text, move it to another card, or print a larger format.';

/** What to do about each, by its rule. */
export const remedies: Record<Finding['rule'], string> = {
  'picture-overflow': 'Shorten the text beside it, or crop the picture to a lower one.',
  'field-overflow': 'Ask for fewer lines, rows or places, or for larger paper.',
  overflow: shorter,
  'wide-word':
    'Say where it may be divided with a soft hyphen (&shy; in a section; "\\u00ad", in double quotes, in front matter), or take a shorter word.',
  overlap: shorter,
  'lost-text': shorter,
  cut: 'Change the layout: letters keep clear of the edges of what they stand on.',
  corner: 'Make the radius under format: in deck.yaml smaller, or draw the cards with a layout of your own.',
  squeezed: shorter,
  'missing-glyph': 'Use another character, or a font that has it.',
  'stray-mark': 'Use a font that says where accents go, as most larger ones do, or another letter.',
  'missing-font': 'Add the font file to the deck’s fonts folder, or change the layout.',
  'small-text': 'It will be hard to read.',
};

/** Pictures that a card shows and its layout prints on neither side. */
function lostPictures({ pictures = [], ...card }: Card, sides: readonly Sided[]): Problem[] {
  const drawn = new Set(sides.flatMap(({ report }) => report.pictures));
  const lost = pictures.filter(({ name }) => !drawn.has(name));
  return lost.map(({ name, place = { line: 1, column: 1 } }) => {
    const message = `${cardName(card)}: the layout “${card.face}” does not print the picture "${name}"`;
    const note = 'A face draws each picture of its card with <Photo>, and those in its text with <Sections>.';
    return error({ file: card.file, place, rule: 'face/lost-picture', message, note });
  });
}

/** Words that a card gives and its layout prints on neither side. */
function lostProblems(card: Card, sides: readonly Sided[], looks: Looks): Problem[] {
  const look = lookUp(looks.faces, card.face);
  if (!look) return [];
  const drawn = sides.flatMap(({ report }) => report.drawn);
  return textsLost(givenTexts(card, look), drawn).map(({ from, missing }) => {
    const message = `${cardName(card)}: the layout “${card.face}” does not print “${missing}” of ${from}`;
    const note = 'A face must print every word of its card.';
    const place = lookUp(card.places, from) ?? { line: 1, column: 1 };
    return error({ file: card.file, place, rule: 'face/lost-words', message, note });
  });
}

/** A card as messages name it: `REC 32 Because-You Row`. */
export function cardName({ code, title }: Card): string {
  const name = firstWords(title, 60);
  return code === '' ? name : `${code} ${name}`;
}
