/** A file to be written: path inside `dist/`, with forward slashes. */
export interface Output {
  path: string;
  bytes: Uint8Array;
}
