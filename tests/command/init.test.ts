import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { build } from '../../src/build.ts';
import { askOnTerminal } from '../../src/cli/terminal.ts';
import { init } from '../../src/command/init.ts';
import { answersFor } from '../../src/command/init-questions.ts';
import { loadLooks } from '../../src/looks/looks.ts';
import { StoppedError } from '../../src/model/usage.ts';
import { layoutsDir, packageVersion } from '../../src/read/package.ts';
import { shown } from '../fixtures/deck.ts';
import { loadDeck } from '../fixtures/load.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-init-'));
});
afterAll(() => rm(root, { recursive: true }));

const date = '2026-11-21';
const read = (...parts: string[]) => readFile(path.join(root, ...parts), 'utf8');

describe('init blank', () => {
  test('builds at once, without a problem', async () => {
    const dir = path.join(root, 'our-habits');
    const made = await init({ dir, template: 'blank', date });
    expect(made.name).toBe('Our Habits');
    const { problems, manifest } = await build({
      deck: path.join(dir, 'deck'),
      out: path.join(dir, 'dist'),
      root: dir,
      stocks: [],
      cards: { only: [] },
      print: {},
      site: true,
    });
    expect(problems.map(shown)).toEqual([]);
    const outputs = manifest?.outputs.map((output) => output.path) ?? [];
    expect(outputs).toEqual(
      expect.arrayContaining(['print/a4.pdf', 'print/letter.pdf', 'site/index.html', 'site/c/two-minute-start.html']),
    );
    expect(manifest).toMatchObject({ name: 'Our Habits', version: '0.1.0', cards: 5 });
  });

  test('brings fonts and glyphs with their licences', async () => {
    const dir = path.join(root, 'licences');
    const { files } = await init({ dir, template: 'blank', date });
    expect(files).toEqual(
      expect.arrayContaining(['deck/fonts/Fraunces-OFL.txt', 'deck/art/glyphs/LICENSE.txt', '.gitignore', 'README.md']),
    );
    const there = await readdir(dir, { recursive: true, withFileTypes: true });
    const found = there.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    expect(found.map((file) => path.relative(dir, file).split(path.sep).join('/')).sort()).toEqual(files);
  });
});

describe('init game', () => {
  test('builds at once: pictures in front, letters for numbers, one back for all', async () => {
    const dir = path.join(root, 'our-game');
    const { files } = await init({ dir, template: 'game', date });
    expect(files).toEqual(
      expect.arrayContaining(['deck/art/LICENSE.txt', 'deck/art/sea.svg', 'deck/fonts/Fraunces-OFL.txt']),
    );
    expect(files.filter((file) => file.includes('glyphs'))).toEqual([]);
    const where = { deck: path.join(dir, 'deck'), out: path.join(dir, 'dist'), root: dir };
    const { problems, deck } = await build({ ...where, stocks: ['a4'], cards: { only: [] }, print: {}, site: false });
    expect(problems.map(shown)).toEqual([]);
    expect(deck?.cards.map(({ code, copies }) => `${code} ${copies}`)).toEqual([
      ...['SUN J 1', 'SUN Q 1', 'SUN K 1'],
      ...['SCN 1 2', 'SCN 2 2'],
    ]);
  });
});

describe('init org', () => {
  test('stands on The Test Kitchen', async () => {
    const answers = ['org', 'Joe: "Best" deck', '#7a1f2b', 'joes'];
    await init({ dir: path.join(root, 'joes'), date, ask: async () => answers.shift() ?? '' });
    const deck = parse(await read('joes', 'deck', 'deck.yaml'));
    expect(deck).toMatchObject({ extends: 'prepdeck', name: 'Joe: "Best" deck', prefix: 'JOES', date });
    expect(await read('joes', 'deck', 'tokens.json')).toContain('"$value": "#7a1f2b"');
    expect(await read('joes', 'README.md')).toContain('# Joe: "Best" deck\n');
    const { name, dependencies } = JSON.parse(await read('joes', 'package.json'));
    expect({ name, dependencies }).toEqual({
      name: 'joe-best-deck',
      dependencies: { prepdeck: `^${await packageVersion()}` },
    });
  });

  test('has a cover of its own that fits ours', async () => {
    const dir = path.join(root, 'covers');
    await init({ dir, date });
    const { deck, problems } = await loadDeck({
      dir: path.join(dir, 'deck'),
      root: dir,
      looks: await loadLooks(layoutsDir),
    });
    expect(problems.map(shown)).toEqual([]);
    expect(deck?.cards.find((card) => card.id === 'cover')).toMatchObject({
      title: 'Covers',
      gist: 'Our edition of The Test Kitchen',
    });
  });

  test('records what our cover says, for the day when it says something else', async () => {
    const dir = path.join(root, 'recorded');
    const { files } = await init({ dir, date });
    expect(files).toContain('deck/overrides.lock.yaml');
    const { cover } = parse(await read('recorded', 'deck', 'overrides.lock.yaml'));
    expect(cover).toMatchObject({
      base: expect.stringMatching(/^sha256-[0-9a-f]{64}$/u),
      front: { title: 'The Test Kitchen' },
      sections: { Front: 'Agree on what to personalize before anyone builds it.' },
    });
    expect(await read('recorded', 'deck', 'overrides', 'cover.mdx')).toContain(`base: ${cover.base}\n`);
  });

  test('puts a name too long for a title into the line below', async () => {
    await init({ dir: path.join(root, 'the-acme-widgets-and-gadgets-deck'), date });
    const text = await read('the-acme-widgets-and-gadgets-deck', 'deck', 'overrides', 'cover.mdx');
    expect(text).toContain("title: 'The Test Kitchen'\ngist: 'The Acme Widgets And Gadgets Deck'\n");
  });

  test('keeps the words of GitHub’s own language in the workflow', async () => {
    await init({ dir: path.join(root, 'flow'), date });
    const text = await read('flow', '.github', 'workflows', 'publish.yml');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own syntax
    expect(text).toContain('url: ${{ steps.pages.outputs.page_url }}');
    expect(parse(text).jobs.publish.steps.length).toBeGreaterThan(5);
  });

  test('leaves no blank of a template unfilled', async () => {
    const dir = path.join(root, 'filled');
    const { files } = await init({ dir, date });
    const texts = await Promise.all(files.map((file) => read('filled', file)));
    expect(texts.filter((text) => /\$[A-Z_]+\$/u.test(text))).toEqual([]);
  });
});

describe('what init refuses', () => {
  test('a folder with something in it, and touches nothing', async () => {
    const dir = path.join(root, 'full');
    await mkdir(dir);
    await writeFile(path.join(dir, 'notes.txt'), 'mine');
    await expect(init({ dir, date })).rejects.toThrow(
      `the folder ${dir} is not empty (it holds notes.txt). Nothing is overwritten: name a new folder, e.g. npx prepdeck init my-deck`,
    );
    expect(await readdir(dir)).toEqual(['notes.txt']);
  });

  test('a file, an unknown template', async () => {
    const file = path.join(root, 'a-file');
    await writeFile(file, '');
    await expect(init({ dir: file, date })).rejects.toThrow(
      `${file} is a file. Name a new folder: npx prepdeck init my-deck`,
    );
    await expect(init({ dir: path.join(root, 'x'), template: 'blnak', date })).rejects.toThrow(
      'there is no template blnak. Did you mean "blank"? Templates: org, blank, game',
    );
  });

  test('but a folder with nothing but a new git repository is taken', async () => {
    await mkdir(path.join(root, 'repo', '.git'), { recursive: true });
    expect((await init({ dir: path.join(root, 'repo'), date })).template).toBe('org');
  });
});

const codes = new Set(['REC', 'AUD']);

describe('answers', () => {
  test('that are usual come from the folder’s name', async () => {
    const usual = (folder: string, template: string) => answersFor({ folder, template, codes });
    expect(await usual('café-łódź', 'org')).toMatchObject({ name: 'Café Łódź', id: 'cafe-lodz', prefix: 'CAFE' });
    expect(await usual('кухня', 'org')).toMatchObject({ name: 'Кухня', id: 'kukhnya', prefix: 'KUKH' });
    expect(await usual('हिन्दी-डेक', 'blank')).toMatchObject({ name: 'हिन्दी डेक', id: 'my-deck' });
    expect(await usual('prepdeck', 'blank')).toMatchObject({ name: 'Prepdeck', id: 'my-prepdeck', prefix: '' });
    expect(await usual('…', 'org')).toMatchObject({ name: 'My Deck', id: 'my-deck', prefix: 'MY' });
    expect(await usual('rec-center', 'org')).toMatchObject({ name: 'Rec Center', prefix: 'OWN' });
  });

  test('that can not be used are asked for again, and why is said', async () => {
    const answers = ['blnak', 'ORG', '{x}', 'Ours', 'teal', '1c6580', 'rec', 'longer', 'ok'];
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return answers.shift() ?? '';
    };
    expect(await answersFor({ folder: 'ours', codes }, ask)).toEqual({
      template: 'org',
      name: 'Ours',
      id: 'ours',
      colour: '#1c6580',
      prefix: 'OK',
    });
    expect(asked.filter((one) => one.endsWith('Again'))).toEqual([
      'There is no template blnak. Did you mean "blank"? Templates: org, blank, game. Again',
      "A deck's name is one line of text without braces (got: {x}). Again",
      'A color is written like #1C6580 (got: teal). Again',
      'Cards of ours begin with REC: take other letters. Again',
      'The letters are 1 to 4 capitals or digits (got: longer). Again',
    ]);
  });

  test('never take letters that our own cards begin with', async () => {
    await init({ dir: path.join(root, 'rsk'), date });
    expect(parse(await read('rsk', 'deck', 'deck.yaml')).prefix).toBe('OWN');
  });
});

describe('the terminal', () => {
  /** Asks three times on a terminal of which this is typed before anything is asked. */
  async function asked(typed: string): Promise<string[]> {
    const input = new PassThrough();
    const { ask, close } = askOnTerminal(input, new PassThrough());
    input.end(typed);
    const answers: string[] = [];
    try {
      for (const usual of ['a', 'b', 'c']) answers.push(await ask('What?', usual));
    } finally {
      close();
    }
    return answers;
  }

  test('takes lines that come before they are asked for; an empty one is the usual answer', async () => {
    expect(await asked('one\n\n three \n')).toEqual(['one', 'b', 'three']);
  });

  test('is stopped where the answers end', async () => {
    await expect(asked('one\n')).rejects.toThrow(StoppedError);
  });
});
