import { setFlagsFromString } from 'node:v8';

/** The first version of V8 whose space for young objects grows to 128 MB, in Node 24; before that it was 32 MB. */
const GREEDY = 13;

export function holdYoung() {
  if (Number.parseInt(process.versions.v8, 10) < GREEDY) return;
  // In threads that start later it is 8 MB from the beginning, as large as those that draw may have: see src/face/threads.ts.
  setFlagsFromString('--min-semi-space-size=4');
  setFlagsFromString('--semi-space-growth-factor=1');
}
