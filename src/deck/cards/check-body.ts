import type { Nodes, Root } from 'mdast';
import { error } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import { checkTag, type Vocabulary } from './check-tag.ts';
import { withoutComments } from './comments.ts';
import { faultsOf, refusal } from './faults.ts';
import { isLeftOut } from './left-out.ts';
import { type Part, placeOf } from './parts.ts';
import { slipsIn } from './slips.ts';

/** Refuses everything that a card may not hold. Returns the parts without their comments; undefined after reporting what is wrong. */
export function checkBody(parts: readonly Part[], vocabulary: Vocabulary, report: Report): Part[] | undefined {
  const checked = parts.flatMap((part) => {
    const tree = checkPart(part, vocabulary, report);
    return tree ? [{ ...part, tree }] : [];
  });
  return checked.length === parts.length ? checked : undefined;
}

function checkPart(part: Part, vocabulary: Vocabulary, report: Report): Root | undefined {
  if (part.mistake) {
    report(part.mistake);
    return undefined;
  }
  const tree = withoutComments(part.tree);
  let isGood = true;
  const say: Report = (problem) => {
    if (problem.fatal) isGood = false;
    report(problem);
  };
  check(tree, undefined, { file: part.file, vocabulary, report: say });
  for (const slip of slipsIn(part)) report(slip);
  return isGood ? tree : undefined;
}

interface Context {
  /** As shown. */
  file: string;
  vocabulary: Vocabulary;
  report: Report;
}

function check(node: Nodes, parent: Nodes | undefined, context: Context): void {
  const { file, vocabulary, report } = context;
  if (isLeftOut(node, vocabulary)) checkNode(node, parent, { file, vocabulary, report: exceptHidden(report) });
  else checkNode(node, parent, context);
}

/** Without the warning that a text names a hidden card: a row or an item that is left out anyway is read by nobody. */
function exceptHidden(report: Report): Report {
  return (problem) => {
    if (problem.ruleId !== 'hidden') report(problem);
  };
}

function checkNode(node: Nodes, parent: Nodes | undefined, context: Context): void {
  const { file, vocabulary, report } = context;
  const place = node.position && placeOf(node);
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    checkTag(node, { file, place }, vocabulary, report);
    return;
  }
  const refused = refusal(node);
  for (const fault of refused ? [refused] : faultsOf(node, parent)) report(error({ file, place, ...fault }));
  if (!refused && 'children' in node) for (const child of node.children) check(child, node, context);
}
