import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/** A colour space by how a press has to treat it. */
export type Space = { kind: 'rgb' | 'gray' | 'cmyk' | 'spot' | 'pattern' } | { kind: 'unsupported'; what: string };

/** The settings of an ExtGState that matter to a press. */
export interface GraphicsState {
  lineWidth?: number;
  /** In words; empty where everything is opaque. */
  transparency: string;
  /** A mask that is drawn by a form of its own. */
  softMask: boolean;
}

/** A font as far as a press asks. */
export interface FontInfo {
  name: string;
  /** `Type0`, `TrueType`, `Type1`, `Type3`; empty where the file has no such font. */
  type: string;
  embedded: boolean;
}

/** The resources that a content stream uses by name. */
export interface Resources {
  space(name: string): Space;
  state(name: string): GraphicsState;
  /** A form or an image with its number; undefined where the file has none of that name. */
  object(name: string): { ref: PDFRef; stream: PDFStream } | undefined;
  pattern(name: string): { ref: PDFRef; dict: PDFDict; stream?: PDFStream } | undefined;
  font(name: string): FontInfo;
}

/** Reads a resource dictionary; each entry once. */
export function resourcesOf(dict: PDFDict | undefined): Resources {
  const group = (key: string) => dict?.lookupMaybe(PDFName.of(key), PDFDict);
  const [spaces, states, objects] = [group('ColorSpace'), group('ExtGState'), group('XObject')];
  const [patterns, fonts] = [group('Pattern'), group('Font')];
  const known = new Map<string, GraphicsState>();
  const knownSpaces = new Map<string, Space>();
  const knownFonts = new Map<string, FontInfo>();
  return {
    space(name) {
      const space = knownSpaces.get(name) ?? spaceOf(spaces?.lookup(PDFName.of(name)) ?? PDFName.of(name));
      knownSpaces.set(name, space);
      return space;
    },
    state(name) {
      const state = known.get(name) ?? stateOf(states?.lookupMaybe(PDFName.of(name), PDFDict));
      known.set(name, state);
      return state;
    },
    object(name) {
      const ref = objects?.get(PDFName.of(name));
      if (!(ref instanceof PDFRef)) return undefined;
      const stream = objects?.lookup(PDFName.of(name));
      return stream instanceof PDFStream ? { ref, stream } : undefined;
    },
    pattern(name) {
      const ref = patterns?.get(PDFName.of(name));
      const object = patterns?.lookup(PDFName.of(name));
      if (!(ref instanceof PDFRef)) return undefined;
      if (object instanceof PDFStream) return { ref, dict: object.dict, stream: object };
      return object instanceof PDFDict ? { ref, dict: object } : undefined;
    },
    font(name) {
      const font = knownFonts.get(name) ?? fontInfoOf(fonts?.lookupMaybe(PDFName.of(name), PDFDict));
      knownFonts.set(name, font);
      return font;
    },
  };
}

/** The kind of a colour space object, which is a name, or an array that begins with one. */
export function spaceOf(object: unknown): Space {
  if (object instanceof PDFName) return spaceNamed(object.decodeText());
  if (!(object instanceof PDFArray)) return { kind: 'unsupported', what: 'a broken color space' };
  const family = object.lookup(0, PDFName).decodeText();
  if (family === 'ICCBased') return spaceOfProfile(object.lookup(1, PDFStream));
  if (family === 'Separation' || family === 'DeviceN') {
    const alternate = spaceOf(object.lookup(2));
    if (alternate.kind === 'cmyk' || alternate.kind === 'gray') return { kind: 'spot' };
    return { kind: 'unsupported', what: 'a spot color that is not described in CMYK' };
  }
  return spaceNamed(family);
}

function spaceNamed(name: string): Space {
  if (name === 'DeviceRGB' || name === 'CalRGB') return { kind: 'rgb' };
  if (name === 'DeviceGray' || name === 'CalGray') return { kind: 'gray' };
  if (name === 'DeviceCMYK') return { kind: 'cmyk' };
  if (name === 'Pattern') return { kind: 'pattern' };
  return { kind: 'unsupported', what: `the color space ${name}` };
}

function spaceOfProfile(profile: PDFStream): Space {
  const components = profile.dict.lookup(PDFName.of('N'), PDFNumber).asNumber();
  if (components === 3) return { kind: 'rgb' };
  return components === 1 ? { kind: 'gray' } : { kind: 'cmyk' };
}

/** An ExtGState dictionary. */
export function stateOf(dict: PDFDict | undefined): GraphicsState {
  const value = (key: string) => dict?.lookup(PDFName.of(key));
  const width = value('LW');
  const found: string[] = [];
  for (const key of ['ca', 'CA']) {
    const opacity = value(key);
    if (opacity instanceof PDFNumber && opacity.asNumber() < 1) found.push(`opacity ${opacity.asNumber()}`);
  }
  const [mask, blend] = [value('SMask'), value('BM')];
  const softMask = mask !== undefined && mask !== PDFName.of('None');
  if (softMask) found.push('a soft mask');
  if (blend && blend !== PDFName.of('Normal') && blend !== PDFName.of('Compatible')) found.push('a blend mode');
  const transparency = found.join(', ');
  const state = { transparency, softMask };
  return width instanceof PDFNumber ? { ...state, lineWidth: width.asNumber() } : state;
}

/** A font dictionary; a composite font keeps its file with its descendant. */
export function fontInfoOf(dict: PDFDict | undefined): FontInfo {
  const text = (key: string) => dict?.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? '';
  const descendant = dict?.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
  const descriptor = (descendant ?? dict)?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
  return { name: text('BaseFont'), type: text('Subtype'), embedded };
}

/** The stream as the file has it. A stream of another kind would be one of our own that is not written yet. */
export function rawOf(stream: PDFStream): PDFRawStream {
  if (stream instanceof PDFRawStream) return stream;
  throw new Error('a stream of this PDF was not read from a file');
}
