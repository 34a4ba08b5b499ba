import path from 'node:path';
import type {
  ElementContent,
  Element as HastElement,
  Root as HastRoot,
  RootContent as HastRootContent,
  Nodes,
} from 'hast';
import type { Image, Paragraph, RootContent } from 'mdast';
import { defaultHandlers, type Handlers, type State, toHast } from 'mdast-util-to-hast';
import { lookUp } from '../../model/look-up.ts';
import type { ElementContext, TagRule } from '../../model/looks.ts';
import { literalAttributes, type Tag } from './attributes.ts';

const BLOCKS = new Set('p ul ol li h3 img table thead tbody tr th td'.split(' '));

/**
 * Checked Markdown as a plain HTML tree: no places, no white space between blocks, lines joined
 * (a printed face would break at each of them). An element of layouts/ is an element of its name.
 */
export function toContent(nodes: readonly RootContent[]): HastRoot {
  const tree = toHast({ type: 'root', children: [...nodes] }, { handlers: HANDLERS });
  return { type: 'root', children: tree.type === 'root' ? tidied(tree.children) : [] };
}

/** The rendered words of a tree, white space folded. */
export function printedText(node: Nodes, elements: Readonly<Record<string, TagRule>>, context: ElementContext): string {
  const words = (one: Nodes): string => {
    if (one.type === 'text') return one.value;
    if (one.type !== 'element' && one.type !== 'root') return '';
    if (one.type === 'element') {
      const element = lookUp(elements, one.tagName);
      if (element) return element.text(attributesOf(one), context);
      if (one.tagName === 'br') return ' ';
    }
    const inner = one.children.map((child) => words(child)).join('');
    return one.type === 'element' && BLOCKS.has(one.tagName) ? ` ${inner} ` : inner;
  };
  return folded(words(node)).trim();
}

/** The name of a picture as a key: `./people//faces.png` → `people/faces.png`; an address on the network as it is. */
export function pictureName(url: string): string {
  return isRemote(url) ? url : path.posix.normalize(url);
}

/** Whether a picture lies on the network (or in the text itself: `data:`). */
export function isRemote(url: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}

/** The picture that a paragraph or a cell consists of: a block of its own. Undefined for words. */
export function aloneIn({ children }: Pick<Paragraph, 'children'>): Image | undefined {
  const [first, ...others] = children.filter((one) => one.type !== 'text' || one.value.trim() !== '');
  return first?.type === 'image' && others.length === 0 ? first : undefined;
}

const HANDLERS: Handlers = {
  paragraph: (state: State, node: Paragraph) => {
    const picture = aloneIn(node);
    return picture ? state.one(picture, node) : defaultHandlers.paragraph(state, node);
  },
  mdxJsxTextElement: (_, node: Tag) => jsx(node),
  // Alone on its line a tag is a block to MDX; to us it is words, so it gets its paragraph.
  mdxJsxFlowElement: (_, node: Tag) => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [jsx(node)],
  }),
  image: (_, { url, alt }: { url: string; alt?: string | null }) => ({
    type: 'element',
    tagName: 'img',
    properties: { src: pictureName(url), alt: alt ?? '' },
    children: [],
  }),
};

function jsx(node: Tag): HastElement {
  return { type: 'element', tagName: node.name ?? '', properties: literalAttributes(node) ?? {}, children: [] };
}

function attributesOf(element: HastElement): Record<string, string> {
  return Object.fromEntries(Object.entries(element.properties).map(([key, value]) => [key, String(value)]));
}

function tidied(children: readonly HastRootContent[]): ElementContent[] {
  const isEdge = (one: HastRootContent | undefined) => !one || (one.type === 'element' && BLOCKS.has(one.tagName));
  return children.flatMap((child, i): ElementContent[] => {
    if (child.type === 'text') {
      const value = folded(child.value);
      const isGap = value.trim() === '' && (isEdge(children[i - 1]) || isEdge(children[i + 1]));
      return isGap ? [] : [{ type: 'text', value }];
    }
    if (child.type !== 'element') return [];
    const { tagName, properties } = child;
    return [{ type: 'element', tagName, properties: { ...properties }, children: tidied(child.children) }];
  });
}

/** White space folded; a no-break space is kept. */
function folded(text: string): string {
  return text.replace(/[ \t\n]+/g, ' ');
}
