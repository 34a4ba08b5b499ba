import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { init } from '../src/command/init.ts';

// What programs and layouts import. A name that comes or goes here is a change for those who use it.

const clone = path.resolve(import.meta.dirname, '..');
const source = async (name: string) => await readFile(path.join(clone, 'src', name), 'utf8');
let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'prepdeck-library-'));
});
afterAll(() => rm(root, { recursive: true }));

/** Names that a module exports, and the file that each comes from; types apart. */
async function exported(name: string): Promise<{ values: string[]; types: string[]; from: Map<string, string> }> {
  const text = await source(name);
  const [values, types, from]: [string[], string[], Map<string, string>] = [[], [], new Map()];
  for (const [, all, list = '', file = name] of text.matchAll(/^export (type )?\{([^}]*)\}(?: from '([^']+)')?;/gmu)) {
    for (const one of list.split(',').map((part) => part.trim())) {
      if (one === '') continue;
      const [own = '', named = own] = one.replace(/^type /u, '').split(' as ');
      (all || one.startsWith('type ') ? types : values).push(named);
      from.set(own, file === name ? name : path.join(path.dirname(name), file));
    }
  }
  for (const [, kind, own = ''] of text.matchAll(/^export (?:async )?(function|const|interface|type) (\w+)/gmu)) {
    (/interface|type/u.test(kind ?? '') ? types : values).push(own);
    from.set(own, name);
  }
  return { values: values.sort(), types: types.sort(), from };
}

describe('public names', () => {
  test('prepdeck', async () => {
    const { values, types } = await exported('index.ts');
    expect(values).toEqual(['UsageError', 'build', 'check', 'hasErrors', 'list', 'loadDeck']);
    expect(types).toEqual(
      [
        ...['BuildOptions', 'BuildResult', 'Card', 'CheckOptions', 'CheckResult', 'Deck', 'DeckOptions'],
        ...['ListResult', 'LoadResult', 'PrintOptions', 'Problem', 'CardsWanted'],
      ].sort(),
    );
  });

  test('prepdeck/layout', async () => {
    const { values, types } = await exported('library/layout.ts');
    expect(values).toEqual(
      [
        // What is drawn with.
        ...['Circle', 'G', 'Image', 'Line', 'Link', 'Page', 'Path', 'Polygon', 'Rect', 'Svg', 'Text', 'View'],
        // Parts of faces.
        ...[
          'At',
          'Back',
          'Balanced',
          'Block',
          'Cloth',
          'Corners',
          'Drawing',
          'Gap',
          'Ground',
          'Label',
          'Lines',
          'Logo',
        ],
        ...['Mark', 'Meter', 'Plate', 'Qr', 'Rules', 'Sections', 'Shape', 'Stroke', 'Title', 'Words', 'blankable'],
        // Parts of boards and worksheets.
        ...['Across', 'Area', 'AreaHeading', 'Blocks', 'BoardFrame', 'SheetPart', 'WorksheetFrame', 'usePage'],
        // Parts of pages.
        ...['ChapterPages', 'Contents', 'Cover', 'Leaves'],
        ...['CardLink', 'Footer', 'Header', 'Tiles'],
        // What a card says, and in which colours and sizes.
        ...[
          'LEADING',
          'accentOf',
          'between',
          'cardsOf',
          'codes',
          'colourOf',
          'count',
          'familyOf',
          'fitted',
          'groundOf',
        ],
        ...[
          'headingOf',
          'lineCount',
          'listOf',
          'listedName',
          'mention',
          'mix',
          'paletteOf',
          'pt',
          'qrPlate',
          'rounded',
        ],
        // What a face says about its front-matter keys, beside z.
        ...['cardId', 'cardIds', 'facet', 'lasting', 'listed', 'listedAll', 'quoted', 'scale', 'text', 'whole'],
        ...['Photo', 'PlainBack', 'picture', 'pictureOf'],
        ...['sizesOf', 'suitOf', 'textWidth', 'titles', 'useSetting', 'weaveOf', 'word', 'z'],
      ].sort(),
    );
    expect(types).toEqual(
      [
        ...[
          'Element',
          'ElementProps',
          'Picture',
          'BookLook',
          'BookProps',
          'BackProps',
          'Card',
          'CardPageProps',
          'Catalog',
          'Deck',
          'FaceProps',
          'Fact',
          'Family',
          'FooterProps',
          'Format',
          'Look',
          'Mm',
        ],
        ...['PageHead', 'PageProps', 'Palette', 'Pt', 'Section', 'SectionRule', 'SectionsProps', 'ShellProps', 'Side'],
        ...['GoalPageProps', 'RetiredPageProps', 'ShelfPageProps', 'Sizes', 'Suit', 'Theme', 'WordsProps'],
        ...['Board', 'Field', 'KitLook', 'KitProps', 'Room', 'Worksheet'],
      ].sort(),
    );
  });

  test('prepdeck/target', async () => {
    const { values, types } = await exported('library/target.ts');
    expect(values).toEqual(['FACE_BLEED', 'error', 'faceKey', 'warning']);
    expect(types).toEqual(
      [
        ...[
          'Card',
          'Deck',
          'DrawnFaces',
          'Face',
          'Format',
          'Output',
          'Problem',
          'ProblemDetails',
          'Target',
          'TargetJob',
        ],
      ].sort(),
    );
  });

  test.each(['index', 'library/layout', 'library/target', 'library/jsx-runtime'])(
    '%s.mjs hands on all values',
    async (name) => {
      const list = /export const \{([^}]*)\}/u.exec(await source(`${name}.mjs`))?.[1] ?? '';
      const names = list.split(',').map((one) => one.trim());
      expect(names.filter((one) => one !== '').sort()).toEqual((await exported(`${name}.ts`)).values);
    },
  );

  test('each says what it is', async () => {
    const silent: string[] = [];
    for (const name of ['index.ts', 'library/layout.ts', 'library/target.ts']) {
      for (const [own, file] of (await exported(name)).from) {
        if (!file.endsWith('.ts') && !file.endsWith('.tsx')) continue;
        const text = await source(file);
        const place = new RegExp(
          `^export (?:abstract )?(?:async )?(?:function|const|interface|type|class) (?:\\{[^}]*\\b)?${own}\\b`,
          'mu',
        );
        const at = text.search(place);
        const before = text.slice(0, Math.max(0, at)).trimEnd();
        if (at >= 0 && !before.endsWith('*/')) silent.push(`${file}: ${own}`);
      }
    }
    expect(silent).toEqual([]);
  });
});

/** A project of an author: their layouts, what `init` writes for an editor, and this package as it is published. */
async function project(name: string, compiled: string): Promise<string> {
  const dir = path.join(root, name);
  await cp(path.join(clone, 'tests/fixtures/author'), dir, { recursive: true });
  await cp(path.join(clone, 'src/templates/shared/tsconfig.json'), path.join(dir, 'tsconfig.json'));
  const home = path.join(dir, 'node_modules/prepdeck');
  await mkdir(home, { recursive: true });
  await cp(path.join(clone, 'package.json'), path.join(home, 'package.json'));
  await cp(compiled, path.join(home, 'compiled'), { recursive: true });
  for (const one of ['@types', '@react-pdf', 'csstype', 'vfile-message', 'zod']) {
    await symlink(path.join(clone, 'node_modules', one), path.join(dir, 'node_modules', one));
  }
  return dir;
}

const tsc = path.join(clone, 'node_modules/typescript/bin/tsc');

/** What the compiler says of a project, third parties' own types apart. */
async function typed(dir: string, ...options: readonly string[]): Promise<string[]> {
  const args = [tsc, '-p', dir, '--singleThreaded', '--skipLibCheck', 'false', ...options];
  const said = await promisify(execFile)(process.execPath, args, { cwd: dir }).catch(
    (cause: { stdout: string }) => cause,
  );
  return said.stdout.split('\n').filter((line) => line !== '' && !line.includes('node_modules/@react-pdf/'));
}

describe('types', () => {
  let compiled = '';
  beforeAll(async () => {
    compiled = path.join(root, 'compiled');
    const args = ['-p', path.join(clone, 'scripts/tsconfig.types.json'), '--outDir', path.join(compiled, 'types')];
    // `npm run lint` checks the source that they are made of.
    await promisify(execFile)(process.execPath, [tsc, ...args, '--singleThreaded', '--noCheck']);
  });

  test.each([
    ['nodenext', ['--module', 'nodenext', '--moduleResolution', 'nodenext']],
    ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
  ])(
    'a face, slots, a target and a script compile, strict, with moduleResolution %s',
    async (name, options) => {
      const dir = await project(name, compiled);
      const tsconfig = JSON.parse(await readFile(path.join(dir, 'tsconfig.json'), 'utf8')) as { include: string[] };
      await writeFile(
        path.join(dir, 'tsconfig.json'),
        JSON.stringify({ ...tsconfig, include: ['layouts', 'build.mjs'] }),
      );
      // One that is wrong, to see that the types are looked at.
      const face = await readFile(path.join(dir, 'layouts/faces/quote.tsx'), 'utf8');
      await writeFile(path.join(dir, 'layouts/faces/wrong.tsx'), face.replace('card.title', 'card.titel'));
      const said = await typed(dir, ...options, '--allowJs', '--checkJs', '--types', 'node');
      expect(said.map((line) => line.replace(/\(\d+,\d+\)/u, ''))).toEqual([
        "layouts/faces/wrong.tsx: error TS2551: Property 'titel' does not exist on type 'Card'. Did you mean 'title'?",
      ]);
    },
    180_000,
  );
});

test('a script of ten lines builds a deck with a face, slots and an output of its own', async () => {
  const dir = path.join(root, 'deck');
  await init({ dir, template: 'blank', date: '2026-11-28' });
  await cp(path.join(clone, 'tests/fixtures/author'), dir, { recursive: true });
  await rm(path.join(dir, 'deck/cards'), { recursive: true });
  await mkdir(path.join(dir, 'deck/cards'));
  await writeFile(path.join(dir, 'deck/suits.yaml'), SUITS);
  await writeFile(path.join(dir, 'deck/cards/small-steps.mdx'), CARD);
  await mkdir(path.join(dir, 'node_modules'));
  await symlink(clone, path.join(dir, 'node_modules/prepdeck'));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['build.mjs'], { cwd: dir });
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toContain(path.join(dir, 'dist/targets/titles/titles.csv'));
  expect(await readFile(path.join(dir, 'dist/targets/titles/titles.csv'), 'utf8')).toBe('QTE 1;Small Steps;1\n');
  expect(await readdir(path.join(dir, 'dist/print'))).toEqual(['a4.pdf']);
}, 120_000);

const SUITS = 'suits:\n  quote:\n    name: Quotes\n    one: Quote\n    code: QTE\n    colour: ink\n    face: quote\n';
const CARD =
  '---\nsuit: quote\nnumber: 1\ntitle: Small Steps\ngist: They get you there\nby: A walker\n---\n\n## Why\n\nNobody jumps up a hill.\n';
