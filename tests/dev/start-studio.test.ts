import path from 'node:path';
import { expect, test } from 'vitest';
import { startStudio } from '../../src/dev/start-studio.ts';
import { layoutsDir, shippedDeck } from '../../src/read/package.ts';

test('a thread that can’t start says why, and may be started again', async () => {
  const studio = startStudio({ deck: shippedDeck, layouts: path.join(layoutsDir, 'nowhere'), root: shippedDeck });
  await expect(studio.ask('overview')).rejects.toThrow(/nowhere/u);
  await studio.restart(false);
  await expect(studio.ask('overview')).rejects.toThrow(/nowhere/u);
  await studio.close();
});
