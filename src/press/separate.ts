import { PDFDict, type PDFDocument, PDFHeader, PDFName, type PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { cleanDocument, dropUnused } from './clean.ts';
import { findingsOf, type PressFinding } from './findings.ts';
import { type LightGround, lightGrounds } from './grounds.ts';
import { imageKind, type Separator, separateImage } from './image.ts';
import { type Inks, limitInks, mostColour, type Paint, rgbOf, totalInk } from './inks.ts';
import type { PressMemory } from './memory.ts';
import { type Conformance, type Identity, identifyAsPdfX } from './pdfx-identity.ts';
import { type PressSource, readStreams, type Source } from './streams.ts';
import { flateOf } from './unpack.ts';
import { KNOCKOUT, OVERPRINT_STATE, type Rewriting } from './write.ts';

/** How a PDF is separated. */
export interface SeparationOptions {
  identity: Identity;
  /** Most ink in percent, all four together. */
  inkLimit: number;
  /** Colours (`#rrggbb`) that print as black ink alone in text and hairlines. Pure black always does. */
  blacks: readonly string[];
  /** Colours (`#rrggbb`) for which no ink is printed. */
  bare: readonly string[];
  /** What is remembered of an earlier run with the same separator; what is found now is added to it. */
  memory: PressMemory;
}

/** How a colour is printed. Inks in percent. */
interface ReportedColour {
  rgb: string;
  inks: readonly number[];
  /** True where it is printed with less ink than the profile asks for, to stay within the limit. */
  limited: boolean;
  /** For a light ground: the profile's inks, and how far the printed mix is from the colour (CIEDE2000). */
  ground?: { asked: readonly number[]; deltaE: number } | undefined;
}

/** A report of the conversion of a PDF's colours. */
export interface PressReport {
  /** Each RGB colour that was painted with, sorted. Inks in percent, as printed. */
  colours: ReportedColour[];
  /** Images that were converted, and how many of their pixels were over the ink limit. */
  images: number;
  limitedPixels: number;
  /** Whether black text and hairlines overprint; not where that would pass the ink limit. */
  overprint: boolean;
}

/** A press PDF. Where a finding is an error, the file is not what it says: do not hand it out. */
export interface Separation {
  bytes: Uint8Array;
  report: PressReport;
  findings: PressFinding[];
}

/** The inks of each RGB colour as the profile gives them. */
export async function convertColours(colours: readonly string[], separator: Separator): Promise<Map<string, Inks>> {
  if (colours.length === 0) return new Map();
  const samples = await separator.inks(Uint8Array.from(colours.flatMap(rgbOf)), colours.length, 1);
  return new Map(colours.map((hex, i) => [hex, inksAt(samples, i)]));
}

/** A test for the deck's blacks. */
export function blackTest(blacks: readonly string[]): (paint: Paint) => boolean {
  const known = new Set(['#000000', ...blacks.map((hex) => hex.toLowerCase())]);
  return (paint) => {
    if (paint.space === 'rgb') return known.has(paint.hex);
    if (paint.space === 'gray') return paint.level === 0;
    return paint.space === 'cmyk' && paint.inks.join(' ') === '0 0 0 1';
  };
}

/** Turns a PDF whose colours are RGB into a press PDF: every colour in inks, marked as PDF/X. */
export async function separate(pdf: Uint8Array, separator: Separator, options: SeparationOptions): Promise<Separation> {
  const { identity, inkLimit, blacks, memory } = options;
  const source = await readStreams(pdf, { isBlack: blackTest(blacks), known: memory.streams });
  const asked = await convertColours(source.colours, separator);
  const { printed, grounds } = await printedInks(asked, separator, options);
  const images = await separateImages(source, separator, inkLimit);
  // A black that overprints adds its 100 % to what is under it: at a printer's low limit it must be cut out instead.
  const under = Math.max(images.colour, ...[...printed.values()].map((inks) => mostColour(Uint8Array.from(inks))));
  const overprint = 100 + under <= inkLimit;
  const { document } = source;
  cleanDocument(document, source.sources, identity.conformance === 'PDF/X-4');
  writeStreams(source, { converted: printed, overprint });
  identifyAsPdfX(document, identity);
  dropUnused(document);
  const bytes = await save(document, identity.conformance);
  const findings = findingsOf(images.pages, { converted: asked, inkLimit, conformance: identity.conformance });
  const colours = [...asked].map(([hex, inks]) => reported(hex, inks, printed.get(hex) ?? inks, grounds.get(hex)));
  return { bytes, report: { colours, images: images.count, limitedPixels: images.over, overprint }, findings };
}

/** X-1a is PDF 1.4, which knows no object streams. */
async function save(document: PDFDocument, conformance: Conformance): Promise<Uint8Array> {
  const minor = conformance === 'PDF/X-4' ? 6 : 4;
  document.context.header = PDFHeader.forVersion(1, minor);
  return await document.save({
    useObjectStreams: minor === 6,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

/** The inks of each colour: none for a bare colour, few for a light ground, for all others the profile's within the limit. */
async function printedInks(
  asked: ReadonlyMap<string, Inks>,
  separator: Separator,
  { inkLimit, bare, memory }: SeparationOptions,
): Promise<{ printed: Map<string, Inks>; grounds: ReadonlyMap<string, LightGround> }> {
  const none = new Set(bare.map((hex) => hex.toLowerCase()));
  const inked = new Map([...asked].filter(([hex]) => !none.has(hex)));
  const grounds = await groundsAmong(inked, separator, memory.grounds);
  const printed = [...asked].map(([hex, inks]) => {
    if (none.has(hex)) return [hex, NO_INK] as const;
    return [hex, limited(grounds.get(hex)?.inks ?? inks, inkLimit)] as const;
  });
  return { printed: new Map(printed), grounds };
}

/** To compare colors with thousands of mixes takes as long as to write a hundred cards in inks. */
async function groundsAmong(
  inked: ReadonlyMap<string, Inks>,
  { proof }: Separator,
  { before, now }: PressMemory['grounds'],
): Promise<ReadonlyMap<string, LightGround>> {
  const key = JSON.stringify([...inked]);
  const grounds = now.get(key) ?? before.get(key) ?? (await lightGrounds(inked, proof));
  now.set(key, grounds);
  return grounds;
}

const NO_INK: Inks = [0, 0, 0, 0];

function reported(rgb: string, asked: Inks, printed: Inks, ground: LightGround | undefined): ReportedColour {
  const limited = !ground && totalInk(printed) < totalInk(asked) && totalInk(printed) > 0;
  const about = ground && { ground: { asked: percents(asked), deltaE: ground.deltaE } };
  return { rgb, inks: percents(printed), limited, ...about };
}

function percents(inks: Inks): number[] {
  return inks.map((one) => Math.round((one / 255) * 1000) / 10);
}

/** Converts each image in its place. Pages that show one which cannot be converted get a mark that says so. */
async function separateImages({ document, images, pages }: PressSource, separator: Separator, limit: number) {
  const refused = new Map<number, string>();
  let [count, over, colour] = [0, 0, 0];
  for (const [ref, image] of images) {
    const kind = imageKind(image);
    if (kind === 'ready') continue;
    if (typeof kind === 'object') {
      refused.set(ref.objectNumber, kind.unsupported);
      continue;
    }
    const made = await separateImage(image, kind, separator, limit);
    document.context.assign(ref, made.image);
    count += 1;
    over += made.over;
    colour = Math.max(colour, made.colour);
  }
  return { count, over, colour, pages: refused.size === 0 ? pages : pages.map((page) => withRefused(page, refused)) };
}

function withRefused(page: Source, refused: ReadonlyMap<number, string>): Source {
  const marks = page.marks.flatMap((mark) => {
    const what = mark.kind === 'image' ? refused.get(mark.image) : undefined;
    return what ? [mark, { kind: 'unsupported' as const, what, x: mark.x, y: mark.y }] : [mark];
  });
  return { ...page, marks };
}

function writeStreams({ document, sources }: PressSource, rewriting: Rewriting): void {
  const { context } = document;
  const states = {
    [OVERPRINT_STATE]: context.register(context.obj({ Type: 'ExtGState', OP: true, op: true, OPM: 1 })),
    [KNOCKOUT]: context.register(context.obj({ Type: 'ExtGState', OP: false, op: false, OPM: 0 })),
  };
  for (const source of sources) {
    const { stream, page, ref, dict } = source;
    if (ref && !stream.isEdited) continue;
    const written = flateOf(context, stream.written(rewriting));
    if (rewriting.overprint && stream.overprints) addStates(source, states);
    if (page) page.node.set(PDFName.of('Contents'), context.register(written));
    else if (ref) context.assign(ref, withEntries(written, dict));
  }
}

/** The resources may be shared by many streams: adding the same names again changes nothing. */
function addStates({ dict, resources }: Source, states: Readonly<Record<string, PDFRef>>): void {
  const { context } = dict;
  const held = resources ?? context.obj({});
  if (!resources) dict.set(PDFName.of('Resources'), held);
  const key = PDFName.of('ExtGState');
  const group = held.lookupMaybe(key, PDFDict) ?? context.obj({});
  held.set(key, held.get(key) ?? group);
  for (const [name, ref] of Object.entries(states)) group.set(PDFName.of(name), ref);
}

function withEntries(stream: PDFRawStream, dict: PDFDict): PDFRawStream {
  for (const [key, value] of dict.entries()) {
    if (!['Filter', 'DecodeParms', 'Length'].includes(key.decodeText())) stream.dict.set(key, value);
  }
  return stream;
}

function limited(inks: Inks, limit: number): Inks {
  const samples = Uint8Array.from(inks);
  limitInks(samples, limit);
  return inksAt(samples, 0);
}

function inksAt(samples: Uint8Array, index: number): Inks {
  const [c = 0, m = 0, y = 0, k = 0] = samples.subarray(4 * index, 4 * index + 4);
  return [c, m, y, k];
}
