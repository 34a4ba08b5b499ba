import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lookUp } from '../model/look-up.ts';
import { UsageError } from '../model/usage.ts';
import { readIcc } from './icc.ts';

/** A press: the inks that give a colour on it, and how a PDF names it. */
export interface PressProfile {
  /** Key in `layouts/press/profiles.yaml`, or the path that the user named. */
  id: string;
  /** Absolute path of the ICC file. */
  path: string;
  data: Uint8Array;
  /** ICC version, e.g. `2.4`. */
  version: string;
  condition: string;
  identifier: string;
  /** Where the identifier is registered; empty for none. */
  registry: string;
  /** Most ink in percent, all four together. */
  inkLimit: number;
}

/** The ink limit of a user's own profile where no other is given: that of offset printing on coated paper. */
const USUAL_INK_LIMIT = 300;

/**
 * A shipped profile by its id, or the user's own file. `named` is what `--profile`, a stock or deck.yaml says; the last two are checked before.
 *
 * @throws UsageError where there is no such profile or file, or the file is no CMYK printer profile.
 */
export async function chooseProfile(
  named: string,
  shipped: Readonly<Record<string, PressProfile>>,
): Promise<PressProfile> {
  return lookUp(shipped, named) ?? (await readProfile(named, { shipped: Object.keys(shipped) }));
}

/**
 * Reads an ICC file and checks that it describes a press.
 *
 * @param said.shipped ids that may be named instead of a file, for the message
 * @param said.name what the message calls the file; left out: its path
 * @throws UsageError where the file is missing, is no ICC profile, or is not one of a CMYK printer
 */
export async function readProfile(
  file: string,
  { shipped = [], name = file }: { shipped?: readonly string[]; name?: string } = {},
): Promise<PressProfile> {
  const data = await readFile(file).catch(() => undefined);
  const others = shipped.length > 0 ? ` Name an ICC file, or one of: ${shipped.join(', ')}.` : '';
  if (!data) throw new UsageError(`There is no press profile "${name}".${others}`);
  const header = readIcc(data);
  if (!header) {
    throw new UsageError(
      `"${name}" is not an ICC profile. A press profile is a file ending in .icc or .icm; ask your print shop for theirs.`,
    );
  }
  const { space, deviceClass, description, version } = header;
  if (space !== 'CMYK') {
    throw new UsageError(
      `"${name}" is a profile for ${space} colors, not for CMYK inks. Ask your print shop for its CMYK profile.`,
    );
  }
  if (deviceClass !== 'prtr') {
    throw new UsageError(
      `"${name}" is a CMYK profile, but not of a printing press (its class is "${deviceClass}"; it must be "prtr").`,
    );
  }
  const condition = description || path.basename(file);
  const facts = { condition, identifier: 'Custom', registry: '', inkLimit: USUAL_INK_LIMIT };
  return { id: file, path: path.resolve(file), data: new Uint8Array(data), version, ...facts };
}
