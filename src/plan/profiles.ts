import path from 'node:path';
import { z } from 'zod';
import type { Deck } from '../model/deck.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Place, type Problem } from '../model/problem.ts';
import { UsageError } from '../model/usage.ts';
import { type PressProfile, readProfile } from '../press/profile.ts';
import { openFolder, type Report, readText } from '../read/files.ts';
import { stampOf } from '../read/stamps.ts';
import { checked } from '../read/values.ts';
import { type Located, parseYaml } from '../read/yaml.ts';

/** A press as `press/profiles.yaml` of a `layouts/` folder describes it. */
interface ProfileEntry {
  id: string;
  /** Absolute path of its ICC file. */
  path: string;
  facts: { condition: string; identifier: string; registry: string; inkLimit: number };
  /** Where its file is named. */
  at: { file: string; place: Place | undefined };
}

const profilesSchema = z.record(
  z.string(),
  z.strictObject({
    file: z.string().regex(/^[^/\\]+$/u, 'a file beside profiles.yaml'),
    condition: z.string(),
    identifier: z.string(),
    registry: z.string().default(''),
    inkLimit: z.number().min(100).max(400),
  }),
);

/**
 * The press profiles of `layouts/` folders by id; one whose file is no press profile is reported and left out.
 *
 * @param root files are named in problems relative to this folder
 */
export async function loadProfiles(
  dirs: readonly string[],
  root: string,
): Promise<{ profiles: Record<string, PressProfile>; problems: Problem[] }> {
  const problems: Problem[] = [];
  const profiles = new Map<string, PressProfile>();
  const entries = await readProfileLists(dirs, root, (problem) => problems.push(problem));
  for (const { id, path: file, facts, at } of entries.values()) {
    try {
      profiles.set(id, { ...(await readProfile(file)), id, ...facts });
    } catch (cause) {
      if (!(cause instanceof UsageError)) throw cause;
      problems.push(error({ ...at, rule: 'press/profile', message: cause.message }));
    }
  }
  return { profiles: Object.fromEntries(profiles), problems };
}

/** An error where `press` of deck.yaml is neither one of the press profiles that there are nor a file of one in the deck's folder. */
export async function checkDeckPress(
  { press, dir, file = '' }: Pick<Deck, 'press' | 'dir' | 'file'>,
  deckFile: Located | undefined,
  allowed: readonly string[],
): Promise<Problem[]> {
  if (press === undefined || allowed.includes(press)) return [];
  try {
    await readProfile(path.join(dir, press), { name: press });
    return [];
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    const place = deckFile?.places.press;
    const note = 'Or the name of a CMYK profile in the deck’s folder, which ends in .icc or .icm.';
    return [error({ file, place, rule: 'deck/press', message: cause.message, allowed, got: press, note })];
  }
}

/** The press profiles of `layouts/` folders, in the order of their files: of two of one id the later folder's. */
async function readProfileLists(
  dirs: readonly string[],
  root: string,
  report: Report,
): Promise<Map<string, ProfileEntry>> {
  const entries = new Map<string, ProfileEntry>();
  for (const dir of dirs) {
    const list = path.join(dir, 'press/profiles.yaml');
    const folder = stampOf(list) === '' ? undefined : await openFolder(dir, root, report);
    const text = folder && (await readText(list, folder, report));
    const source = text && parseYaml(text.text, text.file, report);
    const data = source && checked(profilesSchema, source, 'press', report);
    for (const [id, { file, ...facts }] of Object.entries(data ?? {})) {
      const at = { file: source?.file ?? '', place: lookUp(source?.places, `${id}.file`) };
      entries.set(id, { id, path: path.join(dir, 'press', file), facts, at });
    }
  }
  return entries;
}
