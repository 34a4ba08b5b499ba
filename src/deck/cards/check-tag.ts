import { z } from 'zod';
import { lookUp } from '../../model/look-up.ts';
import type { TagRule } from '../../model/looks.ts';
import { error, type Problem, warning } from '../../model/problem.ts';
import { didYouMean, noCard } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { checked } from '../../read/values.ts';
import { literalAttributes, locatedAt, type Tag, type TagPlace } from './attributes.ts';
import type { TextContext } from './left-out.ts';
import { checkTally, isTally, TALLIES } from './tallies.ts';

/** The elements and cards that a body may use. */
export interface Vocabulary extends TextContext {
  /** Ids of all cards, those with mistakes too. */
  ids: ReadonlySet<string>;
  /** Retired ids → what took their place, or an empty string. */
  retired: Readonly<Record<string, string>>;
}

/** Checks a tag: a known name, literal attributes that its schema takes, cards that exist, nothing inside. */
export function checkTag(tag: Tag, at: TagPlace, vocabulary: Vocabulary, report: Report): void {
  const name = tag.name ?? '';
  const element = lookUp(vocabulary.elements, name);
  const attributes = literalAttributes(tag) ?? {};
  const fault = (!element && !isTally(name) && unknownTag(name, vocabulary)) || faultIn(tag);
  if (fault) report(error({ ...at, ...fault, got: `<${name}>` }));
  else if (element) checkElement({ name, element, attributes }, at, vocabulary, report);
  else checkTally({ name, attributes, inventory: vocabulary.inventory }, at, report);
}

/** What is wrong with a tag. */
interface TagFault {
  rule: string;
  message: string;
  note?: string;
  allowed?: string[];
}

function unknownTag(name: string, { elements }: Vocabulary): TagFault {
  const allowed = [...Object.keys(elements), ...Object.keys(TALLIES)];
  const message = `<${name}> is not an element that a card may use.${didYouMean(name, allowed)}`;
  return { rule: 'card/unknown-element', message, note: 'Write \\< for a "less than" sign.', allowed };
}

/** What is wrong with how a tag is written, whatever its name. */
function faultIn(tag: Tag): TagFault | undefined {
  const name = tag.name ?? '';
  if (!literalAttributes(tag)) {
    const message = `The attributes of <${name}> are plain text in quotes, like id="a-card".`;
    return { rule: 'card/attribute', message, note: 'No {…}: no code runs in a card.' };
  }
  const names = tag.attributes.flatMap((one) => ('name' in one ? [one.name] : []));
  const twice = names.find((one, at) => names.indexOf(one) < at);
  if (twice !== undefined) {
    const message = `<${name}> says "${twice}" twice.`;
    return { rule: 'card/attribute', message, note: 'Only one can be meant: take the other out.' };
  }
  if (tag.children.length === 0) return undefined;
  return { rule: 'card/element-content', message: `<${name}> holds nothing: close it at once, like <${name} … />.` };
}

/** A tag, and the rule for it in layouts/. */
interface Known {
  name: string;
  element: TagRule;
  attributes: Readonly<Record<string, string>>;
}

function checkElement(
  { name, element, attributes }: Known,
  at: TagPlace,
  vocabulary: Vocabulary,
  report: Report,
): void {
  const { ids, hidden, retired } = vocabulary;
  const fail = (rule: string, message: string, note?: string) =>
    report(error({ ...at, rule: `card/${rule}`, message, note, got: `<${name}>` }));
  if (!checked(z.strictObject(element.attributes), locatedAt(at, attributes), 'attribute', report)) return;
  const wrong = element.wrong?.(attributes);
  if (wrong !== undefined) fail('attribute', wrong);
  for (const key of element.cardIds) {
    const id = lookUp(attributes, key);
    if (id === undefined || ids.has(id)) continue;
    if (hidden.has(id)) report(hiddenCard(id, at));
    else fail('no-card', noCard(id, ids, { retired }), 'A card is called by the name of its file.');
  }
}

function hiddenCard(id: string, at: TagPlace): Problem {
  const message = `This text names the card "${id}", which this deck hides.`;
  const note =
    'Its title is printed instead of its code. Override this section, or take the card out of "hide" in deck.yaml.';
  return warning({ ...at, rule: 'card/hidden', message, note, got: id });
}
