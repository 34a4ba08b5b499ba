import { start } from '../engine.mjs';

// target.ts, compiled: the helpers of an organization's own outputs, for programs that test them.
export const { error, FACE_BLEED, faceKey, warning } = await start('src/library/target.ts');
