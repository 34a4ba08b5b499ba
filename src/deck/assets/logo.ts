import path from 'node:path';
import { error, type Problem } from '../../model/problem.ts';
import type { Picture, VectorDrawing } from '../../model/theme.ts';
import type { Folder, Report } from '../../read/files.ts';
import { readNamed } from '../../read/named-file.ts';
import type { Located } from '../../read/yaml.ts';
import { sha256 } from '../cards/hash.ts';
import { isPng, svgFault } from './svg.ts';
import { drawingOf } from './svg-drawing.ts';
import { type Decoded, pictureOfSvg, refuseEmpty, whyOf } from './svg-picture.ts';

/** The longer side of a drawn logo in pixels: 5 cm at 600 dpi. */
const PIXELS = 1200;
const MAX_BYTES = 4 * 1024 * 1024;

/** A logo's name among the deck's pictures. */
const LOGO = 'logo.png';

/**
 * Reads the logo that deck.yaml names, an SVG or PNG file in `art/`, as a PNG picture.
 *
 * @param deckFile deck.yaml, where a problem with it stands
 * @param folders of the deck and those that it extends, the highest first
 */
export async function readLogo(
  name: string,
  { file, places }: Pick<Located, 'file' | 'places'>,
  folders: readonly Folder[],
  report: Report,
): Promise<Picture | undefined> {
  const fail = (message: string, note?: string) =>
    void report(error({ file, place: places.logo, rule: 'deck/logo', message, note, got: name }));
  if (!/\.(svg|png)$/iu.test(name) || path.isAbsolute(name) || /(^|[/\\])\.\.([/\\]|$)|^[a-z]+:/iu.test(name)) {
    return fail(`The logo "${name}" is no SVG or PNG file in art/.`, 'Write its name, like logo: acme.svg.');
  }
  const problems: Problem[] = [];
  const bytes = await readNamed(`art/${name}`, folders, (one) => problems.push(one), MAX_BYTES);
  if (!bytes) return fail(problems[0]?.reason ?? `The logo "${name}" is missing.`);
  const isSvg = /\.svg$/iu.test(name);
  const fault = isSvg ? svgFault(bytes.toString('utf8')) : undefined;
  if (fault) return fail(`The logo "${name}" ${fault.what}.`, fault.note);
  if (!isSvg && !isPng(bytes))
    return fail(`The logo "${name}" is no PNG picture.`, 'Save it anew in a picture editor.');
  const drawn = await draw(bytes, isSvg).catch((cause: unknown) =>
    fail(`The logo "${name}" can't be read: ${whyOf(cause)}.`, 'Save it anew in a drawing program.'),
  );
  return drawn && { ...drawn, hash: sha256(bytes) };
}

/** A logo's shapes; undefined for one with more than plain shapes, such as gradients: it is printed as pixels at 600 dpi. */
function shapesOf(bytes: Buffer): VectorDrawing | undefined {
  const drawing = drawingOf(bytes.toString('utf8'), PIXELS);
  return 'what' in drawing ? undefined : drawing;
}

/** Makes the picture. Throws for one that can't be read, and for one in which there is nothing to be seen. */
async function draw(bytes: Buffer, isSvg: boolean): Promise<Decoded> {
  if (isSvg) return { ...(await pictureOfSvg(LOGO, bytes, PIXELS)), drawing: shapesOf(bytes) };
  const { default: sharp } = await import('sharp');
  const image = sharp(bytes, { failOn: 'error' }).resize(PIXELS, PIXELS, { fit: 'inside', withoutEnlargement: true });
  const { data, info } = await image.toColourspace('srgb').png().toBuffer({ resolveWithObject: true });
  await refuseEmpty(data);
  return { name: LOGO, format: 'png', width: info.width, height: info.height, data };
}
