/** A file to be written: path inside `dist/`, with forward slashes. */
export interface Output {
  path: string;
  bytes: Uint8Array;
  /** Of a PDF to print: how many sheets of paper it takes; of one face a page, how many pages it has. */
  sheets?: number | undefined;
}
