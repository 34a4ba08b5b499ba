import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Changes, shown, withDeck, withOverlay } from '../../fixtures/deck.ts';
import { loadDeck } from '../../fixtures/load.ts';
import { looks } from '../../fixtures/looks.ts';

/** What is said of files that are not read. Paths of changes begin in the folder around the deck. */
async function unread(changes: Changes): Promise<string[]> {
  const moved = Object.fromEntries(Object.entries(changes).map(([name, change]) => [`../${name}`, change]));
  return await withDeck(moved, async (root) => {
    const { problems } = await loadDeck({ dir: path.join(root, 'deck'), root, looks });
    return problems.filter(({ ruleId }) => ruleId === 'not-read').map(shown);
  });
}

const isCalled = (file: string, severity: string, name: string) =>
  `${file} ${severity} deck/not-read "${file}" is not read: its name would be "${name}".`;

describe('a file or a folder whose name is nearly one that is read', () => {
  it.each<[file: string, severity: string, name: string]>([
    ['deck/Overrides', 'error', 'overrides'],
    ['deck/override', 'warning', 'overrides'],
    ['deck/day.yml', 'error', 'day.yaml'],
    ['deck/Retired.yaml', 'error', 'retired.yaml'],
    ['deck/retire.yaml', 'warning', 'retired.yaml'],
    ['deck/Suits.yaml', 'error', 'suits.yaml'],
    ['deck/suits.yml', 'warning', 'suits.yaml'],
    ['deck/locales/en-US/ui.yml', 'error', 'ui.yaml'],
    ['Layouts', 'error', 'layouts'],
    ['layouts/Slots', 'error', 'slots'],
    ['layouts/stock', 'warning', 'stocks'],
    ['layouts/formats.yml', 'error', 'formats.yaml'],
    ['layouts/elements.jsx', 'error', 'elements.tsx'],
    // As Windows' Notepad saves a file, and hides the end of its name.
    ['deck/day.yaml.txt', 'error', 'day.yaml'],
    ['deck/suits.yaml.txt', 'warning', 'suits.yaml'],
    ['deck/locales/en-US/ui.yaml.txt', 'error', 'ui.yaml'],
    ['layouts/formats.yaml.txt', 'error', 'formats.yaml'],
  ])('%s', async (file, severity, name) => {
    const one = path.extname(file) === '' ? `${file}/x.txt` : file;
    expect(await unread({ [one]: 'x' })).toEqual([isCalled(file, severity, name)]);
  });

  it('lies in the wrong folder, or has the ending of another language of code', async () => {
    const changes = { 'deck/extra.mdx': 'x', 'deck/layouts/slots/footer.tsx': 'x', 'layouts/faces/pattern.jsx': 'x' };
    expect(
      await unread({
        ...changes,
        'layouts/box/mine.yml': 'x',
        'layouts/press/a.yaml.txt': 'x',
        'layouts/slots/footer.tsx.txt': 'x',
      }),
    ).toEqual([
      'deck/extra.mdx warning deck/not-read "deck/extra.mdx" is not read: cards lie in "cards", changed ones in "overrides".',
      'deck/layouts warning deck/not-read "deck/layouts" is not read: layouts lie beside the deck\'s folder, not in it.',
      'layouts/box/mine.yml error deck/not-read "layouts/box/mine.yml" is not read: its name must end in ".yaml".',
      'layouts/faces/pattern.jsx warning deck/not-read "layouts/faces/pattern.jsx" is not read: its name must end in ".tsx" or ".ts".',
      'layouts/press/a.yaml.txt error deck/not-read "layouts/press/a.yaml.txt" is not read: its name must end in ".yaml".',
      'layouts/slots/footer.tsx.txt warning deck/not-read "layouts/slots/footer.tsx.txt" is not read: its name must end in ".tsx" or ".ts".',
    ]);
  });

  it('is of the deck’s own language under another name, or of none', async () => {
    const changes = { 'deck/locales/en/ui.yaml': '{}\n', 'deck/locales/DE/ui.yaml': '{}\n' };
    expect(await unread({ ...changes, 'deck/locales/fr/ui.yaml': '{}\n' })).toEqual([
      'deck/locales/DE warning deck/not-read "deck/locales/DE" is not read: a language is written like "de" or "pt-BR".',
      'deck/locales/en warning deck/not-read "deck/locales/en" is not read: the deck\'s language is "en-US", and "languages" has no "en".',
    ]);
  });

  it.each(['cards', 'overrides', 'boards', 'fonts', 'art/glyphs', 'locales', '../layouts'])(
    '%s, which the disk refuses to show, stops the work: what is in it would be left out',
    async (folder) => {
      const looped = withDeck({}, async (root) => {
        const dir = path.join(root, 'deck', folder);
        await rm(dir, { recursive: true, force: true });
        await symlink(path.basename(dir), dir);
        return await loadDeck({ dir: path.join(root, 'deck'), root, looks });
      });
      await expect(looped).rejects.toThrow('ELOOP');
    },
  );

  it('is left alone where it is somebody’s own', async () => {
    const own = [
      'deck/README.md',
      'deck/cards.xlsx',
      'deck/notes/x.mdx',
      'deck/suits-old.yaml',
      'deck/.DS_Store',
      'deck/press.icc',
    ];
    const code = ['layouts/parts/x.tsx', 'layouts/lib/x.js', 'layouts/README.md'];
    expect(await unread(Object.fromEntries([...own, ...code].map((name) => [name, 'x'])))).toEqual([]);
  });

  it('is said of decks that are extended, too', async () => {
    const changes = { 'good/Overrides/x.txt': '', 'overlay/token.json': '{}' };
    const said = await withOverlay(changes, async (root) => {
      const { problems } = await loadDeck({ dir: path.join(root, 'overlay'), root, looks });
      return problems.filter(({ ruleId }) => ruleId === 'not-read').map(shown);
    });
    expect(said).toEqual([isCalled('good/Overrides', 'error', 'overrides')]);
  });
});
