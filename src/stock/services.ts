import { z } from 'zod';
import type { Format } from '../model/faces.ts';
import { lookUp } from '../model/look-up.ts';
import { error, type Problem } from '../model/problem.ts';
import type { StockPictures } from '../model/stock.ts';
import { didYouMean } from '../model/suggest.ts';
import { MM_PER_INCH, type Mm, px } from '../model/units.ts';
import { WHITEBOARD_LIMITS } from '../model/whiteboards.ts';
import type { Located } from '../read/yaml.ts';
import { faultAt } from './fault-at.ts';

/** Resolution where a file says nothing: what services print at. */
const USUAL_DPI = 300;
/** How far the shape of a picture may be off that of the card with its bleed: 3 pixels on 1,000. */
const SLACK = 0.003;
const BYTES_PER_MEGABYTE = 1_000_000;

const pixels = () => z.int().min(16).max(20_000);

/** `press`: the stock's PDF is for a press. */
export const pressSchema = z.strictObject({
  conformance: z.enum(['PDF/X-4', 'PDF/X-1a:2003']),
  profile: z.string().optional(),
  inkLimit: z.number().min(100).max(400).optional(),
  ground: z.literal('none').optional(),
});

/** `pictures`: the stock is a service that takes pictures. */
export const picturesSchema = z.strictObject({
  width: pixels().optional(),
  height: pixels().optional(),
  dpi: z.int().min(30).max(1200).optional(),
  sheet: z
    .strictObject({ columns: z.int().min(1).max(20), rows: z.int().min(1).max(20), longest: pixels() })
    .optional(),
  whiteboard: z.literal(true).optional(),
  mostCards: z.int().min(1).optional(),
  mostMegabytes: z.number().min(0.1).optional(),
});

export type PicturesFile = z.output<typeof picturesSchema>;

interface ServiceFile {
  paper?: unknown;
  press?: unknown;
  pictures?: PicturesFile | undefined;
}

/** Pixels from what a file says: their number itself, or the resolution, or the room on a sheet of many faces. */
export function picturePixels(file: PicturesFile, format: Format, bleed: Mm): StockPictures {
  const { sheet, mostCards, mostMegabytes } = file;
  const [wide, high] = [format.width + 2 * bleed, format.height + 2 * bleed];
  const limits = { mostCards, mostBytes: mostMegabytes && mostMegabytes * BYTES_PER_MEGABYTE };
  if (sheet) {
    const { columns, rows, longest } = sheet;
    const width = Math.floor(Math.min(longest / columns, (longest / rows) * (wide / high)));
    const height = Math.min(Math.round((width * high) / wide), Math.floor(longest / rows));
    const dpi = Math.round((width / wide) * MM_PER_INCH);
    return { width, height, dpi, anyDpi: false, sheet: { columns, rows }, ...limits };
  }
  if (file.width !== undefined && file.height !== undefined) {
    const dpi = file.dpi ?? Math.round((file.width / wide) * MM_PER_INCH);
    return { width: file.width, height: file.height, dpi, anyDpi: false, ...limits };
  }
  if (file.whiteboard) return whiteboardPictures(file, { wide, high }, limits);
  const dpi = file.dpi ?? USUAL_DPI;
  return { width: px(wide, dpi), height: px(high, dpi), dpi, anyDpi: true, ...limits };
}

/** An error where `press › profile` of a stock or a box is none of the press profiles that there are. */
export function profileProblems(
  { press }: { press?: z.output<typeof pressSchema> | undefined },
  { file, places }: Located,
  profiles: readonly string[],
): Problem[] {
  const named = press?.profile;
  if (named === undefined || profiles.includes(named)) return [];
  const message = `There is no press profile "${named}".${didYouMean(named, profiles)}`;
  const note = 'One of your own is named in press/profiles.yaml of your layouts.';
  return [
    error({
      file,
      place: lookUp(places, 'press.profile'),
      rule: 'press/unknown',
      message,
      allowed: profiles,
      got: named,
      note,
    }),
  ];
}

/** As sharp as is asked for, and no longer than online whiteboards take: a large card is less sharp there. */
function whiteboardPictures(
  { dpi: wanted = USUAL_DPI, mostMegabytes }: PicturesFile,
  { wide, high }: { wide: Mm; high: Mm },
  limits: Pick<StockPictures, 'mostCards' | 'mostBytes'>,
): StockPictures {
  const most = Math.floor((WHITEBOARD_LIMITS.pixels / Math.max(wide, high)) * MM_PER_INCH);
  const dpi = Math.min(wanted, most);
  const mostBytes = (mostMegabytes ?? WHITEBOARD_LIMITS.megabytes) * BYTES_PER_MEGABYTE;
  const whiteboard = true as const;
  return { width: px(wide, dpi), height: px(high, dpi), dpi, anyDpi: false, whiteboard, ...limits, mostBytes };
}

/** Errors for keys about services that contradict each other, and for pixels that do not have the card's shape. */
export function serviceProblems(data: ServiceFile, source: Located, format: Format | undefined, bleed: Mm): Problem[] {
  const at = faultAt(source);
  const found: Problem[] = [];
  if (data.pictures && data.paper) {
    found.push(at('pictures', 'one-face', '"pictures" is for one face a page: take "paper" out, or "pictures".'));
  }
  const { pictures } = data;
  if (!pictures) return found;
  if (data.press) found.push(at('press', 'press-and-pictures', 'Give either "press" or "pictures", not both.'));
  const { width, height, sheet } = pictures;
  if ((width === undefined) !== (height === undefined)) {
    found.push(at('pictures', 'pixels', '"pictures" needs both "width" and "height", or neither and "dpi".'));
  }
  if (sheet && width !== undefined) {
    found.push(at('pictures', 'pixels', '"pictures" needs either "sheet" or "width" and "height", not both.'));
  }
  if (format && width !== undefined && height !== undefined) {
    const wanted = (format.width + 2 * bleed) / (format.height + 2 * bleed);
    if (Math.abs(width / height / wanted - 1) > SLACK) {
      const right = Math.round(width / wanted);
      const message = `Pictures of ${width} × ${height} pixels are not the shape of the card with its bleed: at this width it is ${right} pixels high.`;
      found.push(at('pictures', 'pixels', message));
    }
  }
  return found;
}
