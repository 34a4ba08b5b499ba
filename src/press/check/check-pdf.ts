import type { Conformance } from '../pdfx-identity.ts';
import { colourRules } from './colour.ts';
import { documentRules } from './document.ts';
import { type CheckedRule, readFacts } from './facts.ts';
import { pageRules } from './page-boxes.ts';

/**
 * Reads a finished press PDF afresh and states, rule by rule, what it found.
 *
 * It is no validator: it checks structure, boxes, fonts, colours and identification, not every clause of ISO 15930.
 *
 * @param inkLimit in percent
 */
export async function checkPress(
  bytes: Uint8Array,
  conformance: Conformance,
  inkLimit: number,
): Promise<CheckedRule[]> {
  const facts = await readFacts(bytes);
  return [...documentRules(facts, conformance), ...pageRules(facts), ...colourRules(facts, conformance, inkLimit)];
}
