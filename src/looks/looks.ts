import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildFailure, Message } from 'esbuild';
import { type ComponentType, createElement, Fragment } from 'react';
import { runnable } from '../engine.mjs';
import type { Side } from '../model/card.ts';
import type { Looks } from '../model/layouts.ts';
import type { FaceProps, Look } from '../model/looks.ts';
import type { Shell } from '../model/pages.ts';
import { UsageError } from '../model/usage.ts';

/** A part of every face or page that a `layouts/` folder may replace: a file in its `slots/`. */
interface Slots {
  /** Drawn over both sides of every card. */
  footer?: ComponentType<FaceProps & { side: Side }> | undefined;
  /** In place of the back of every card. */
  back?: ComponentType<FaceProps> | undefined;
  /** Around every page of the catalog. */
  shell?: Shell | undefined;
}

/**
 * Loads the face layouts, slots and elements of `layouts/` folders. They are code and are trusted: they run here.
 *
 * @param shipped absolute path of the folder that holds `faces/` and `elements.tsx`
 * @param others folders whose `faces/` and `slots/` win over those before them
 * @throws UsageError that names a file which is no face layout, or where it can't be compiled
 */
export async function loadLooks(shipped: string, ...others: readonly string[]): Promise<Looks> {
  const faces = new Map<string, Look>();
  const slots: Slots = {};
  for (const dir of [shipped, ...others]) {
    const files = await layoutsIn(path.join(dir, 'faces'));
    const loaded = await Promise.all(files.map(([, file]) => load(file)));
    for (const [at, [name, file]] of files.entries()) faces.set(name, lookOf(loaded[at], file));
    for (const [name, file] of await layoutsIn(path.join(dir, 'slots'))) {
      const slot = await load(file);
      if (name === 'footer') slots.footer = componentOf(slot, file);
      else if (name === 'back') slots.back = componentOf(slot, file);
      else if (name === 'shell') slots.shell = await shellOf(slot, file);
      else throw new UsageError(`${file}: there are the slots footer, back and shell`);
    }
  }
  const { elements }: Pick<Looks, 'elements'> = await import(await runnable(path.join(shipped, 'elements.tsx')));
  const { words }: Pick<Looks, 'words'> = await import(await runnable(path.join(shipped, 'words/words.ts')));
  return {
    faces: Object.fromEntries([...faces].map(([name, look]) => [name, filled(look, slots)])),
    elements,
    words,
    ...(slots.shell && { shell: slots.shell }),
  };
}

/** Names and files of a folder's layouts, in the order of their names; none where there is no such folder. */
async function layoutsIn(dir: string): Promise<[string, string][]> {
  const names = await readdir(dir).catch(() => []);
  return names
    .filter((one) => one.endsWith('.tsx'))
    .sort()
    .map((one) => [path.basename(one, '.tsx'), path.join(dir, one)]);
}

async function load(file: string): Promise<unknown> {
  const address = await runnable(file).catch((cause: Partial<BuildFailure>) => {
    if (!cause.errors) throw cause;
    throw new UsageError(cause.errors.map(faultOf).join('\n'));
  });
  const layout: { default?: unknown } = await import(address);
  return layout.default;
}

function faultOf({ text, location }: Message): string {
  return location ? `${location.file}:${location.line}:${location.column + 1}  ${text}` : text;
}

function lookOf(layout: unknown, file: string): Look {
  const parts: Partial<Look> = typeof layout === 'object' && layout !== null ? layout : {};
  if (!parts.fields || !parts.budgets || !parts.Front || !parts.Back) {
    throw new UsageError(`${file} is no face layout: its default export has fields, budgets, Front and Back`);
  }
  return parts as Look;
}

function componentOf<Props>(layout: unknown, file: string): ComponentType<Props> {
  if (typeof layout !== 'function') throw new UsageError(`${file} is no slot: its default export is a component`);
  return layout as ComponentType<Props>;
}

/** A shell with the style rules that stand beside it in `shell.css`, if there are any. */
async function shellOf(layout: unknown, file: string): Promise<Shell> {
  const rules = await readFile(file.replace(/tsx$/u, 'css'), 'utf8').catch(() => '');
  return { file, Frame: componentOf(layout, file), rules };
}

/** A look with the slots in their places. */
function filled(look: Look, { footer, back }: Slots): Look {
  const { Front, Back } = { Front: look.Front, Back: back ?? look.Back };
  if (!footer) return { ...look, Back };
  const over = (Face: ComponentType<FaceProps>, side: Side) => (props: FaceProps) =>
    createElement(Fragment, null, createElement(Face, props), createElement(footer, { ...props, side }));
  return { ...look, Front: over(Front, 'front'), Back: over(Back, 'back') };
}
