import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkAndDraw } from '../../src/build.ts';
import { differences } from '../face/painter/compared.ts';

// Every face of the deck that comes with prepdeck, poker and tarot, in each of its languages, from the painter and from react-pdf.

const deck = path.resolve(import.meta.dirname, '../../deck');

test.each(['a4', 'a4-tarot'])('all cards of %s are as react-pdf draws them', async (stock) => {
  const root = await mkdtemp(path.join(tmpdir(), 'prepdeck-painter-'));
  const draw = async () => {
    const unpainted: string[] = [];
    const onProgress = (step: string) => void (step.includes('react-pdf') && unpainted.push(step));
    const options = { deck, root, out: path.join(root, 'dist'), stocks: [stock], cards: { only: [] }, print: {} };
    const { checked, problems } = await checkAndDraw({ ...options, site: false, kit: false, onProgress });
    const documents = checked.flatMap(({ drawn }) => [...drawn.values()].flatMap((faces) => faces.documents));
    return { documents, problems: problems.map(String), unpainted };
  };
  try {
    expect(await differences(draw)).toEqual([]);
  } finally {
    await rm(root, { recursive: true });
  }
});
