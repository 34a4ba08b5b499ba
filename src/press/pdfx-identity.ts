import { deflateSync } from 'node:zlib';
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { escaped } from '../model/escaped.ts';
import { flateOf } from './unpack.ts';

/** The two kinds of press PDF: X-1a (2003) knows neither transparency nor RGB, X-4 (2010) is today's. */
export type Conformance = 'PDF/X-4' | 'PDF/X-1a:2003';

/** The identification of a press PDF, which is written into it. */
export interface Identity {
  conformance: Conformance;
  title: string;
  /** ISO 8601 date, or date and time; every date in the file. */
  date: string;
  /** 32 hexadecimal digits: the file's number in its trailer and its XMP. */
  id: string;
  intent: OutputIntent;
}

/** The printing condition that the inks are meant for. */
interface OutputIntent {
  /** As the registry knows it, e.g. `FOGRA39`; `Custom` where no registry does. */
  identifier: string;
  /** Where the identifier is registered, e.g. `http://www.color.org`; empty for none. */
  registry: string;
  /** In words. */
  condition: string;
  /** The ICC profile. */
  profile: Uint8Array;
}

const PRODUCER = 'prepdeck';

/** Writes what PDF/X asks for into the trailer, the catalog, the information dictionary and the XMP metadata. */
export function identifyAsPdfX(document: PDFDocument, identity: Identity): void {
  const { context, catalog } = document;
  const number = PDFHexString.of(identity.id);
  context.trailerInfo.ID = context.obj([number, number]);
  context.trailerInfo.Info = context.register(informationOf(document, identity));
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intentOf(document, identity.intent))]));
  const xmp = new TextEncoder().encode(xmpOf(identity));
  // Not packed, so that a tool which does not read PDF finds it.
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })));
}

function informationOf({ context }: PDFDocument, { conformance, title, date }: Identity): PDFDict {
  const info = PDFDict.withContext(context);
  const at = PDFString.fromDate(new Date(date));
  info.set(PDFName.of('Title'), PDFHexString.fromText(title));
  info.set(PDFName.of('Creator'), PDFString.of(PRODUCER));
  info.set(PDFName.of('Producer'), PDFString.of(PRODUCER));
  info.set(PDFName.of('CreationDate'), at);
  info.set(PDFName.of('ModDate'), at);
  info.set(PDFName.of('Trapped'), PDFName.of('False'));
  info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of(conformance));
  if (conformance === 'PDF/X-1a:2003') info.set(PDFName.of('GTS_PDFXConformance'), PDFString.of(conformance));
  return info;
}

function intentOf({ context }: PDFDocument, { identifier, registry, condition, profile }: OutputIntent): PDFDict {
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFX' });
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFHexString.fromText(identifier));
  intent.set(PDFName.of('OutputCondition'), PDFHexString.fromText(condition));
  if (registry) intent.set(PDFName.of('RegistryName'), PDFHexString.fromText(registry));
  intent.set(PDFName.of('Info'), PDFHexString.fromText(condition));
  const stream = flateOf(context, deflateSync(profile), { N: 4, Alternate: 'DeviceCMYK' });
  intent.set(PDFName.of('DestOutputProfile'), context.register(stream));
  return intent;
}

/** XMP that says the same as the information dictionary. */
function xmpOf({ conformance, title, date, id }: Identity): string {
  const at = new Date(date).toISOString().replace('.000', '');
  const uuid = `uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
  const version =
    conformance === 'PDF/X-4'
      ? ['xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"', `pdfxid:GTS_PDFXVersion="${conformance}"`]
      : [
          'xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"',
          `pdfx:GTS_PDFXVersion="${conformance}"`,
          `pdfx:GTS_PDFXConformance="${conformance}"`,
        ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ...version.map((line) => ` ${line}`),
    ` xmp:CreateDate="${at}" xmp:ModifyDate="${at}" xmp:MetadataDate="${at}" xmp:CreatorTool="${PRODUCER}"`,
    ` xmpMM:DocumentID="${uuid}" xmpMM:InstanceID="${uuid}" xmpMM:VersionID="1" xmpMM:RenditionClass="default"`,
    ` pdf:Producer="${PRODUCER}" pdf:Trapped="False">`,
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>`,
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}
