import { describe, expect, test } from 'vitest';
import { dotLines } from '../../../layouts/parts/dots.ts';
import { theme } from '../../fixtures/theme.ts';

const plain = (lines: string[]) => lines.map((line) => line.replaceAll('\u00a0', ' '));

describe('a list with dots', () => {
  test('breaks between entries, and no line ends or begins with a dot', () => {
    const lines = plain(dotLines(['New Member', 'Active Member', 'Lapsing Member'], { theme, size: 7 }, 100));
    expect(lines).toEqual(['New Member · Active Member', 'Lapsing Member']);
  });

  test('has less room on its first line, where a name stands before it', () => {
    expect(plain(dotLines(['New Member', 'Active Member'], { theme, size: 7 }, 100, 40))).toEqual([
      'New Member',
      'Active Member',
    ]);
  });

  test('leaves no entry alone on the last line where the one before has three', () => {
    expect(plain(dotLines(['PLC 129', 'TRU 141', 'PLC 132', 'REC 36'], { theme, size: 7 }, 100))).toEqual([
      'PLC 129 · TRU 141',
      'PLC 132 · REC 36',
    ]);
  });

  test('leaves the renderer no place to break inside an entry', () => {
    expect(dotLines(['New Member'], { theme, size: 7 }, 10)).toEqual(['New\u00a0Member']);
  });
});
