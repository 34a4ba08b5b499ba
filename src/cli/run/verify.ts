import path from 'node:path';
import { verifiedText, verify } from '../../command/verify.ts';
import type { Voice } from '../voice.ts';

/** Says which files of a build are no longer those that it made. */
export async function runVerify(dir: string, { json: asJson }: { json?: boolean }, voice: Voice): Promise<void> {
  const found = await verify(path.resolve(dir));
  voice.data(asJson ? `${JSON.stringify(found)}\n` : verifiedText(found, dir));
  if (!found.ok) voice.exit(1);
}
