import { PDFArray, PDFHexString, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { totalInk } from '../inks.ts';
import { digestOf, type Painted, type PressMemory, recalled } from '../memory.ts';
import { operations } from '../operations.ts';
import { stateOf } from '../resources.ts';
import { type CheckedRule, nameIn, numberIn, type PdfFacts, type Promised, statesIn, unpacked } from './facts.ts';

/** How far over the limit counts as rounding, in percent: four inks are each written with four decimals. */
const SLACK = 0.1;

/** The rules about colour and transparency. */
export function colourRules(facts: PdfFacts, painted: Painted, { conformance, inkLimit }: Promised): CheckedRule[] {
  const rules = [rgbRule(facts, painted.rgb), inkRule('ink of colors', painted.most, inkLimit)];
  rules.push(inkRule('ink of images', mostInImages(facts), inkLimit));
  if (conformance === 'PDF/X-1a:2003') rules.push(transparencyRule(facts));
  return rules;
}

/** RGB operators in all drawing, and the most ink that one color takes. */
export function paintedIn({ contents }: PdfFacts, known: PressMemory['painted']): Painted {
  const all = contents.map((bytes) => recalled(known, digestOf(bytes), () => paintedBy(bytes)));
  return {
    rgb: all.reduce((sum, { rgb }) => sum + rgb, 0),
    most: all.reduce((most, one) => Math.max(most, one.most), 0),
  };
}

function paintedBy(bytes: Uint8Array): Painted {
  let [rgb, most] = [0, 0];
  for (const { operator, operands } of operations(bytes)) {
    if (operator === 'rg' || operator === 'RG') rgb += 1;
    else if (operator === 'cs' || operator === 'CS') rgb += operands.some(isRgbName) ? 1 : 0;
    else if (operator === 'k' || operator === 'K') {
      most = Math.max(most, totalInk(operands.map((one) => (typeof one === 'number' ? one * 255 : 0))));
    }
  }
  return { rgb, most };
}

function isRgbName(operand: unknown): boolean {
  return JSON.stringify(operand) === JSON.stringify({ kind: 'name', value: 'DeviceRGB' });
}

/** Neither RGB spaces nor RGB profiles: X-4 would allow a profile, but our files promise inks only. */
function rgbRule({ names, streams, dicts }: PdfFacts, operators: number): CheckedRule {
  const spaces = ['DeviceRGB', 'CalRGB', 'Lab'].filter((name) => names.has(name));
  const profiles = streams.filter(({ dict }) => numberIn(dict, 'N') === 3 && !dict.has(PDFName.of('Type'))).length;
  const images = dicts.filter((dict) => nameIn(dict, 'Subtype') === 'Image').length;
  const ok = operators === 0 && spaces.length === 0 && profiles === 0;
  const found = [`${operators} RGB operators`, `${spaces.join(', ') || 'no RGB'} color spaces`, `${images} images`];
  return { rule: 'no RGB', ok, detail: found.join(', ') };
}

function inkRule(rule: string, most: number, limit: number): CheckedRule {
  return { rule, ok: most <= limit + SLACK, detail: `at most ${Math.round(most)} % of ${limit} %` };
}

function mostInImages({ images }: PdfFacts): number {
  return images.reduce((most, image) => Math.max(most, mostIn(image)), 0);
}

function mostIn(image: PDFRawStream): number {
  const space = image.dict.lookup(PDFName.of('ColorSpace'));
  if (space === PDFName.of('DeviceCMYK')) return mostOf(unpacked(image) ?? new Uint8Array());
  if (!(space instanceof PDFArray) || space.lookup(1) !== PDFName.of('DeviceCMYK')) return 0;
  const table = space.lookup(3);
  if (table instanceof PDFHexString) return mostOf(table.asBytes());
  return table instanceof PDFRawStream ? mostOf(unpacked(table) ?? new Uint8Array()) : 0;
}

function mostOf(samples: Uint8Array): number {
  let most = 0;
  for (let at = 0; at + 3 < samples.length; at += 4) {
    const sum = (samples[at] ?? 0) + (samples[at + 1] ?? 0) + (samples[at + 2] ?? 0) + (samples[at + 3] ?? 0);
    most = Math.max(most, sum);
  }
  return (most / 255) * 100;
}

function transparencyRule({ dicts }: PdfFacts): CheckedRule {
  const found = new Set(statesIn(dicts).map((state) => stateOf(state).transparency));
  for (const dict of dicts) {
    if (nameIn(dict, 'Subtype') === 'Image' && dict.lookup(PDFName.of('SMask')) instanceof PDFStream)
      found.add('an image with a soft mask');
    if (nameIn(dict, 'S') === 'Transparency') found.add('a transparency group');
  }
  found.delete('');
  return { rule: 'no transparency', ok: found.size === 0, detail: [...found].join(', ') || 'none' };
}
