import { type Mm, mm, type Pt } from '../model/units.ts';
import { type Inks, inksOf, totalInk } from './inks.ts';
import type { PageMark } from './page-marks.ts';
import type { Conformance } from './pdfx-identity.ts';
import type { Source } from './streams.ts';

/** Something on a page that a print shop would call about. The caller knows which card the page is. */
export interface PressFinding {
  /** `press/name`, as in a Problem's rule. */
  rule: string;
  severity: 'error' | 'warning';
  /** From 0. */
  page: number;
  /** Where it first stands: mm from the top left corner of the page's trim (of the page, where it has no TrimBox). */
  x: Mm;
  y: Mm;
  /** What is wrong, one sentence. */
  message: string;
  /** What to do about it, one sentence. */
  note: string;
}

/** The limits for the inks of a press PDF. */
export interface Limits {
  /** Inks by RGB colour as the profile gives them, before the ink limit. */
  converted: ReadonlyMap<string, Inks>;
  /** In percent. */
  inkLimit: number;
  conformance: Conformance;
}

type Fault = Pick<PressFinding, 'rule' | 'severity' | 'message' | 'note'>;

/** A printed line is at least this wide. */
const THINNEST: Pt = 0.25;
/** Under this size the plates' misregister is seen in text of several inks. */
const ONE_INK_TEXT: Pt = 12;
const SMALLEST_TEXT: Pt = 6;
/** Pixels per inch as printed: less is seen, and less may be seen. */
const LEAST_PPI = 150;
const GOOD_PPI = 225;
/** PDF writers round to a few decimals. */
const SLACK = 0.005;

/** The faults of each page, in page order; `limits` is left out for a PDF that stays RGB. */
export function findingsOf(pages: readonly Source[], limits?: Limits): PressFinding[] {
  return pages.flatMap(({ marks, page: leaf }, page) => {
    const trim = leaf?.getTrimBox() ?? { x: 0, y: 0, width: 0, height: 0 };
    const found = new Map<string, PressFinding>();
    for (const mark of marks) {
      for (const fault of faultsOf(mark, limits)) {
        const key = `${fault.rule} ${fault.message}`;
        if (found.has(key)) continue;
        found.set(key, { ...fault, page, x: mm(mark.x - trim.x), y: mm(trim.y + trim.height - mark.y) });
      }
    }
    return [...found.values()];
  });
}

function faultsOf(mark: PageMark, limits: Limits | undefined): Fault[] {
  return [...plainFaults(mark), ...(limits ? pressFaults(mark, limits) : [])];
}

/** Faults on any paper, from a press or an office printer. */
function plainFaults(mark: PageMark): Fault[] {
  if (mark.kind === 'text') return sizeFaults(mark);
  if (mark.kind === 'line') return lineFaults(mark);
  if (mark.kind === 'image') return imageFaults(mark);
  return mark.kind === 'font' ? [fontFault(mark.what)] : [];
}

/** Faults that only a press has, with its inks. From a home printer the same color is fine. */
function pressFaults(mark: PageMark, limits: Limits): Fault[] {
  if (mark.kind === 'text') return [...blackFaults(mark, limits), ...inkFaults(mark, limits)];
  if (mark.kind === 'line' || mark.kind === 'area') return inkFaults(mark, limits);
  if (mark.kind === 'unsupported') return [unsupportedFault(mark.what)];
  const isFault = mark.kind === 'transparency' && limits.conformance === 'PDF/X-1a:2003';
  return isFault ? [transparencyFault(mark.what)] : [];
}

function sizeFaults({ size }: PageMark & { kind: 'text' }): Fault[] {
  if (size >= SMALLEST_TEXT - SLACK) return [];
  return [
    {
      rule: 'press/small-text',
      severity: 'warning',
      message: `Text of ${size.toFixed(1)} pt is under ${SMALLEST_TEXT} pt and may not be legible in print.`,
      note: 'Shorten the text, so that its layout can set it larger.',
    },
  ];
}

function blackFaults({ size, paint, black }: PageMark & { kind: 'text' }, { converted }: Limits): Fault[] {
  const inks = black ? undefined : inksOf(paint, converted);
  if (size >= ONE_INK_TEXT - SLACK || !inks || !isRich(inks)) return [];
  return [
    {
      rule: 'press/rich-black',
      severity: 'warning',
      message: `Text of ${size.toFixed(1)} pt is a black of several inks (${percent(inks)}): under ${ONE_INK_TEXT} pt its edges blur.`,
      note: 'Set it in the ink color of tokens.json, which prints as black alone.',
    },
  ];
}

/** Mostly black, with enough of another ink that a shifted plate shows as a colored edge. */
function isRich([c, m, y, k]: Inks): boolean {
  return k >= 0.75 * 255 && Math.max(c, m, y) >= 0.2 * 255;
}

function lineFaults({ width }: PageMark & { kind: 'line' }): Fault[] {
  if (width >= THINNEST - SLACK) return [];
  return [
    {
      rule: 'press/thin-line',
      severity: 'warning',
      message: `A line is ${width.toFixed(2)} pt wide; under ${THINNEST} pt it may break up in print.`,
      note: `Draw it ${THINNEST} pt wide or wider.`,
    },
  ];
}

function inkFaults(mark: PageMark & { kind: 'text' | 'line' | 'area' }, { converted, inkLimit }: Limits): Fault[] {
  if (mark.kind !== 'area' && mark.black) return [];
  const inks = inksOf(mark.paint, converted);
  const total = inks ? totalInk(inks) : 0;
  // Up to half a percent over is rounding: inks are whole bytes.
  if (!inks || total <= inkLimit + 0.5) return [];
  const name = mark.paint.space === 'rgb' ? mark.paint.hex : percent(inks);
  return [
    {
      rule: 'press/ink-limit',
      severity: mark.paint.space === 'rgb' ? 'warning' : 'error',
      message: `The color ${name} needs ${Math.round(total)} % ink; this printing takes ${inkLimit} %.`,
      note:
        mark.paint.space === 'rgb'
          ? 'It is printed with less cyan, magenta and yellow: choose a lighter color to be sure of its look.'
          : 'Choose a color with less ink.',
    },
  ];
}

function imageFaults({ ppi }: PageMark & { kind: 'image' }): Fault[] {
  if (ppi >= GOOD_PPI - SLACK) return [];
  const poor = ppi < LEAST_PPI - SLACK;
  const wanted = poor ? `at least ${LEAST_PPI}` : `${GOOD_PPI} and more`;
  const times = (Math.ceil((10 * (poor ? LEAST_PPI : GOOD_PPI)) / ppi) / 10).toFixed(1);
  return [
    {
      rule: 'press/image-resolution',
      severity: poor ? 'error' : 'warning',
      message: `An image has ${Math.round(ppi)} pixels per inch at its printed size; ${wanted} print well.`,
      note: `Use a file of the picture with ${times} times as many pixels each way, or print it smaller.`,
    },
  ];
}

function fontFault(name: string): Fault {
  return {
    rule: 'press/font-not-embedded',
    severity: 'error',
    message: `The font ${name || '(without a name)'} is not embedded; a printer would set the text in another one.`,
    note: 'Use a font family whose files lie in the deck’s fonts folder.',
  };
}

function unsupportedFault(what: string): Fault {
  return {
    rule: 'press/unsupported',
    severity: 'error',
    message: `This page holds ${what}, which prepdeck cannot convert for a press.`,
    note: 'Draw it with plain colors, or print to a stock that is no press PDF.',
  };
}

function transparencyFault(what: string): Fault {
  return {
    rule: 'press/transparency',
    severity: 'error',
    message: `This page holds transparency (${what}); PDF/X-1a allows none.`,
    note: what.startsWith('an image')
      ? 'Save the picture without see-through parts, on the color that it stands on.'
      : 'Use the mixed color itself instead of a see-through one.',
  };
}

/** `C 60 M 50 Y 40 K 80`. */
function percent(inks: Inks): string {
  return inks.map((one, i) => `${'CMYK'[i]} ${Math.round((one / 255) * 100)}`).join(' ');
}
