import path from 'node:path';
import { expect, test } from 'vitest';
import { openDesk } from '../../src/dev/desk.ts';
import { layoutsDir, shippedDeck } from '../../src/read/package.ts';

test('a thread that can’t start says why, and may be started again', async () => {
  const desk = openDesk({ deck: shippedDeck, layouts: path.join(layoutsDir, 'nowhere'), root: shippedDeck });
  await expect(desk.ask('overview')).rejects.toThrow(/nowhere/u);
  await desk.restart();
  await expect(desk.ask('overview')).rejects.toThrow(/nowhere/u);
  await desk.close();
});
