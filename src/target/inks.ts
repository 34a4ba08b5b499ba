import type { Output } from '../model/output.ts';
import type { Stock } from '../model/stock.ts';
import { blacksOf } from '../press/blacks.ts';
import type { CheckedRule } from '../press/check/facts.ts';
import type { Press } from '../press/presses.ts';
import type { PressProfile } from '../press/profile.ts';
import type { PressReport } from '../press/separate.ts';
import { separatedOnce } from '../press/separation-kept.ts';
import type { Job } from './target.ts';

/**
 * A PDF in inks, marked as PDF/X, and beside it a text that states rule by rule what was verified in the finished file.
 * An author's mistakes were found before (see `preflightFaces`): a rule that fails here is our own bug.
 */
export async function pressed(
  { path, bytes }: Output,
  stock: Pick<Stock, 'id' | 'press'>,
  job: Pick<Job, 'deck' | 'profiles' | 'cache'> & { press?: Press['press'] },
): Promise<Output[]> {
  const profile = job.profiles.get(stock.id);
  if (!stock.press || !profile) throw new Error(`no press profile for ${stock.id}`);
  const options = optionsOf(stock.press, profile, job.deck);
  const { conformance, inkLimit, bare } = options;
  const made = await separatedOnce({ path, bytes }, options, job);
  const text = [
    `${path}: ${conformance}, ${profile.condition} (${profile.identifier})`,
    ...coloursText(made.report, inkLimit),
    ...groundsText(made.report),
    ...bare.map((colour) => `${colour}, the ground, is left to the stock: no ink`),
    '',
    'Verified in the finished file, rule by rule. This is no full ISO 15930 validation:',
    ...made.rules.map(ruleText),
    '',
  ].join('\n');
  return [
    { path, bytes: made.bytes },
    { path: path.replace(/\.pdf$/u, '.txt'), bytes: new TextEncoder().encode(text) },
  ];
}

/** What a deck is separated with on a stock. */
function optionsOf(press: NonNullable<Stock['press']>, profile: PressProfile, deck: Job['deck']) {
  return {
    profile,
    conformance: press.conformance,
    inkLimit: Math.min(press.inkLimit ?? profile.inkLimit, profile.inkLimit),
    title: `${deck.name} ${deck.version}`,
    date: deck.date,
    blacks: blacksOf(deck.theme),
    bare: press.ground === 'none' ? [deck.theme.colour.paper ?? '#ffffff'] : [],
  };
}

function coloursText({ colours, images, limitedPixels }: PressReport, inkLimit: number): string[] {
  const limited = colours.filter((one) => one.limited);
  return [
    `${colours.length} colors and ${images} images converted, at most ${inkLimit} % ink`,
    ...limited.map(({ rgb, inks }) => `  ${rgb} is over the limit and prints with less ink: C M Y K ${inks.join(' ')}`),
    ...(limitedPixels > 0 ? [`  ${limitedPixels} pixels of images are over the limit and print with less ink`] : []),
  ];
}

/** Light grounds that are printed with fewer inks than the profile would take. */
function groundsText({ colours }: PressReport): string[] {
  return colours.flatMap(({ rgb, inks, ground }) =>
    ground
      ? [
          `  ${rgb} is a light ground: C M Y K ${inks.join(' ')} in place of ${ground.asked.join(' ')}, ΔE00 ${ground.deltaE.toFixed(1)}`,
        ]
      : [],
  );
}

function ruleText({ rule, ok, detail }: CheckedRule): string {
  return `  ${ok ? 'ok' : 'NOT OK'}  ${rule}: ${detail}`;
}
