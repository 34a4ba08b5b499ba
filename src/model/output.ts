/** A file to be written: path inside `dist/`, with forward slashes. */
export interface Output {
  path: string;
  bytes: Uint8Array;
  /** For a PDF to print: how many sheets of paper it takes; where each page is one face, how many pages it has. */
  sheets?: number | undefined;
}
