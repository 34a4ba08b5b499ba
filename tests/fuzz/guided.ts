import { Session } from 'node:inspector';
import { stopwatch } from './limit.ts';
import { TOKENS } from './mutants.ts';

/** What is read, and how often. `read` throws where it finds a fault. */
export interface Guided {
  seeds: readonly string[];
  read: (text: string) => void;
  runs: number;
  /** Of the inputs that are tried; two runs with one seed try the same. */
  seed: number;
  /** For one input, in ms; left out: that of all readers. */
  limit?: number;
}

/** What was tried: how many inputs reached code that none had reached before. */
export interface Tried {
  kept: number;
}

/**
 * Reads inputs that are made of others, and keeps those that reach code which no other has reached: V8 says which. Throws with the
 * input at the first one on which the reader throws or takes too long.
 */
export function guided({ seeds, read, runs, seed, limit }: Guided): Tried {
  const random = randomOf(seed);
  const corpus = [...seeds];
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  try {
    for (let run = 0; run < runs; run += 1) {
      const input = run < seeds.length ? (seeds[run] ?? '') : mutated(corpus, random);
      tryOne(input, read, limit);
      if (run >= seeds.length && hasReachedMore(session)) corpus.push(input);
    }
  } finally {
    session.post('Profiler.disable');
    session.disconnect();
  }
  return { kept: corpus.length - seeds.length };
}

function tryOne(input: string, read: (text: string) => void, limit?: number): void {
  const stop = stopwatch(limit);
  try {
    read(input);
    stop();
  } catch (cause) {
    throw new Error(`a reader fell over ${JSON.stringify(input)}`, { cause });
  }
}

/** Whether code of ours ran that had not run before. */
function hasReachedMore(session: Session): boolean {
  let more = false;
  session.post('Profiler.takePreciseCoverage', (_, taken) => {
    more = taken?.result.some(({ url, functions }) => /[\\/]src[\\/]/u.test(url) && functions.length > 0) ?? false;
  });
  return more;
}

/** A part of one input put into another, a token of what breaks readers, a repetition, or a cut. */
function mutated(corpus: readonly string[], random: (below: number) => number): string {
  const pick = () => corpus[random(corpus.length)] ?? '';
  let text = pick();
  for (let left = 1 + random(4); left > 0; left -= 1) {
    const [at, other] = [random(text.length + 1), pick()];
    const from = random(other.length + 1);
    const put = [
      TOKENS[random(TOKENS.length)] ?? '',
      other.slice(from, from + random(40)),
      text.slice(at, at + random(20)).repeat(1 + random(30)),
      String.fromCharCode(random(128)),
      '',
    ][random(5)];
    text = text.slice(0, at) + put + text.slice(at + random(12));
  }
  return text.slice(0, 20_000);
}

/** Numbers below a limit, the same ones for one seed. Marsaglia's xorshift. */
function randomOf(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
