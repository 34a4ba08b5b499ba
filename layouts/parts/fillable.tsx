import type { Element, Root, RootContent } from 'hast';
import type { ReactNode } from 'react';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { BoxField, LineFields, TickFields } from './blanks.tsx';
import { CardPlaces } from './card-places.tsx';
import { Content } from './content.tsx';
import { IndexOf } from './index-of.tsx';
import { usePage } from './page.tsx';
import { View } from './primitives.ts';
import { DotsField, ScaleField, VoteField } from './ratings.tsx';
import { Sentence } from './sentence.tsx';
import type { Setting } from './setting.ts';
import { TableField } from './table-field.tsx';
import { prepared } from './tree.ts';

/** The content of an area, block by block: words, and fields to fill in. Neighbouring fields of one kind share rows. */
export function Blocks({ root, w }: { root: Root; w: Mm }) {
  const { gap } = usePage();
  const groups = groupsIn(root.children);
  // Where no field takes the height that is left, lines to write on are set further apart.
  const growing = groups.some(([first]) => GROWS.has(nameOf(first))) ? GROWS : LINES;
  return groups.map((nodes, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
    <Grown key={at} grows={growing.has(nameOf(nodes[0]))} above={gap * 0.6}>
      <Group nodes={nodes} w={w} />
    </Grown>
  ));
}

/** A block that takes its share of the height that is left, if one can write in it. */
function Grown({ grows, above, children }: { grows: boolean; above: Mm; children: ReactNode }) {
  return <View style={{ marginTop: pt(above), flexShrink: 0, flexGrow: grows ? 1 : 0 }}>{children}</View>;
}

const GROWS: ReadonlySet<string> = new Set(['Box', 'Table']);
const LINES: ReadonlySet<string> = new Set(['Line']);

function Group({ nodes, w }: { nodes: readonly RootContent[]; w: Mm }) {
  const [first] = nodes;
  const fields = nodes.filter((node): node is Element => node.type === 'element');
  if (first?.type !== 'element') return null;
  switch (first.tagName) {
    case 'Line':
      return <LineFields fields={fields} w={w} />;
    case 'Tick':
      return <TickFields fields={fields} w={w} />;
    case 'Box':
      return <BoxField field={first} w={w} />;
    case 'Scale':
      return <ScaleField field={first} w={w} />;
    case 'Vote':
      return <VoteField field={first} w={w} />;
    case 'Dots':
      return <DotsField field={first} w={w} />;
    case 'CardPlace':
      return <CardPlaces fields={fields} w={w} />;
    case 'Table':
      return <TableField field={first} w={w} />;
    case 'Index':
      return <IndexOf of={String(first.properties.of)} w={w} />;
    case 'sentence':
      return <Sentence node={first} w={w} />;
    default:
      return <Text nodes={nodes} w={w} />;
  }
}

function Text({ nodes, w }: { nodes: readonly RootContent[]; w: Mm }) {
  const { deck, type, colours } = usePage();
  const setting: Setting = {
    ...{ deck, w, size: type.text, tallest: w, colour: colours.ink, accent: colours.accent },
    ...{ hairline: colours.hairline, leading: 1.28 },
  };
  return <Content root={prepared({ type: 'root', children: [...nodes] }, deck)} setting={setting} />;
}

/** Kinds of fields of which several share a row. */
const SHARE: ReadonlySet<string> = new Set(['Line', 'Tick', 'CardPlace']);
const FIELDS: ReadonlySet<string> = new Set([...SHARE, 'Box', 'Scale', 'Vote', 'Dots', 'Table', 'Index']);

function groupsIn(nodes: readonly RootContent[]): RootContent[][] {
  const groups: RootContent[][] = [];
  for (const node of nodes.map(asSentence)) {
    const last = groups.at(-1);
    const [before, name] = [nameOf(last?.[0]), nameOf(node)];
    const isText = !FIELDS.has(name) && name !== 'sentence';
    const goesOn = isText ? !FIELDS.has(before) && before !== 'sentence' : SHARE.has(name) && before === name;
    if (last && goesOn) last.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** A paragraph with gaps is a sentence to fill in. */
function asSentence(node: RootContent): RootContent {
  const hasGap =
    node.type === 'element' && node.tagName === 'p' && node.children.some((one) => nameOf(one) === 'Blank');
  return hasGap ? { ...node, tagName: 'sentence' } : node;
}

function nameOf(node: RootContent | undefined): string {
  return node?.type === 'element' ? node.tagName : '';
}
