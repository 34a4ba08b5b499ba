import type { ComponentType, ReactNode } from 'react';
import { chapterOf } from '../../src/model/guide.ts';
import { Link, Text } from './primitives.ts';
import { useSetting } from './setting.ts';

interface Given {
  children?: ReactNode;
}

function Strong({ children }: Given) {
  return <Text style={{ fontWeight: 700 }}>{children}</Text>;
}

function Emphasis({ children }: Given) {
  return <Text style={{ fontStyle: 'italic' }}>{children}</Text>;
}

/** A link is printed as its words: on a card its address is on the catalog's page; in a guide it can be followed. */
function Anchor({ children, href }: Given & { href?: string }) {
  const { accent, links } = useSetting();
  if (!links || href === undefined) return <Text style={{ color: accent }}>{children}</Text>;
  const chapter = chapterOf(href);
  return (
    <Link src={chapter === undefined ? href : anchorOf(chapter)} style={{ color: accent, textDecoration: 'none' }}>
      {children}
    </Link>
  );
}

/** The name of the place in a PDF where a chapter begins. */
export function anchorOf(chapter: string): string {
  return `#chapter-${chapter}`;
}

/** A line break that the author asked for: a plain character, since a Text of its own would be set in another font. */
function Break() {
  return '\n';
}

/** Components for parts of a line, by HTML name. */
export const inlines: Readonly<Record<string, ComponentType<Given>>> = {
  strong: Strong,
  em: Emphasis,
  a: Anchor,
  br: Break,
};
