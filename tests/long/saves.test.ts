import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { init } from '../../src/command/init.ts';
import type { DevEvent } from '../../src/dev/views.ts';

// A day of work with the preview: it must not take more and more memory.

const command = path.resolve(import.meta.dirname, '../../src/bin.mjs');
const CARD = 'deck/cards/habits/friday-list.mdx';
const SLOT = 'layouts/slots/footer.tsx';
const ROUNDS = 400;

/** A mark of its own in each version. */
const footer = (version: number) => `
import { View } from '@react-pdf/renderer';
export default function Footer() {
  return <View style={{ position: 'absolute', left: 9, top: 9, width: ${1 + version / 100}, height: 2, backgroundColor: '#123456' }} />;
}
`;

/** MB of memory that a process has. */
function memoryOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

/** How many bytes the picture has that the page shows. */
async function sizeOfPicture(address: string): Promise<number> {
  await (await fetch(`${address}item/friday-list.json`)).arrayBuffer();
  const answer = await fetch(`${address}picture/friday-list.front.png?dpi=144`);
  const { byteLength } = await answer.arrayBuffer();
  return answer.ok ? byteLength : 0;
}

/** The events of a server's stream, one after the other. */
async function eventsOf(address: string): Promise<() => Promise<DevEvent>> {
  const { body } = await fetch(`${address}events`);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return async function next(): Promise<DevEvent> {
    for (;;) {
      const end = text.indexOf('\n\n');
      const event = text.slice(0, Math.max(0, end));
      if (end >= 0) text = text.slice(end + 2);
      if (event.startsWith('data: ')) return JSON.parse(event.slice('data: '.length)) as DevEvent;
      if (end >= 0) continue;
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error('the stream has ended');
      text += value;
    }
  };
}

test(`the preview needs as much memory after ${ROUNDS} saves of a card and a layout as after 200`, async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'prepdeck-saves-'));
  await init({ dir: path.join(root, 'mine'), template: 'blank', date: '2026-11-21' });
  const at = (name: string) => path.join(root, 'mine', name);
  await mkdir(at('layouts/slots'), { recursive: true });
  await writeFile(at(SLOT), footer(0));
  const text = await readFile(at(CARD), 'utf8');
  const server = spawn(process.execPath, [command, 'dev', '--port', '0'], { cwd: at('.') });
  const [said] = await once(server.stderr, 'data');
  const [address = ''] = /http:\S+/u.exec(String(said)) ?? [];
  const next = await eventsOf(address);

  const memory: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    if (round % 2 === 0) await writeFile(at(SLOT), footer(round));
    else await writeFile(at(CARD), text.replace(/^gist:.*$/mu, `gist: Version ${round}`));
    let event = await next();
    while (event.kind !== 'changed') event = await next();
    // While the thread starts anew, which it does at every fiftieth layout, nothing is drawn yet.
    await expect.poll(() => sizeOfPicture(address), { timeout: 20_000 }).toBeGreaterThan(1000);
    memory.push(memoryOf(server.pid ?? 0));
    // What the watcher still tells of this save is not the next one's.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  server.kill();
  await once(server, 'exit');
  await rm(root, { recursive: true });
  // V8 takes its time to fill its heap; a thread starts anew at every fiftieth layout, which is each hundredth save.
  const early = Math.max(...memory.slice(150, 250));
  const late = Math.max(...memory.slice(-100));
  console.log(`most memory at 150 to 250 saves ${early.toFixed(0)} MB, at the last 100 ${late.toFixed(0)} MB`);
  expect(late).toBeLessThan(1.15 * early);
});
