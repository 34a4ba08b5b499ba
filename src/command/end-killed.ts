import { recover } from '../write/recover.ts';

/**
 * Whatever is run after a build that was killed ends it first. That the folder can't be written to matters to a build alone.
 *
 * @param out absolute path of the output folder
 */
export async function endKilled(out: string): Promise<void> {
  await recover(out).catch(() => undefined);
}
