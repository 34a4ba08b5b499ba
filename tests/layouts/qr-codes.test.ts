import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '../../src/index.ts';

const clone = path.resolve(import.meta.dirname, '../..');

/** What is wrong with a deck that extends ours and has a QR code on each card, for a catalog at this address. */
async function withCodes(url: string): Promise<string[]> {
  // Inside the clone, which is the package that it names.
  const root = await mkdtemp(path.join(clone, 'prepdeck-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(path.join(root, 'deck'));
  const lines = ['name: Ours', 'version: 1.0.0', 'extends: prepdeck', `url: ${url}`, 'qr: true', 'languages: [de]'];
  await writeFile(path.join(root, 'deck/deck.yaml'), lines.join('\n'));
  const cards = { only: ['suit:extra,activity,recipe,risk,level', 'family:OFR'] };
  const { problems } = await check({ root, stocks: ['shop'], kit: false, cards });
  return problems.filter(({ ruleId }) => ruleId !== 'not-translated').map(({ reason }) => reason);
}

test('the longest cards of The Test Kitchen have room for the code that init proposes, in German too: on eighteen was too much text then', async () => {
  expect(await withCodes('https://your-name.github.io/your-deck/')).toEqual([]);
});
