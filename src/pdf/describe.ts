import { PDFDocument, PDFHexString } from '@cantoo/pdf-lib';
import { fingerprint } from './fingerprint.ts';

/** What all our PDFs say that they were made by. */
const MAKER = 'prepdeck';

/** What a PDF says about itself. */
export interface Description {
  title: string;
  /** ISO date: created and modified. */
  date: string;
  /** BCP 47. */
  lang: string;
  /** Gives 32 hexadecimal digits for what the file is made of; left out: `fingerprint`. */
  identify?: ((parts: readonly Uint8Array[]) => string) | undefined;
}

/**
 * Writes title, dates, language and identity.
 *
 * @param content what the file is made from: its identity is made of this, so that equal input gives equal bytes
 */
export function describe(
  document: PDFDocument,
  { title, date, lang, identify = fingerprint }: Description,
  content: readonly Uint8Array[],
): void {
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setCreator(MAKER);
  document.setProducer(MAKER);
  document.setLanguage(lang);
  document.setCreationDate(new Date(date));
  document.setModificationDate(new Date(date));
  const about = new TextEncoder().encode(JSON.stringify([title, date, lang]));
  const id = PDFHexString.of(identify([about, ...content]));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
}

/** Whether bytes are a PDF that says that it was made here. */
export async function isDescribed(bytes: Uint8Array): Promise<boolean> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => undefined);
  return document?.getProducer() === MAKER;
}
