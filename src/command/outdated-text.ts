import type { Lock } from '../deck/chain/lock.ts';
import type { Loaded } from '../deck/deck.ts';
import type { TextKind } from '../deck/kit/texts.ts';
import { changedIn } from '../deck/languages/in-languages.ts';
import { localesIn } from '../deck/languages/translations.ts';
import { type AcceptResult, type Outdated, outdatedIn, unrecordedIn } from './outdated.ts';

/** The state of a language: outdated translations, and texts without one. */
interface OutdatedLanguage {
  lang: string;
  /** How many cards there are. */
  cards: number;
  /** How many boards, worksheets and chapters there are. */
  pages: number;
  /** Files as shown, each with the hash of what it translates as that is now. */
  changed: readonly { what: 'card' | TextKind; file: string; hash: string }[];
  /** Ids of cards without a translation. */
  missing: readonly string[];
  /** Boards, worksheets and chapters without one: `board:gap`. */
  missingPages: readonly string[];
}

/** All that `prepdeck outdated` finds. */
export interface Drift {
  overrides: readonly Outdated[];
  /** Ids of overrides for which the lock file does not have all that they touch. */
  unrecorded: readonly string[];
  languages: readonly OutdatedLanguage[];
}

/**
 * What has drifted in a deck.
 *
 * @param lock what its lock file says; undefined where it can't be read
 */
export async function driftOf(loaded: Loaded, lock: Lock | undefined): Promise<Drift> {
  return {
    overrides: outdatedIn(loaded, lock ?? {}),
    unrecorded: lock ? unrecordedIn(loaded, lock) : [],
    languages: await languagesOf(loaded),
  };
}

/**
 * The languages of a deck. One that only a deck below has is its authors' concern, unless deck.yaml names it.
 */
async function languagesOf({ further, layers }: Loaded): Promise<OutdatedLanguage[]> {
  const own = await localesIn(layers.slice(-1));
  const concerns = further.filter(({ deck }) => own.includes(deck.lang) || deck.languages.includes(deck.lang));
  return concerns.map((one) => ({
    lang: one.deck.lang,
    cards: one.cards.length,
    pages: one.pages.length,
    changed: changedIn(one),
    missing: one.deck.untranslated,
    missingPages: one.deck.untranslatedPages ?? [],
  }));
}

/** Whether something that was written for an earlier text still waits for somebody. What nobody has translated yet does not count. */
export function hasDrifted({ overrides, languages }: Drift): boolean {
  return overrides.length > 0 || languages.some(({ changed }) => changed.length > 0);
}

/** What `prepdeck outdated --json` prints: one object. */
export function outdatedJson(drift: Drift, done: AcceptResult = { accepted: [], recorded: [] }): string {
  return `${JSON.stringify({ ok: !hasDrifted(drift), ...drift, ...done })}\n`;
}

/** What `prepdeck outdated` prints. */
export function outdatedText({ overrides, unrecorded, languages }: Drift): string {
  const blocks = overrides.map(overrideText);
  if (overrides.length === 0) blocks.push('Every override fits what it changes.');
  if (overrides.some((one) => one.state === 'changed')) blocks.push(ACCEPT);
  if (unrecorded.length > 0) blocks.push(`${UNRECORDED}: ${unrecorded.join(', ')}.\n${RECORD}`);
  return `${[...blocks, ...languages.map(languageText)].join('\n\n')}\n`;
}

function overrideText({ id, file, state, by, parts, namedBy }: Outdated): string {
  const names = namedBy.length > 0 ? [`  Still named by: ${namedBy.join(', ')}`] : [];
  const rows = parts.flatMap(({ part, before, now, ours }) => [
    `  ${part}`,
    `    base then  ${before}`,
    `    base now   ${now === before ? '(as then)' : now}`,
    `    ours       ${ours === now ? '(as now)' : ours}`,
  ]);
  const heading = by === undefined ? STATES[state] : `now "${by}"; the override does nothing`;
  const todo =
    by === undefined ? [] : [`  If it still fits: rename it to ${by}.mdx, then: npx prepdeck outdated --accept`];
  return [`${id}: ${heading}`, `  ${file}`, ...rows, ...todo, ...names].join('\n');
}

const STATES: Readonly<Record<Outdated['state'], string>> = {
  changed: 'base changed',
  renamed: 'base renamed; the override does nothing',
  removed: 'base removed; the override does nothing',
  identical: 'now identical; the override can be deleted',
};

const ACCEPT = `Parts that an override does not touch are printed as they are now.
Change what is no longer right; then: npx prepdeck outdated --accept`;

const UNRECORDED = 'Only the hash is known of what the base said when these were written';
const RECORD = 'To record what it says now, for the next time: npx prepdeck outdated --accept';

function languageText({ lang, cards, pages, changed, missing, missingPages }: OutdatedLanguage): string {
  const rest = pages === 0 ? '' : `, ${pages - missingPages.length} of ${pages} boards, worksheets and chapters`;
  return [
    `${lang}: ${cards - missing.length} of ${cards} cards are translated${rest}`,
    ...changed.flatMap(({ what, file, hash }) => [`  ${file}: its ${what} has changed`, `    source now  ${hash}`]),
    ...(missing.length > 0 ? [`  not translated: ${missing.join(', ')}`] : []),
    ...(missingPages.length > 0 ? [`  not translated: ${missingPages.join(', ')}`] : []),
  ].join('\n');
}
