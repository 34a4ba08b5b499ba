// `prepdeck/target`: types and helpers for an organization's own outputs. Its names stay provisional until 1.0.
export type { Card } from '../model/card.ts';
export type { Deck } from '../model/deck.ts';
export { type DrawnFaces, FACE_BLEED, type Face, type Format, faceKey } from '../model/faces.ts';
export type { Output } from '../model/output.ts';
export type { OwnTarget as Target, TargetJob } from '../model/own-target.ts';
export { error, type Problem, type ProblemDetails, warning } from '../model/problem.ts';
