import { type PressMemory, pressMemory } from '../memory.ts';
import { colourRules, paintedIn } from './colour.ts';
import { documentRules } from './document.ts';
import { type CheckedRule, type Promised, readFacts } from './facts.ts';
import { pageRules } from './page-boxes.ts';

/**
 * Reads a finished press PDF afresh and states, rule by rule, what it found.
 *
 * It is no validator: it checks structure, boxes, fonts, colours and identification, not every clause of ISO 15930.
 *
 * @param painted what is remembered of drawings with the same bytes; what is found now is added to it
 */
export async function checkPress(
  bytes: Uint8Array,
  { conformance, inkLimit }: Promised,
  painted: PressMemory['painted'] = pressMemory().painted,
): Promise<CheckedRule[]> {
  const facts = await readFacts(bytes);
  const inks = paintedIn(facts, painted);
  return [
    ...documentRules(facts, conformance),
    ...pageRules(facts),
    ...colourRules(facts, inks, { conformance, inkLimit }),
  ];
}
