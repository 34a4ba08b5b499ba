import { deserialize, serialize } from 'node:v8';
import type { FaceReport } from './messages.ts';
import type { PaintedFace, PaintedFaces } from './painter/face.ts';

/** A face as it was painted, with what was found on it. */
interface KeptFace {
  face: PaintedFace;
  report: FaceReport;
}

/** Faces by their keys, and the pictures that they name. */
export interface Unpacked extends Pick<PaintedFaces, 'pictures'> {
  faces: ReadonlyMap<string, KeptFace>;
}

/** Painted faces as bytes, to be kept: with what was found on each. */
export function packed(reports: readonly FaceReport[], { faces, pictures }: PaintedFaces): Uint8Array {
  const both = faces.flatMap((face, at) => {
    const report = reports[at];
    return report ? [[report.key, { face, report }] as const] : [];
  });
  // A buffer of its own, so that it can be handed over without a copy.
  return new Uint8Array(serialize({ faces: new Map(both), pictures } satisfies Unpacked));
}

/** Faces of which `packed` made these bytes. */
export function unpacked(bytes: Uint8Array): Unpacked {
  return deserialize(bytes) as Unpacked;
}
