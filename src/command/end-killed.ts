import { recover } from '../write/recover.ts';

/**
 * Cleans up after a build that was killed; every command does so first. An output folder that can't be written to
 * is no matter here: only a build has to, and says so.
 *
 * @param out absolute path of the output folder
 */
export async function endKilled(out: string): Promise<void> {
  await recover(out).catch(() => undefined);
}
