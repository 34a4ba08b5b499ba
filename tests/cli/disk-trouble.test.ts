import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskTrouble } from '../../src/cli/disk-trouble.ts';
import { home } from '../../src/home.mjs';

test('what a disk refuses is said of the file, in words', async () => {
  const isFile = path.resolve('README.md');
  const trouble = (work: Promise<unknown>) => work.then(() => undefined, diskTrouble);
  expect(await trouble(writeFile(path.join(isFile, 'a.txt'), ''))).toBe(
    'README.md/a.txt: a part of its path is a file, no folder (ENOTDIR)',
  );
  expect(await trouble(mkdir(isFile))).toBe('README.md: something else has this name (EEXIST)');
  expect(await trouble(writeFile('tests', ''))).toBe('tests: it is a folder (EISDIR)');
  const looped = { code: 'ELOOP', syscall: 'scandir', path: path.resolve('deck/cards') };
  expect(diskTrouble(Object.assign(new Error('ELOOP'), looped))).toBe(
    'deck/cards: a link in its path leads back to itself (ELOOP)',
  );
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  expect(diskTrouble(full)).toBe('the disk is full');
});

test('our own faults are said with all that helps to find them', () => {
  const missing = { code: 'ENOENT', syscall: 'open', path: path.join(home, 'src/gone.ts') };
  expect(diskTrouble(Object.assign(new Error('ENOENT'), missing))).toBe(undefined);
  expect(diskTrouble(Object.assign(new Error('what'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBe(undefined);
  expect(diskTrouble(new TypeError('x is not a function'))).toBe(undefined);
  expect(diskTrouble('nothing')).toBe(undefined);
});
