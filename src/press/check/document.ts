import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { readIcc } from '../icc.ts';
import type { Conformance } from '../pdfx-identity.ts';
import { type CheckedRule, nameIn, numberIn, type PdfFacts, statesIn, unpacked } from './facts.ts';

/** The rules about the file as a whole: version, structure, identity, output intent. */
export function documentRules(facts: PdfFacts, conformance: Conformance): CheckedRule[] {
  return [
    versionRule(facts, conformance),
    structureRule(facts, conformance),
    idRule(facts),
    plainRule(facts),
    streamsRule(facts),
    informationRule(facts, conformance),
    metadataRule(facts, conformance),
    intentRule(facts),
    profileRule(facts, conformance),
  ];
}

function versionRule({ bytes, document }: PdfFacts, conformance: Conformance): CheckedRule {
  const header = latin1(bytes.subarray(0, 8));
  const wanted = conformance === 'PDF/X-4' ? '%PDF-1.6' : '%PDF-1.4';
  const raised = document.catalog.has(PDFName.of('Version'));
  return { rule: 'PDF version', ok: header === wanted && !raised, detail: `${header}, wanted ${wanted}` };
}

function structureRule({ bytes }: PdfFacts, conformance: Conformance): CheckedRule {
  const packed = /\/Type ?\/(ObjStm|XRef)\b/.test(latin1(bytes));
  const ok = conformance === 'PDF/X-4' || !packed;
  return { rule: 'object streams', ok, detail: packed ? 'has object streams' : 'none' };
}

function idRule({ document }: PdfFacts): CheckedRule {
  const id = document.context.lookup(document.context.trailerInfo.ID);
  const ok = id instanceof PDFArray && id.size() === 2;
  return { rule: 'file identifier', ok, detail: ok ? 'ID in the trailer' : 'no ID in the trailer' };
}

/** No encryption, actions, forms, annotations, embedded files, PostScript, halftones or transfer curves. */
function plainRule({ document, dicts, names }: PdfFacts): CheckedRule {
  const found: string[] = [];
  if (document.context.trailerInfo.Encrypt) found.push('encryption');
  const keys = ['AcroForm', 'OpenAction', 'AA', 'JavaScript', 'Annots', 'EmbeddedFiles', 'OPI'];
  found.push(...keys.filter((key) => dicts.some((dict) => dict.has(PDFName.of(key)))));
  const states = statesIn(dicts);
  found.push(...['TR', 'TR2', 'HT'].filter((key) => states.some((state) => state.has(PDFName.of(key)))));
  if (names.has('PS')) found.push('PostScript');
  const none = 'no encryption, actions, forms, annotations, PostScript, halftones, transfer curves';
  return { rule: 'nothing but print', ok: found.length === 0, detail: found.join(', ') || none };
}

function streamsRule({ streams, names, damaged }: PdfFacts): CheckedRule {
  const outside = streams.filter(({ dict }) => dict.has(PDFName.of('F'))).length;
  const lzw = names.has('LZWDecode');
  const ok = damaged === 0 && outside === 0 && !lzw;
  const detail = `${streams.length} streams, ${damaged} damaged, ${outside} outside the file, ${lzw ? 'LZW used' : 'no LZW'}`;
  return { rule: 'streams', ok, detail };
}

function informationRule(facts: PdfFacts, conformance: Conformance): CheckedRule {
  const wanted = ['Title', 'CreationDate', 'ModDate', 'GTS_PDFXVersion'];
  const missing = wanted.filter((key) => informed(facts, key) === '');
  const version = informed(facts, 'GTS_PDFXVersion');
  const trapped = nameIn(informationOf(facts), 'Trapped');
  const ok = missing.length === 0 && version === conformance && ['True', 'False'].includes(trapped);
  const detail =
    missing.length > 0 ? `missing: ${missing.join(', ')}` : `${version}, Trapped ${trapped}, title and dates`;
  return { rule: 'document information', ok, detail };
}

function metadataRule(facts: PdfFacts, conformance: Conformance): CheckedRule {
  const stream = facts.document.catalog.lookup(PDFName.of('Metadata'));
  if (!(stream instanceof PDFRawStream) || stream.dict.has(PDFName.of('Filter'))) {
    return { rule: 'XMP metadata', ok: false, detail: 'none that can be read without unpacking' };
  }
  const xmp = new TextDecoder().decode(stream.contents);
  const key = conformance === 'PDF/X-4' ? 'pdfxid:GTS_PDFXVersion' : 'pdfx:GTS_PDFXVersion';
  const title = informed(facts, 'Title').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const date = informed(facts, 'CreationDate').replace(/^D:(....)(..)(..)(..)(..)(..).*$/, '$1-$2-$3T$4:$5:$6Z');
  const wanted = [`${key}="${conformance}"`, `>${title}<`, `xmp:CreateDate="${date}"`, `xmp:ModifyDate="${date}"`];
  const missing = wanted.filter((text) => !xmp.includes(text));
  const detail =
    missing.length > 0
      ? `differs from the information: ${missing.join(', ')}`
      : `${key}, title and dates as in the information`;
  return { rule: 'XMP metadata', ok: missing.length === 0, detail };
}

function intentRule(facts: PdfFacts): CheckedRule {
  const intents = intentsOf(facts);
  const press = intents.filter((intent) => nameIn(intent, 'S') === 'GTS_PDFX');
  const [identifier, info] = ['OutputConditionIdentifier', 'Info'].map((key) =>
    textOf(press[0]?.lookup(PDFName.of(key))),
  );
  const ok = press.length === 1 && Boolean(identifier) && Boolean(info);
  return {
    rule: 'output intent',
    ok,
    detail: `${press.length} GTS_PDFX: ${identifier || 'no identifier'}, ${info || 'no info'}`,
  };
}

function profileRule(facts: PdfFacts, conformance: Conformance): CheckedRule {
  const rule = 'output profile';
  const stream = intentsOf(facts)[0]?.lookup(PDFName.of('DestOutputProfile'));
  if (!(stream instanceof PDFRawStream)) return { rule, ok: false, detail: 'not embedded' };
  const icc = readIcc(unpacked(stream) ?? new Uint8Array());
  if (!icc) return { rule, ok: false, detail: 'not an ICC profile' };
  const fits = conformance === 'PDF/X-4' || Number.parseInt(icc.version, 10) <= 2;
  const ok = icc.space === 'CMYK' && icc.deviceClass === 'prtr' && numberIn(stream.dict, 'N') === 4 && fits;
  return { rule, ok, detail: `embedded: ${icc.deviceClass}, ${icc.space}, ICC ${icc.version}` };
}

function intentsOf({ document }: PdfFacts): PDFDict[] {
  const intents = document.catalog.lookup(PDFName.of('OutputIntents'));
  if (!(intents instanceof PDFArray)) return [];
  return intents.asArray().flatMap((_, i) => {
    const intent = intents.lookup(i);
    return intent instanceof PDFDict ? [intent] : [];
  });
}

function informationOf({ document }: PdfFacts): PDFDict | undefined {
  const info = document.context.lookup(document.context.trailerInfo.Info);
  return info instanceof PDFDict ? info : undefined;
}

function informed(facts: PdfFacts, key: string): string {
  return textOf(informationOf(facts)?.lookup(PDFName.of(key)));
}

function textOf(value: unknown): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
