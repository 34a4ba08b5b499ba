import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../src/catalog/site.ts';
import type { Output } from '../../src/model/output.ts';
import { sampleDeck, sampleInput, section } from './sample.ts';

// A site is uploaded file by file over the edition before: at every moment each page must find the files that it was made with.

type Files = ReadonlyMap<string, string>;

let before: readonly Output[];
let after: readonly Output[];

beforeAll(async () => {
  const deck = sampleDeck();
  const [first, ...rest] = deck.cards;
  if (!first) throw new Error('no cards');
  const changed = { ...first, title: 'Changed', sections: [section('How it works', 'In another way.')] };
  const picture = (hash: string) => ({ path: `pictures/one.${hash}.png`, width: 5, height: 7 });
  const key = `${first.id}.front`;
  const art = (text: string) => ({
    'logo.png': { name: 'logo.png', format: 'png' as const, width: 5, height: 7, data: Buffer.from(text), hash: text },
  });
  const old = sampleInput({ ...deck, logo: 'logo.png', pictures: art('a') });
  before = await buildSite({ ...old, pictures: new Map([[key, picture('0123456789')]]) });
  const next = sampleInput({ ...old.deck, version: '2.0.0', cards: [changed, ...rest], pictures: art('b') });
  after = await buildSite({ ...next, pictures: new Map([[key, picture('abcdef0123')]]) });
});

const PICTURES = ['site/pictures/one.0123456789.png', 'site/pictures/one.abcdef0123.png'];

function filesOf(outputs: readonly Output[], base: Files = new Map()): Files {
  const texts = outputs.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')] as const);
  return new Map([...base, ...PICTURES.map((path) => [path, ''] as const), ...texts]);
}

/** The files of ours that a page or a style sheet names: in links to files, in what scripts load later, and in rules. */
function namedIn(path: string, text: string): string[] {
  const later = /data-files="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"');
  const base = path.endsWith('.html') && path.split('/').length > 2 ? '../' : '';
  const names = [
    ...[...text.matchAll(/\s(?:src|href)="([^"#?]+)/gu)].map(([, name = '']) => name),
    ...[...text.matchAll(/url\(([^)]+)\)/gu)].map(([, name = '']) => name),
    ...Object.values(JSON.parse(later ?? '{}') as Record<string, string>).map((name) => base + name),
  ];
  const whole = names
    .filter((name) => !/^(https?|mailto):/u.test(name))
    .map((name) => new URL(name, `http://x/${path}`));
  return [...new Set(whole.map(({ pathname }) => decodeURIComponent(pathname.slice(1))))];
}

/** What pages and style sheets ask for and the server does not have. */
function missingIn(site: Files): string[] {
  const asking = [...site].filter(([path]) => /\.(html|css)$/u.test(path));
  return asking.flatMap(([path, text]) =>
    namedIn(path, text)
      .filter((name) => !site.has(name))
      .map((name) => `${path} → ${name}`),
  );
}

describe('a half-way state', () => {
  test('of an upload in the order of the build has every file that its pages ask for', () => {
    const old = filesOf(before);
    for (let count = 0; count <= after.length; count += 1) {
      expect(missingIn(filesOf(after.slice(0, count), old)), `${count} files`).toEqual([]);
    }
  });

  test('never changes a file that another edition uses under the same name', () => {
    const old = filesOf(before);
    const changed = [...filesOf(after)].filter(([path, text]) => old.has(path) && old.get(path) !== text);
    const kinds = changed.map(([path]) => path.replace(/^site\//u, ''));
    // Pages, what machines read, and the worker: nothing that a page needs.
    expect(kinds.filter((path) => !/\.html$|^(cards\.(json|csv)|llms\.txt|worker\.js)$/u.test(path))).toEqual([]);
    expect(kinds).toContain('index.html');
  });

  test('of old pages with new files, or new pages with both, is whole; new pages alone are not', () => {
    const isPage = ({ path }: Output) => path.endsWith('.html');
    const both = filesOf(after, filesOf(before));
    expect(missingIn(filesOf(before.filter(isPage), both))).toEqual([]);
    expect(missingIn(both)).toEqual([]);
    expect(missingIn(filesOf(after.filter(isPage), filesOf(before))).length).toBeGreaterThan(0);
  });

  test('has the worker last, and old files may go when it is there', () => {
    expect(after.at(-1)?.path).toBe('site/worker.js');
    expect(missingIn(filesOf(after))).toEqual([]);
  });
});
