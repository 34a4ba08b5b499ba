import { explain } from '../../command/explain.ts';
import { acceptOutdated } from '../../command/outdated.ts';
import { driftOf, hasDrifted, outdatedJson, outdatedText } from '../../command/outdated-text.ts';
import { writeOverride } from '../../command/override.ts';
import { beginLanguage, translate, translateText } from '../../command/translate.ts';
import { writeEdition } from '../../deck/chain/edition.ts';
import { topOf } from '../../deck/chain/layer.ts';
import { LOCK, type Lock, readLock } from '../../deck/chain/lock.ts';
import { type Loaded, loadDeck } from '../../deck/deck.ts';
import { loadLooks } from '../../looks/looks.ts';
import { hasErrors, type Problem } from '../../model/problem.ts';
import { namesLackedBy } from '../../plan/shown-names.ts';
import { chainAt } from '../chain.ts';
import { deckAt, type Flags } from '../flags.ts';
import { fromHere } from '../typed.ts';
import type { Voice } from '../voice.ts';

/** The options of `override`. */
export interface OverrideFlags extends Flags {
  front?: string;
  section: string[];
}

/** Says which deck gave each part of a text. */
export async function runExplain(id: string, flags: Flags, voice: Voice): Promise<void> {
  const loaded = await opened(flags, voice);
  if (loaded) voice.data(explain(loaded, id));
}

/** Starts to change a text of the deck that this one extends. */
export async function runOverride(id: string, flags: OverrideFlags, voice: Voice): Promise<void> {
  const loaded = await opened(flags, voice);
  const lock = loaded && (await openedLock(loaded, voice));
  if (!loaded || !lock) return;
  const front = flags.front?.split(',').map((key) => key.trim()) ?? [];
  const file = await writeOverride({ loaded, lock, id, front, sections: flags.section });
  voice.say(`${fromHere(file)} holds what you chose: change it there. Then run: npx prepdeck check`);
}

/** Lists what no longer fits the deck that this one extends. */
export async function runOutdated(flags: Flags & { accept?: boolean }, voice: Voice): Promise<void> {
  const loaded = await opened(flags, voice, 'all');
  const lock = loaded && (await openedLock(loaded, voice));
  if (!loaded) return;
  const drift = await driftOf(loaded, lock);
  const done = flags.accept && lock ? await acceptOutdated(loaded, lock) : undefined;
  const left = done ? { ...drift, overrides: drift.overrides.filter(({ state }) => state !== 'changed') } : drift;
  voice.data(flags.json ? outdatedJson(left, done) : outdatedText(drift));
  if (hasDrifted(left)) voice.exit(1);
  if (flags.json || !done) return;
  for (const file of done.accepted) voice.say(`accepted: ${file}`);
  if (done.recorded.length > 0) voice.say(`recorded in ${LOCK}: ${done.recorded.join(', ')}`);
}

/** Begins the translations that are missing. */
export async function runTranslate(lang: string, flags: Flags, voice: Voice): Promise<void> {
  const { deck: dir } = await deckAt(flags);
  const first = await opened(flags, voice);
  if (!first) return;
  const isFirst = first.deck?.lang === lang;
  if (!isFirst) await beginLanguage(dir, lang);
  const loaded = isFirst ? first : await opened(flags, voice, 'all');
  if (!loaded) return;
  const names = await namesLackedBy(loaded, lang, await chainAt(flags));
  voice.say(translateText(await translate(loaded, lang, names)).trimEnd());
}

/** Writes down the cards of this version. */
export async function runEdition(flags: Flags, voice: Voice): Promise<void> {
  const loaded = await opened(flags, voice, 'all');
  if (!loaded?.deck) return;
  voice.report(loaded.problems.filter((problem) => problem.fatal));
  if (hasErrors(loaded.problems)) return voice.exit(1);
  const file = await writeEdition(loaded.deck, loaded);
  voice.say(`Edition ${loaded.deck.version} is in ${fromHere(file)}`);
}

/** The content of the deck's lock file; undefined after reporting why it can't be read: then nothing is written. */
async function openedLock({ layers }: Loaded, voice: Voice): Promise<Lock | undefined> {
  const problems: Problem[] = [];
  const lock = await readLock(topOf(layers).folder, (problem) => problems.push(problem));
  if (lock) return lock;
  voice.report(problems);
  voice.say(
    `Get ${LOCK} back from where you keep the deck. Or delete it: what texts said before is lost then, nothing else.`,
  );
  voice.exit(1);
  return undefined;
}

/** Loads the deck that flags name; undefined after reporting why there is none. */
async function opened(flags: Flags, voice: Voice, languages: 'all' | [] = []): Promise<Loaded | undefined> {
  const chain = await chainAt(flags);
  const loaded = await loadDeck(chain, { looks: await loadLooks(...chain.layouts), languages });
  if (loaded.deck) return loaded;
  voice.report(loaded.problems);
  voice.exit(1);
  return undefined;
}
