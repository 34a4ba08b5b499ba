import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Element, Look, Looks } from '../model.ts';

/**
 * Loads the face layouts and elements of a `layouts/` folder. They are code and are trusted: they run here.
 *
 * @param dir absolute path of the folder that holds `faces/` and `elements.tsx`
 */
export async function loadLooks(dir: string): Promise<Looks> {
  const faces: Record<string, Look> = {};
  for (const file of (await readdir(path.join(dir, 'faces'))).sort()) {
    if (!file.endsWith('.tsx')) continue;
    const layout: { default: Look } = await import(pathToFileURL(path.join(dir, 'faces', file)).href);
    faces[path.basename(file, '.tsx')] = layout.default;
  }
  const { elements }: { elements: Record<string, Element> } = await import(
    pathToFileURL(path.join(dir, 'elements.tsx')).href
  );
  return { faces, elements };
}
