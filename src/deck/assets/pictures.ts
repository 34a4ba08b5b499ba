import type { Card } from '../../model/card.ts';
import { error, type Problem } from '../../model/problem.ts';
import type { Picture } from '../../model/theme.ts';
import { type Folder, mapFiles, type Report } from '../../read/files.ts';
import { readNamed } from '../../read/named.ts';
import { isRemote, picturesIn } from '../cards/content.ts';

/** A side of a picture in pixels: 8000 at 600 dpi are 34 cm. */
const MAX_SIDE = 8000;
const MAX_BYTES = 64 * 1024 * 1024;
const FORMATS = ['png', 'jpeg', 'webp'];

/**
 * Reads the pictures that cards show, from `art/` of the highest folder that has each. Each is decoded in full and written anew as PNG or JPEG: a broken file kills
 * the process in react-pdf, WebP prints an empty box, and a camera's notes (place, time) do not belong into a catalog.
 */
export async function readPictures(
  cards: readonly Card[],
  folders: readonly Folder[],
  report: Report,
): Promise<Record<string, Picture>> {
  const used = new Map<string, { file: string; place: Card['sections'][number]['place'] }>();
  for (const { file, sections } of cards) {
    for (const { content, place } of sections) {
      for (const name of picturesIn(content)) if (!used.has(name)) used.set(name, { file, place });
    }
  }
  const pictures = await mapFiles([...used].sort(), async ([name, { file, place }]) => {
    const fail = (rule: string, message: string, note?: string) =>
      report(error({ file, place, rule: `picture/${rule}`, message, note, got: name }));
    return await readPicture(name, folders, fail);
  });
  return Object.fromEntries(pictures.flatMap((one) => (one ? [[one.name, one]] : [])));
}

async function readPicture(
  name: string,
  folders: readonly Folder[],
  fail: (rule: string, message: string, note?: string) => void,
): Promise<Picture | undefined> {
  if (isRemote(name)) {
    const note = 'Nothing is fetched from the network: put the file into art/ and name it there.';
    return void fail('remote', `The picture "${name}" lies elsewhere.`, note);
  }
  if (name.startsWith('/') || name.startsWith('..') || name.includes('\\')) {
    const note = 'Name it as it lies in art/, e.g. people/faces.png.';
    return void fail('outside', `The picture "${name}" lies outside the deck's art folder.`, note);
  }
  const problems: Problem[] = [];
  const bytes = await readNamed(`art/${name}`, folders, (one) => problems.push(one), MAX_BYTES);
  if (!bytes) return void fail('missing', problems[0]?.reason ?? `The picture "${name}" is missing.`);
  if (
    /^\s*<(?:\?xml|svg|!)/iu.test(
      bytes
        .subarray(0, 200)
        .toString('latin1')
        .replace(/^\xEF\xBB\xBF/u, ''),
    )
  ) {
    return void fail('format', `The picture "${name}" is svg; it must be ${FORMATS.join(', ')}.`);
  }
  const { default: sharp } = await import('sharp');
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!FORMATS.includes(format)) {
      return void fail('format', `The picture "${name}" is ${format}; it must be ${FORMATS.join(', ')}.`);
    }
    if (width > MAX_SIDE || height > MAX_SIDE) {
      const note = `At most ${MAX_SIDE} × ${MAX_SIDE}; a whole card at 600 dpi needs 1,900 × 2,500.`;
      return void fail('too-large', `The picture "${name}" has ${width} × ${height} pixels.`, note);
    }
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_SIDE * MAX_SIDE })
      .rotate()
      .toColourspace('srgb');
    const coded = format === 'jpeg' ? image.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }) : image.png();
    const { data, info } = await coded.toBuffer({ resolveWithObject: true });
    return { name, format: format === 'jpeg' ? 'jpg' : 'png', width: info.width, height: info.height, data };
  } catch (cause) {
    const [why] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    return void fail('broken', `The picture "${name}" can't be decoded: ${why}.`, 'Save it anew in a picture editor.');
  }
}
