import { createHash } from 'node:crypto';
import { UsageError } from '../model/usage.ts';
import { findingsOf, type PressFinding } from './findings.ts';
import type { Separator } from './image.ts';
import { tiffOf } from './lab.ts';
import { pressMemory } from './memory.ts';
import type { Conformance } from './pdfx-identity.ts';
import type { PressProfile } from './profile.ts';
import { blackTest, convertColours, type Separation, separate } from './separate.ts';
import { readStreams } from './streams.ts';

/** How a PDF becomes a press PDF. */
export interface PressOptions {
  profile: PressProfile;
  conformance: Conformance;
  title: string;
  /** ISO 8601; every date in the file. */
  date: string;
  /** Most ink in percent. A printer's own rule may be stricter than its profile, never looser: the lower one counts. */
  inkLimit?: number | undefined;
  /** Colours (`#rrggbb`) that print as black ink alone in text and hairlines: the theme's ink. */
  blacks: readonly string[];
  /** Colours (`#rrggbb`) that tinted stock has already: no ink is printed for them. */
  bare?: readonly string[] | undefined;
}

/** The press and the blacks that `preflight` checks a PDF for. */
export interface PreflightOptions {
  blacks: readonly string[];
  /** Left out for a PDF that stays RGB: it has no inks to be judged. */
  press?: Pick<PressOptions, 'profile' | 'inkLimit' | 'conformance'> | undefined;
}

/**
 * Turns an RGB PDF into a press PDF in CMYK. The same input gives the same bytes.
 *
 * Findings are by page; an error among them means that the file must not be handed out.
 *
 * @param memory of an earlier run with the same profile and blacks
 * @throws UsageError where the profile is too new for the conformance
 */
export async function toPress(pdf: Uint8Array, options: PressOptions, memory = pressMemory()): Promise<Separation> {
  const { profile, conformance, title, date, blacks, bare = [] } = options;
  if (conformance === 'PDF/X-1a:2003' && Number.parseInt(profile.version, 10) > 2) {
    throw new UsageError(
      `The press profile "${profile.id}" is an ICC profile of version ${profile.version}; ${conformance} takes version 2 only. Ask your print shop for one of version 2, or print to a PDF/X-4 stock.`,
    );
  }
  const inkLimit = limitOf(options);
  const hash = createHash('sha256').update(pdf).update(profile.data);
  const id = hash
    .update(JSON.stringify([conformance, title, date, inkLimit, blacks, bare]))
    .digest('hex')
    .slice(0, 32)
    .toUpperCase();
  const { identifier, registry, condition } = profile;
  const identity = { conformance, title, date, id, intent: { identifier, registry, condition, profile: profile.data } };
  return await separate(pdf, separatorOf(profile), { identity, inkLimit, blacks, bare, memory });
}

/**
 * What a print shop would call about, by page, without writing anything.
 *
 * @param places pages to look at, from 0, in their order; left out: all
 */
export async function preflight(
  pdf: Uint8Array,
  { blacks, press }: PreflightOptions,
  places?: readonly number[],
): Promise<PressFinding[]> {
  const source = await readStreams(pdf, { isBlack: blackTest(blacks), places });
  const limits = press && {
    converted: await convertColours(source.colours, separatorOf(press.profile)),
    inkLimit: limitOf(press),
    conformance: press.conformance,
  };
  const found = findingsOf(source.pages, limits);
  return places ? found.map((one) => ({ ...one, page: places[one.page] ?? one.page })) : found;
}

/** Colour conversion by LittleCMS inside sharp, perceptual, from sRGB. */
export function separatorOf(profile: PressProfile): Separator {
  return {
    async inks(rgb, width, height) {
      const { default: sharp } = await import('sharp');
      const image = sharp(rgb, { raw: { width, height, channels: 3 } });
      const inks = await image.withIccProfile(profile.path, { attach: false }).toColourspace('cmyk').raw().toBuffer();
      return new Uint8Array(inks);
    },
    async jpeg(bytes) {
      const { default: sharp } = await import('sharp');
      return new Uint8Array(await sharp(bytes).toColourspace('srgb').raw().toBuffer());
    },
    async proof(inks) {
      const { default: sharp } = await import('sharp');
      return new Uint8Array(await sharp(tiffOf(inks, profile.data)).toColourspace('srgb').raw().toBuffer());
    },
  };
}

function limitOf({ profile, inkLimit }: Pick<PressOptions, 'profile' | 'inkLimit'>): number {
  return Math.min(profile.inkLimit, inkLimit ?? profile.inkLimit);
}
