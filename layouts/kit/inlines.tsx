import type { ComponentType, ReactNode } from 'react';
import { Text } from './primitives.ts';
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

/** A link is printed as its words: its address is on the catalog's page. */
function Anchor({ children }: Given) {
  return <Text style={{ color: useSetting().accent }}>{children}</Text>;
}

/** A line break that the author asked for. In the text around it: one of its own is set in another font. */
function Break() {
  return '\n';
}

/** What stands inside a line, by HTML name. */
export const inlines: Readonly<Record<string, ComponentType<Given>>> = {
  strong: Strong,
  em: Emphasis,
  a: Anchor,
  br: Break,
};
