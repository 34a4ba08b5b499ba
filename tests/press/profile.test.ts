import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage.ts';
import { toPress } from '../../src/press/press.ts';
import { chooseProfile, readProfile } from '../../src/press/profile.ts';
import { profiles as shipped } from './profiles.ts';

const dir = path.resolve(import.meta.dirname, '../../layouts/press');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'prepdeck-profile-'));
});

/** A file with some of a real profile's bytes changed. */
async function changed(name: string, at: number, bytes: string): Promise<string> {
  const data = await readFile(path.join(dir, 'FOGRA39L_coated.icc'));
  data.write(bytes, at, 'latin1');
  const file = path.join(folder, name);
  await writeFile(file, data);
  return file;
}

describe('shipped profiles', () => {
  test('are two real ones, the European first', () => {
    expect(
      Object.values(shipped).map(({ id, identifier, inkLimit, version }) => [id, identifier, inkLimit, version]),
    ).toEqual([
      ['fogra39', 'FOGRA39', 300, '2.2'],
      ['gracol', 'CGATS TR 006', 300, '2.2'],
    ]);
  });

  test('are chosen by id', async () => {
    expect(await chooseProfile('gracol', shipped)).toBe(shipped.gracol);
  });
});

describe('a profile of the user’s own', () => {
  test('is named by its own description, its limit the usual one', async () => {
    const profile = await readProfile(path.join(dir, 'GRACoL_TR006_coated.icc'));
    expect(profile).toMatchObject({ identifier: 'Custom', registry: '', inkLimit: 300 });
    expect(profile.condition).toMatch(/\S/);
  });

  test('that is missing', async () => {
    await expect(chooseProfile('fogra51', shipped)).rejects.toThrow(
      new UsageError('There is no press profile "fogra51". Name an ICC file, or one of: fogra39, gracol.'),
    );
  });

  test('that is no ICC profile', async () => {
    const file = path.join(dir, 'profiles.yaml');
    await expect(readProfile(file)).rejects.toThrow(
      new UsageError(
        `"${file}" is not an ICC profile. A press profile is a file ending in .icc or .icm; ask your print shop for theirs.`,
      ),
    );
  });

  test('that is cut short', async () => {
    const file = path.join(folder, 'short.icc');
    await writeFile(file, (await readFile(path.join(dir, 'FOGRA39L_coated.icc'))).subarray(0, 5000));
    await expect(readProfile(file)).rejects.toThrow(/is not an ICC profile\./);
  });

  test('that is of a screen', async () => {
    const file = await changed('screen.icc', 12, 'mntrRGB ');
    await expect(readProfile(file)).rejects.toThrow(
      new UsageError(
        `"${file}" is a profile for RGB colors, not for CMYK inks. Ask your print shop for its CMYK profile.`,
      ),
    );
  });

  test('that is CMYK, but of no press', async () => {
    const file = await changed('space.icc', 12, 'spac');
    await expect(readProfile(file)).rejects.toThrow(
      new UsageError(
        `"${file}" is a CMYK profile, but not of a printing press (its class is "spac"; it must be "prtr").`,
      ),
    );
  });

  test('of ICC version 4 is too new for X-1a', async () => {
    const profile = await readProfile(await changed('new.icc', 8, '\x04\x20'));
    const options = { profile, conformance: 'PDF/X-1a:2003', title: 'T', date: '2026-11-21', blacks: [] } as const;
    await expect(toPress(new Uint8Array(), options)).rejects.toThrow(
      new UsageError(
        `The press profile "${profile.id}" is an ICC profile of version 4.2; PDF/X-1a:2003 takes version 2 only. Ask your print shop for one of version 2, or print to a PDF/X-4 stock.`,
      ),
    );
  });
});
