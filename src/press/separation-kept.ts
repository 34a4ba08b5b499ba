import { deserialize, serialize } from 'node:v8';
import type { Cache, Key } from '../model/cache.ts';
import type { Output } from '../model/output.ts';
import type { PressOptions } from './press.ts';
import type { Press } from './presses.ts';
import { type Pressed, pressOne } from './pressing.ts';

/** A PDF in inks, with what was verified in it. */
export type Verified = Pick<Pressed, 'bytes' | 'report' | 'rules'>;

/**
 * Separates a PDF and verifies the result; or takes what was made and verified in an earlier run of the same PDF and options.
 *
 * @param with.press how it is done; left out: here and now
 * @throws an Error for a file that is not what it says
 */
export async function separatedOnce(
  { path, bytes }: Pick<Output, 'path' | 'bytes'>,
  options: PressOptions & { inkLimit: number },
  { cache, press = pressOne }: { cache: Cache; press?: Press['press'] | undefined },
): Promise<Verified> {
  const settings = settingsOf(options);
  const kept = await cache.get(['pressed', bytes, ...settings], async () => {
    // Of the last PDF of this name, with the same profile: its parts are remembered by all else that they were made from.
    const name = ['press memory', path, ...settings];
    const { findings, memory, ...made } = await press({ pdf: bytes, options, memory: cache.find(name) });
    await cache.keep(name, memory);
    const broken = [
      ...findings.filter((one) => one.severity === 'error').map((one) => `page ${one.page + 1}: ${one.message}`),
      ...made.rules.filter((rule) => !rule.ok).map(({ rule, detail }) => `${rule}: ${detail}`),
    ];
    if (broken.length > 0) throw new Error(`${path} is no good ${options.conformance}: ${broken.join('; ')}`);
    return serialize(made satisfies Verified);
  });
  return deserialize(kept) as Verified;
}

/** A profile's place on the disk changes nothing; what it says and what is said of it does. */
function settingsOf({ profile, ...settings }: PressOptions): Key {
  const { data, path: _, ...about } = profile;
  return [data, JSON.stringify([settings, about])];
}
