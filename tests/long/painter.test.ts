import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkAndDraw } from '../../src/build.ts';
import { differences } from '../face/painter/compared.ts';

// Every face of the deck that comes with prepdeck, poker and tarot, in English and in German, from the painter and from react-pdf.

const deck = path.resolve(import.meta.dirname, '../../deck');

test.each([
  ['a4', 'en-US'],
  ['a4-tarot', 'en-US'],
  ['a4', 'de'],
  ['a4-tarot', 'de'],
])('all cards of %s in %s are as react-pdf draws them', async (stock, lang) => {
  const root = await mkdtemp(path.join(tmpdir(), 'prepdeck-painter-'));
  const draw = async () => {
    const unpainted: string[] = [];
    const onProgress = (step: string) => void (step.includes('react-pdf') && unpainted.push(step));
    const options = { deck, root, out: path.join(root, 'dist'), stocks: [stock], cards: { only: [] }, print: {} };
    const { checked, problems } = await checkAndDraw({ ...options, lang, site: false, kit: false, onProgress });
    const documents = checked.flatMap(({ drawn }) => [...drawn.values()].flatMap((faces) => faces.documents));
    return { documents, problems: problems.map(String), unpainted };
  };
  try {
    expect(await differences(draw)).toEqual([]);
  } finally {
    await rm(root, { recursive: true });
  }
});
