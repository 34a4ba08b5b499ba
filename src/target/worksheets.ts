import type { DrawnPage } from '../model/drawn-page.ts';
import type { FieldBox } from '../model/field-box.ts';
import { blanksOf, SHEET_PAPERS, type Worksheet } from '../model/kit.ts';
import { lookUp } from '../model/look-up.ts';
import type { Output } from '../model/output.ts';
import { pageSize } from '../model/paper.ts';
import { addForm, type FormField, type FormKind } from '../pdf/form.ts';
import { wholePage } from './boards.ts';
import { textFont } from './print.ts';
import type { Job, Target } from './target.ts';

/** Type size of what is typed into a worksheet: that of its printed text. */
const TYPED = 10;

/** Worksheets, on each of their papers: to be filled in by hand, and the same file by typing. */
export const worksheetsTarget: Target = async function worksheets(job) {
  const outputs: Output[] = [];
  for (const drawn of job.kit) if (drawn.page.kind === 'worksheet') outputs.push(await sheet(drawn, drawn.page, job));
  return outputs;
};

async function sheet(drawn: DrawnPage, page: Worksheet, job: Job): Promise<Output> {
  const pdf = await wholePage(drawn, job);
  const type = { font: textFont(job.deck).data, size: TYPED };
  const fields = formFields(page, drawn.fields);
  const key = ['worksheet', pdf, type.font, JSON.stringify([type.size, fields])];
  const bytes = await job.cache.get(key, () => addForm(pdf, fields, type));
  return { path: sheetPath(drawn), bytes, sheets: 1 };
}

/** Where a worksheet is written: `print/worksheet-gap.pdf` on the first paper, `worksheet-gap--letter.pdf` on another. */
export function sheetPath({ page, size }: DrawnPage): string {
  const [first, ...others] = SHEET_PAPERS;
  const paper = others.find((one) => pageSize(one, page.orientation).id === size.id) ?? first;
  return `print/worksheet-${page.id}${paper === first ? '' : `--${paper}`}.pdf`;
}

/** The form fields of a worksheet, in reading order. */
function formFields({ fields }: Worksheet, boxes: readonly FieldBox[]): FormField[] {
  return fields.flatMap(blanksOf).flatMap(({ name, label, kind }) =>
    boxes.flatMap((box): FormField[] => {
      const [own, choice] = box.name.split('=', 2);
      if (own !== name) return [];
      const many = kind === 'line' && name.includes('.') ? 'lines' : lookUp(KINDS, kind);
      return [{ name, label, kind: many ?? 'line', box, ...(choice === undefined ? {} : { choice }) }];
    }),
  );
}

/** How each kind of field is filled in by typing; a cell of a table may hold several lines. */
const KINDS: Readonly<Record<string, FormKind>> = { box: 'lines', tick: 'tick', scale: 'choice' };
