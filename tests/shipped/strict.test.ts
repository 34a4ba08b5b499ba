import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { unmet } from '../../src/deck/chain/accept.ts';
import { loadLooks } from '../../src/looks/looks.ts';
import { isAccepted } from '../../src/model/problem.ts';
import { shown } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';
import { root } from './deck.ts';

test('what README says of leaving cards out and of accepting warnings leaves none', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const [hide, accept] = [/`(hide: \['.*?\])`/u, /`(accept: .*?\])`/u].map((line) => line.exec(readme)?.[1] ?? '');
  const dir = await mkdtemp(path.join(tmpdir(), 'prepdeck-'));
  const base = path.relative(dir, path.join(root, 'deck')).split(path.sep).join('/');
  const ours = `extends: ${base}\ntrust: [${base}]\nname: Ours\nversion: 1.0.0\nprefix: ORG\n${hide}\n${accept}\n`;
  try {
    const looks = await loadLooks(path.join(root, 'layouts'));
    await writeFile(path.join(dir, 'deck.yaml'), ours);
    const { problems, layers } = await loadDeck({ dir, root: dir, looks });
    expect(problems.filter((one) => !isAccepted(one)).map(shown)).toEqual([]);
    expect(problems.map(({ ruleId }) => ruleId)).toEqual(['hidden']);
    expect(unmet(problems, layers)).toEqual([]);
  } finally {
    await rm(dir, { recursive: true });
  }
});
