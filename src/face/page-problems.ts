import { FACE_BLEED } from '../model/faces.ts';
import type { FieldBox } from '../model/field-box.ts';
import { blanksOf, type PaperPage } from '../model/kit.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Place, type Problem, warning } from '../model/problem.ts';
import type { Mm } from '../model/units.ts';
import { remedies } from './card-problems.ts';
import type { Finding } from './finding.ts';
import type { FaceReport } from './messages.ts';
import { textsLost } from './texts.ts';

/** The least height of a line to write on by hand; ruled paper has 7 to 8.7 mm. */
const LEAST_LINE: Mm = 7;
/** Rounding of the layout engine. */
const ROUNDING: Mm = 0.05;

/** Problems of a board or a worksheet on one of its papers. */
export function pageProblems(page: PaperPage, report: FaceReport): Problem[] {
  const findings = onePerPlace(onePerField(report.findings)).map((found) =>
    (found.rule === 'small-text' ? warning : error)({
      ...placeOf(page, found.text),
      rule: `kit/${found.rule}`,
      message: `${pageName(page)}: ${found.message}`,
      got: found.text,
      note: remedies[found.rule],
    }),
  );
  if (findings.some((one) => one.fatal)) return findings;
  return [...findings, ...lostFields(page, report.fields), ...lostTexts(page, report.drawn)];
}

/** One finding for each field: of a table that does not fit, one cell and not all of them. */
function onePerField(findings: readonly Finding[]): Finding[] {
  const fieldOf = ({ text }: Finding) => text.split(/[.=]/u, 1)[0];
  return findings.filter(
    (found, at) =>
      found.rule !== 'field-overflow' ||
      findings.findIndex((one) => one.rule === found.rule && fieldOf(one) === fieldOf(found)) === at,
  );
}

/** How far a text runs out, as a finding's message says it. */
const FAR = /(\d+\.\d) mm/u;

/** Of the texts that run out of one place the one that does so farthest, with how many others do: a list that is too long has hundreds. */
function onePerPlace(findings: readonly Finding[]): Finding[] {
  const placeOut = ({ rule, message }: Finding) => (rule === 'overflow' ? message.replace(FAR, '') : undefined);
  const far = ({ message }: Finding) => Number(FAR.exec(message)?.[1] ?? 0);
  const places = [...new Set(findings.flatMap((one) => placeOut(one) ?? []))];
  const worst = places.flatMap((place) => {
    const [first, ...more] = findings.filter((one) => placeOut(one) === place).sort((a, b) => far(b) - far(a));
    if (!first || more.length === 0) return first ?? [];
    const others = more.length === 1 ? 'one more text does' : `${more.length} more texts do`;
    return { ...first, message: `${first.message}; ${others}, too` };
  });
  return [...findings.filter((one) => placeOut(one) === undefined), ...worst];
}

/** A page as messages name it: `board “Gap” on A3`. */
export function pageName({ page, size }: PaperPage): string {
  return `${page.kind} “${page.title}” on ${size.name}`;
}

/** Where a field's tag stands; the file's beginning for anything else. */
function placeOf({ page }: PaperPage, name = '') {
  const [id] = name.split(/[.=]/u, 1);
  return { file: page.file, place: page.fields.find((field) => field.id === id)?.place ?? { line: 1, column: 1 } };
}

/** Fields that the layout does not draw, and those that are too low to write in. */
function lostFields(page: PaperPage, boxes: readonly FieldBox[]): Problem[] {
  const drawn = new Map(boxes.map((box) => [box.name.replace(/=.*$/u, ''), box]));
  return page.page.fields.flatMap(blanksOf).flatMap(({ name, kind }) => {
    const box = drawn.get(name);
    if (!box) {
      const message = `${pageName(page)}: the layout “${page.page.look}” does not draw the field "${name}".`;
      const note = 'A layout draws what stands under each heading, with <Under> or <Blocks>.';
      return [error({ ...placeOf(page, name), rule: 'kit/lost-field', message, note })];
    }
    const height = box.bottom - box.top;
    if (kind === 'tick' || height >= LEAST_LINE - ROUNDING) return [];
    const message = `${pageName(page)}: "${name}" is ${height.toFixed(1)} mm high; writing by hand takes ${LEAST_LINE} mm.`;
    return [error({ ...placeOf(page, name), rule: 'kit/low-line', message, note: remedies['field-overflow'] })];
  });
}

/** Words that a page gives and its layout does not print. */
function lostTexts(page: PaperPage, drawn: readonly string[]): Problem[] {
  const { title, lead, options, sections } = page.page;
  const given: { from: string; text: string; place?: Place }[] = [
    { from: 'title', text: title },
    { from: 'lead', text: lead },
    ...Object.entries(options).flatMap(([from, value]) => textsIn(value).map((text) => ({ from, text }))),
    ...sections.map(({ heading, text, place }) => ({ from: `## ${heading}`, text: `${heading} ${text}`, place })),
  ];
  return textsLost(given, drawn).map(({ from, missing, ...one }) => {
    const message = `${pageName(page)}: the layout “${page.page.look}” does not print “${missing}” of ${from}`;
    const place = one.place ?? lookUp(page.page.places, from) ?? { line: 1, column: 1 };
    const note = 'A layout prints every word of its page.';
    return error({ file: page.page.file, place, rule: 'kit/lost-words', message, note });
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Boxes from the paper's corner, not that of the drawn page. */
export function onPaper({ name, left, top, right, bottom }: FieldBox): FieldBox {
  const moved = (length: Mm) => length - FACE_BLEED;
  return { name, left: moved(left), top: moved(top), right: moved(right), bottom: moved(bottom) };
}
