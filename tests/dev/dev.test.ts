import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { init } from '../../src/command/init.ts';
import { type Dev, dev } from '../../src/dev/dev.ts';
import type { DevEvent, ItemView, Overview } from '../../src/dev/views.ts';
import { openBrowser } from '../browser/browser.ts';

const CARD = 'cards/habits/friday-list.mdx';
const BOARD = `---
title: Week
---

## Days
Words.

<Table id="plan" rows="2" />
<Column id="day" label="Day" kind="line" />
`;

let root = '';
let server: Dev;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-dev-'));
  await init({ dir: path.join(root, 'mine'), template: 'blank', date: '2026-11-21' });
  server = await dev({ deck: path.join(root, 'mine/deck'), root: path.join(root, 'mine'), port: { port: 0 } });
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

const at = (name: string) => path.join(root, 'mine/deck', name);
const read = async <T>(name: string): Promise<T> => (await fetch(server.address + name)).json() as Promise<T>;
const picture = async (face: string) => {
  const answer = await fetch(`${server.address}picture/${face}.png`);
  expect(answer.headers.get('content-type')).toBe('image/png');
  return Buffer.from(await answer.arrayBuffer());
};

/**
 * Changes a file, as editors do that rename a new one into its place, and gives what the page is told.
 *
 * @param id what the file is about, where its folder is new: a new folder and a file in it may be told of twice
 */
async function save(name: string, change: (text: string) => string, id?: string): Promise<DevEvent> {
  const told = await listenForOne(id);
  const file = at(name);
  await writeFile(`${file}~`, change(await readFile(file, 'utf8')));
  await rename(`${file}~`, file);
  return await told.event;
}

/** The next event, or the next that is about a text; resolves once the stream is open. */
function listenForOne(id?: string): Promise<{ event: Promise<DevEvent> }> {
  return new Promise((open) => {
    const request = get(`${server.address}events`, (response) => {
      const event = new Promise<DevEvent>((resolve) => {
        response.setEncoding('utf8').on('data', (text: string) => {
          if (!text.startsWith('data: ')) return;
          const event = JSON.parse(text.slice(6)) as DevEvent;
          if (id !== undefined && !(event.kind === 'changed' && event.saved?.id === id)) return;
          request.destroy();
          resolve(event);
        });
      });
      response.once('data', () => open({ event }));
    });
    request.on('error', () => undefined);
  });
}

/** A request as a browser would not send it. */
function raw(target: string, host: string, method = 'GET'): Promise<{ status: number | undefined; headers: object }> {
  const { port } = new URL(server.address);
  return new Promise((resolve) => {
    const answered = (response: IncomingMessage) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    };
    get({ host: '127.0.0.1', port, path: target, method, headers: { host: host.replace('PORT', port) } }, answered);
  });
}

describe('dev', () => {
  test('lists all cards', async () => {
    const { name, items, problems } = await read<Overview>('deck.json');
    expect(name).toBe('Mine');
    expect(items.map(({ id }) => id)).toEqual([
      'two-minute-start',
      'friday-list',
      'blank-habit',
      'what-would-be-easy',
      'who-noticed',
    ]);
    expect(problems).toEqual([]);
  });

  test('shows a card as it is printed, with its bleed', async () => {
    const card = await read<ItemView>('item/friday-list.json');
    expect(card).toMatchObject({ code: 'HAB 2', problems: [], stale: false });
    const size = { width: 63.5, height: 88.9, radius: 3, bleed: 4, safe: 3.2 };
    expect(card.pictures).toEqual([
      { name: 'front', label: 'Front', size },
      { name: 'back', label: 'Back', size },
    ]);
    const { width = 0, height = 0, format } = await sharp(await picture('friday-list.front')).metadata();
    expect(format).toBe('png');
    // 71.5 × 96.9 mm at 144 dpi; pdfium counts whole points.
    expect(Math.abs(width - 405)).toBeLessThanOrEqual(2);
    expect(Math.abs(height - 549)).toBeLessThanOrEqual(2);
  });

  test('tells of a saved card when its new picture is there', async () => {
    const before = await picture('friday-list.front');
    const event = await save(CARD, (text) => text.replace(/^title:.*$/mu, 'title: Thursday List'));
    expect(event).toMatchObject({
      kind: 'changed',
      saved: { id: 'friday-list', title: 'Thursday List', problems: [] },
    });
    expect((await picture('friday-list.front')).equals(before)).toBe(false);
  });

  test('keeps the last picture of a card with an error, and says where it is', async () => {
    const good = await readFile(at(CARD), 'utf8');
    const event = await save(CARD, (text) => text.replace('related:', 'relatd:'));
    expect(event).toMatchObject({
      kind: 'changed',
      saved: {
        id: 'friday-list',
        stale: true,
        problems: [{ at: 'deck/cards/habits/friday-list.mdx:7:1', severity: 'error', rule: 'card/unknown-key' }],
      },
    });
    const { items } = await read<Overview>('deck.json');
    expect(items.at(-1)).toMatchObject({ id: 'friday-list', errors: 1, suit: '' });
    const site = await (await fetch(`${server.address}site/`)).text();
    expect(site).toContain('The catalog can’t be built');
    expect(site).toContain('deck/cards/habits/friday-list.mdx:7:1');
    expect(await save(CARD, () => good)).toMatchObject({ saved: { stale: false, problems: [] } });
  });

  test('draws with new colours', async () => {
    await read<ItemView>('item/friday-list.json');
    const before = await picture('friday-list.back');
    const event = await save('tokens.json', (text) => text.replace('#1C6580', '#7A1F2B'));
    expect(event).not.toHaveProperty('saved');
    await read<ItemView>('item/friday-list.json');
    expect((await picture('friday-list.back')).equals(before)).toBe(false);
  });

  test('survives a settings file that can’t be read', async () => {
    const good = await readFile(at('suits.yaml'), 'utf8');
    await save('suits.yaml', () => 'suits: [');
    const { items, problems } = await read<Overview>('deck.json');
    expect(items).toEqual([]);
    expect(problems[0]).toMatchObject({ at: 'deck/suits.yaml:1:9', rule: 'yaml/syntax' });
    await save('suits.yaml', () => good);
    expect((await read<Overview>('deck.json')).items).toHaveLength(5);
  });

  test('draws with layouts of its own that are made meanwhile', async () => {
    // A thread that starts anew draws what the page asks for.
    const drawn = async () => {
      await read<ItemView>('item/friday-list.json');
      return await picture('friday-list.back');
    };
    const before = await drawn();
    const slots = path.join(root, 'mine/layouts/slots');
    const told = await listenForOne();
    await mkdir(slots, { recursive: true });
    const code = `import { Text } from '@react-pdf/renderer';\nexport default function Back() {\n  return <Text>.</Text>;\n}\n`;
    await writeFile(path.join(slots, 'back.tsx'), code);
    expect(await told.event).toMatchObject({ kind: 'changed' });
    const isOther = async () => !(await drawn()).equals(before);
    await expect.poll(isOther, { timeout: 10_000 }).toBe(true);
    const other = await drawn();
    const problems = async () => (await read<Overview>('deck.json')).problems;
    // Asked until it is so: a new folder and a file in it may be told of twice.
    await writeFile(path.join(slots, 'back.tsx'), code.replace('return <', 'return < <'));
    await expect
      .poll(problems, { timeout: 10_000 })
      .toMatchObject([{ at: 'layouts/slots/back.tsx:3:12', severity: 'error', rule: 'layout/fails' }]);
    expect((await drawn()).equals(other)).toBe(true);
    await writeFile(path.join(slots, 'back.tsx'), code.replace('>.<', '>Another<'));
    await expect.poll(problems, { timeout: 10_000 }).toEqual([]);
    await expect.poll(async () => (await drawn()).equals(other), { timeout: 10_000 }).toBe(false);
    await rm(path.join(root, 'mine/layouts'), { recursive: true });
    await expect.poll(isOther, { timeout: 10_000 }).toBe(false);
  });

  test('shows a board, a worksheet and a chapter as they are printed, and tells of them when they are saved', async () => {
    const told = await listenForOne('board:friday-list');
    await mkdir(at('boards'));
    // A board may have a card's name: neither is taken for the other.
    await writeFile(at('boards/friday-list.mdx'), BOARD);
    expect(await told.event).toMatchObject({
      saved: {
        id: 'board:friday-list',
        title: 'Week',
        problems: [],
        pictures: [{ name: 'a3-landscape', label: 'A3' }],
      },
    });
    const before = await picture('board:friday-list.a3-landscape');
    const { width = 0, height = 0 } = await sharp(before).metadata();
    expect(width / height).toBeCloseTo(428 / 305, 2);

    const saveBoard = (from: string, to: string) =>
      save('boards/friday-list.mdx', (text) => text.replace(from, to), 'board:friday-list');
    const wrong = await saveBoard('kind="line"', 'kind="lne"');
    expect(wrong).toMatchObject({
      saved: { stale: true, problems: [{ at: 'deck/boards/friday-list.mdx:9:1', severity: 'error' }] },
    });
    const { items, problems } = await read<Overview>('deck.json');
    expect(items.at(-1)).toMatchObject({ id: 'board:friday-list', title: 'Week', suit: '', errors: 1 });
    expect(items.find(({ id }) => id === 'friday-list')).toMatchObject({ errors: 0, warnings: 0 });
    expect(problems).toEqual([]);
    const mended = await saveBoard('kind="lne"', 'kind="tick"');
    expect(mended).toMatchObject({ saved: { stale: false, problems: [] } });
    expect((await picture('board:friday-list.a3-landscape')).equals(before)).toBe(false);

    const sheet = await listenForOne('worksheet:week');
    await mkdir(at('worksheets'));
    await writeFile(at('worksheets/week.mdx'), BOARD);
    expect(await sheet.event).toMatchObject({
      saved: { id: 'worksheet:week', pictures: [{ name: 'a4-portrait' }, { name: 'letter-portrait' }] },
    });
    const chapter = await listenForOne('chapter:week');
    await mkdir(at('guide'));
    await writeFile(at('guide/week.mdx'), '---\ntitle: Weeks\norder: 1\n---\n\n## One\nWords.\n\n<Suits />\n');
    expect(await chapter.event).toMatchObject({
      saved: { id: 'chapter:week', problems: [], pictures: [{ name: 'page-1', label: 'Page 1 on A4' }] },
    });
    expect((await picture('chapter:week.page-1')).length).toBeGreaterThan(1000);
  });

  test('says what is wrong with the deck in each language that it is printed in', async () => {
    const good = await readFile(at('deck.yaml'), 'utf8');
    const said = async () => {
      const { problems, items } = await read<Overview>('deck.json');
      const card = await read<ItemView>('item/friday-list.json');
      const wrong = [...problems, ...card.problems].filter(({ severity }) => severity === 'error');
      const { errors } = items.find(({ id }) => id === 'friday-list') ?? {};
      return [errors, ...wrong.map((one) => `${one.at} ${one.rule}`)];
    };
    const says = async (file: string, text: string, expected: unknown[]) => {
      await writeFile(at(file), text);
      await expect.poll(said, { timeout: 10_000 }).toEqual(expected);
    };
    await mkdir(at('locales/de'), { recursive: true });
    const words = 'locales/de/ui.yaml';
    await says(words, 'sits:\n', [0]);
    await says('deck.yaml', `${good}languages: [de]\n`, [0, `deck/${words}:1:1 ui/unknown-key`]);
    await says(words, 'cards: [\n', [0, `deck/${words}:2:1 yaml/syntax`]);
    await says(words, 'suits: {}\n', [0]);
    const card = 'locales/de/friday-list.mdx';
    const texts = `gist: Kurz\nsource: sha256-${'0'.repeat(64)}\n---\n`;
    await says(card, `---\ntitle: Liste\nextra: Mehr\n${texts}`, [1, `deck/${card}:3:1 locale/unknown-key`]);
    await says(card, `---\ntitle: Liste \u10e5\n${texts}`, [1, `deck/${card}:2:8 font/no-glyph`]);
    await says(card, `---\ntitle: Liste\n${texts}`, [0]);
    const { pictures } = await read<ItemView>('item/friday-list.json');
    expect(pictures.map(({ name, label }) => `${name}: ${label}`)).toEqual([
      'front: Front',
      'back: Back',
      'de-front: Front, Deutsch',
      'de-back: Back, Deutsch',
    ]);
    expect((await picture('friday-list.de-front')).equals(await picture('friday-list.front'))).toBe(false);
    const long = texts.replace('Kurz', 'Viel zu lang für diese Seite. '.repeat(12).trim());
    await says(card, `---\ntitle: Liste\n${long}`, [0, `deck/${card}:3:7 face/overflow`]);
    await rm(at('locales'), { recursive: true });
    await says('deck.yaml', good, [0]);
  });

  test('serves the whole catalog, built when it is asked for', async () => {
    const page = await fetch(`${server.address}site/c/friday-list.html`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Thursday List');
    expect((await fetch(`${server.address}site/worker.js`)).status).toBe(404);
  });
});

test('a port that is in use is said, and nothing is left running', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const { port } = blocker.address() as AddressInfo;
  const { said, code } = await new Promise<{ said: string; code: unknown }>((resolve) => {
    const args = [path.resolve(import.meta.dirname, '../../src/bin.mjs'), 'dev', '--port', String(port)];
    const done: Parameters<typeof execFile>[3] = (error, _out, said) =>
      resolve({ said: String(said), code: error?.code });
    execFile(process.execPath, args, { cwd: path.join(root, 'mine') }, done);
  });
  expect(said).toBe(`prepdeck: port ${port} is in use. Take another: --port ${port + 1}\n`);
  expect(code).toBe(1);
  blocker.close();
});

describe('who may ask', () => {
  test('only by this machine’s own name', async () => {
    expect((await raw('/', '127.0.0.1:PORT')).status).toBe(200);
    expect((await raw('/', 'localhost:PORT')).status).toBe(200);
    for (const host of ['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1.evil.example:PORT']) {
      expect((await raw('/deck.json', host)).status).toBe(403);
    }
  });

  test('nothing outside the catalog, nothing but GET, no other origin', async () => {
    for (const target of [
      '/site/../../package.json',
      '/site/%2e%2e/%2e%2e/deck/deck.yaml',
      '/../package.json',
      '/%00',
      '//',
      '//a:b',
      '/\\',
    ]) {
      expect((await raw(target, '127.0.0.1:PORT')).status).toBe(404);
    }
    expect((await raw('/deck.json', '127.0.0.1:PORT', 'POST')).status).toBe(405);
    expect((await raw('/deck.json', '127.0.0.1:PORT')).headers).not.toHaveProperty('access-control-allow-origin');
  });
});

test('the page shows what was saved', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (cause) => errors.push(cause.message));
  await page.goto(`${server.address}#who-noticed`);
  await page.locator('#front img[alt="Who Noticed?, front"]').waitFor();
  await writeFile(at(CARD), (await readFile(at(CARD), 'utf8')).replace(/^gist:.*$/mu, `gist: ${'word '.repeat(14)}`));
  await page.locator('#back img[alt="Thursday List, back"]').waitFor();
  expect(await page.textContent('#count')).toBe('1 warning');
  expect(await page.textContent('#problems')).toContain('"gist" is 69 characters: over budget by 14.');
  expect(new URL(page.url()).hash).toBe('#friday-list');
  expect(errors).toEqual([]);
  await browser.close();
});

test('the page says that a card is gone, and that the server is back', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const file = at('cards/questions/who-noticed.mdx');
  const text = await readFile(file, 'utf8');
  await page.goto(`${server.address}#who-noticed`);
  await page.locator('#front img[alt="Who Noticed?, front"]').waitFor();
  const note = page.locator('#note:not([hidden])');
  await rm(file);
  await note.getByText('last picture').waitFor();
  expect(await page.textContent('#count')).toBe('Not there');
  await writeFile(file, text);
  await page.getByText('Ready to print').waitFor();
  expect(await note.count()).toBe(0);
  await page.evaluate(() => {
    location.hash = 'nobody';
  });
  await note.getByText('nothing to see').waitFor();
  expect(await page.locator('#title').textContent()).toBe('nobody');
  expect(await page.locator('#faces figure').count()).toBe(0);

  const { port } = new URL(server.address);
  await server.close();
  await page.getByText('The server has ended.').waitFor();
  const again = { deck: path.join(root, 'mine/deck'), root: path.join(root, 'mine'), port: { port: Number(port) } };
  server = await dev(again);
  await page.getByText('Save a file to see it.').waitFor();
  await browser.close();
});

test('a deck whose folder is renamed is read again when it is back, and watched as before', async () => {
  const ours = path.join(root, 'mine/deck');
  const ids = async () => (await read<Overview>('deck.json')).items.map(({ id }) => id);
  await rename(ours, `${ours}-away`);
  await expect.poll(ids, { timeout: 30_000 }).toEqual([]);
  expect((await read<Overview>('deck.json')).problems[0]).toMatchObject({ rule: 'deck/no-folder' });
  // Longer than saved files are looked at once more: put back at once, it would be found by that.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await rename(`${ours}-away`, ours);
  await expect.poll(ids, { timeout: 30_000 }).toContain('friday-list');
  await writeFile(at(CARD), (await readFile(at(CARD), 'utf8')).replace(/^title:.*$/mu, 'title: Sunday List'));
  const title = async () => (await read<ItemView>('item/friday-list.json')).title;
  await expect.poll(title, { timeout: 30_000 }).toBe('Sunday List');
});
