import { expect } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { readPlainYaml } from '../../src/read/plain-yaml.ts';
import { parseWithLibrary } from '../../src/read/yaml.ts';

/** Whether a text is read by our own reader of YAML; if so, the library must say the same of it, to the order of keys. */
export function expectSame(text: string): boolean {
  const plain = readPlainYaml(text);
  if (!plain) return false;
  const said: Problem[] = [];
  const whole = parseWithLibrary(text, 'a.mdx', (problem) => said.push(problem));
  expect(said).toEqual([]);
  expect({ file: 'a.mdx', ...plain }).toEqual(whole);
  expect(JSON.stringify({ file: 'a.mdx', ...plain })).toBe(JSON.stringify(whole));
  return true;
}
