import { execFile } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

// A process of its own: what V8 is told holds for all threads of one. In Node 20 and 22 the space is never larger.
const young = pathToFileURL(path.resolve(import.meta.dirname, '../src/young.mjs')).href;
const PROGRAM = `
  import { getHeapSpaceStatistics } from 'node:v8';
  const size = () => getHeapSpaceStatistics().find((one) => one.space_name === 'new_space').space_size / 1e6;
  const fill = (count) => Array.from({ length: count }, (_, at) => ({ at, text: String(at), more: [at] }));
  fill(200_000);
  const { holdYoung } = await import(${JSON.stringify(young)});
  holdYoung();
  const kept = fill(1_500_000);
  console.log(kept.length, Math.round(size()));
`;

test('the space for young objects stays below 40 MB, whatever a build keeps', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', PROGRAM]);
  const [kept, size] = stdout.trim().split(' ').map(Number);
  expect(kept).toBe(1_500_000);
  expect(size).toBeLessThan(40);
});
