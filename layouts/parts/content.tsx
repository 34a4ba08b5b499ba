import type { Root } from 'hast';
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { useContext } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { prints } from '../elements.print.tsx';
import { Body, blocks } from './blocks.tsx';
import { inlines } from './inlines.tsx';
import type { Setting } from './setting.ts';
import { PrintsContext, SettingContext, tag } from './setting.ts';

/** Elements by name, each as a component of its attributes. */
function tagsOf(printed: typeof prints) {
  return Object.fromEntries(Object.entries(printed).map(([name, Print]) => [name, tag(Print)]));
}

const shipped = { ...blocks, ...inlines, ...tagsOf(prints) };

/** A section's content, prepared, as print. A tag that a card may not use never comes here: load refuses it. */
export function Content({ root, setting }: { root: Root; setting: Setting }) {
  // The package's types are for DOM elements; our components draw print.
  const components = { ...shipped, ...tagsOf(useContext(PrintsContext)) } as Partial<Components>;
  return (
    <SettingContext value={setting}>
      <Body>{toJsxRuntime(root, { Fragment, jsx, jsxs, components, passNode: true })}</Body>
    </SettingContext>
  );
}
