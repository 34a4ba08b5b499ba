import { start } from '../engine.mjs';

// What outputs of one's own are written with, for tests of theirs: target.ts, compiled.
export const { error, FACE_BLEED, faceKey, warning } = await start('src/library/target.ts');
