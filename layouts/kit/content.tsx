import type { Root } from 'hast';
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { prints } from '../elements.print.tsx';
import { Body, blocks } from './blocks.tsx';
import { inlines } from './inlines.tsx';
import type { Setting } from './setting.ts';
import { SettingContext, tag } from './setting.ts';

/** The elements of layouts/elements.tsx by name, each as a component of its attributes. */
const tags = Object.fromEntries(Object.entries(prints).map(([name, Print]) => [name, tag(Print)]));
/** Typed for the DOM by the package; ours draw print. */
const components = { ...blocks, ...inlines, ...tags } as Partial<Components>;

/** A section's content, prepared, as print. A tag that a card may not use never comes here: load refuses it. */
export function Content({ root, setting }: { root: Root; setting: Setting }) {
  return (
    <SettingContext value={setting}>
      <Body>{toJsxRuntime(root, { Fragment, jsx, jsxs, components, passNode: true })}</Body>
    </SettingContext>
  );
}
