import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { noneIfAbsent } from '../../model/absent.ts';
import type { Card } from '../../model/card.ts';
import { error, type Place } from '../../model/problem.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { Glyph } from '../../model/theme.ts';
import { type Folder, mapFiles, placeAtOffset, type Report, readText } from '../../read/files.ts';
import { pathFault } from './path-data.ts';
import { isViewBox } from './svg.ts';
import { isShape, outlineOf } from './svg-outline.ts';
import { svgTags } from './svg-tags.ts';

/** Reads the glyphs that cards use, from `art/glyphs/<name>.svg` of the highest folder that has one. */
export async function readGlyphs(
  cards: readonly Pick<Card, 'file' | 'glyph' | 'places'>[],
  folders: readonly Folder[],
  report: Report,
): Promise<Record<string, Glyph>> {
  const there = new Map<string, Folder>();
  for (const folder of [...folders].reverse()) for (const name of await namesIn(folder)) there.set(name, folder);
  const names = new Set<string>();
  for (const { file, glyph, places } of cards) {
    if (glyph === undefined) continue;
    if (there.has(glyph)) names.add(glyph);
    else report(missing(glyph, [...there.keys()], folders.map(shownDir), { file, place: places.glyph }));
  }
  const glyphs = await mapFiles([...names].sort(), async (name) => {
    const folder = there.get(name);
    const source = folder && (await readText(path.join(folder.dir, GLYPHS, `${name}.svg`), folder, report));
    return source && readGlyph(name, source.text, source.file, report);
  });
  return Object.fromEntries(glyphs.flatMap((one) => (one ? [[one.name, one]] : [])));
}

const GLYPHS = path.join('art', 'glyphs');

async function namesIn({ dir }: Folder): Promise<string[]> {
  const names = await readdir(path.join(dir, GLYPHS)).catch(noneIfAbsent);
  return names.filter((one) => one.endsWith('.svg')).map((one) => one.slice(0, -'.svg'.length));
}

/** Where a folder's glyphs are. */
function shownDir({ dir, show }: Folder): string {
  return show(path.join(dir, GLYPHS));
}

/** What an SVG draws as line art: paths and plain shapes; anything else would be lost, so it is an error. */
function readGlyph(name: string, svg: string, file: string, report: Report): Glyph | undefined {
  const paths: string[] = [];
  let viewBox: string | undefined;
  for (const { kind, name: element, attributes, from } of svgTags(svg)) {
    if (kind === 'close') continue;
    if (element === 'svg') viewBox = attributes.viewBox;
    const d = element === 'svg' || element === 'title' || element === 'desc' ? '' : pathOf(element, attributes);
    const isMoved = attributes.transform !== undefined || /\btransform\s*:/u.test(attributes.style ?? '');
    if (d === undefined || !PATH.test(d) || isMoved) {
      const what = isMoved ? 'a transform' : kind === 'broken' ? 'a tag without an end' : `<${element}>`;
      const message = `The glyph "${name}" holds ${what}, which can't be drawn.`;
      const note = 'In your drawing tool turn everything into paths, without groups that move them, and save it anew.';
      report(error({ file, place: placeAtOffset(svg, from), rule: 'glyph/shape', message, allowed: SHAPES, note }));
      return undefined;
    }
    const wrong = pathFault(d);
    if (wrong !== undefined) {
      const message = `The glyph "${name}" holds a path that can't be drawn, at "${wrong}".`;
      const note = 'Save it anew in a drawing program, or take it from where it came.';
      report(error({ file, place: placeAtOffset(svg, from), rule: 'glyph/path', message, note }));
      return undefined;
    }
    // Tabler's icons begin with an invisible square that holds their size.
    if (d !== '' && attributes.stroke !== 'none') paths.push(d);
  }
  if (viewBox === undefined || !/^-?[\d.]+( -?[\d.]+){3}$/.test(viewBox) || !isViewBox(viewBox) || paths.length === 0) {
    const message = `The glyph "${name}" is not an SVG drawing with a viewBox and at least one path.`;
    report(error({ file, rule: 'glyph/empty', message }));
    return undefined;
  }
  return { name, viewBox, paths };
}

/** Path data and nothing else: `NaN` from a width of 50%, or an entity, would be drawn by neither renderer. */
const PATH = /^[MLHVCSQTAZ\d\s,.e+-]*$/i;

const SHAPES = ['path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon'];

/** The path of a shape; undefined for what is none, and for points or lengths that can't be read. */
function pathOf(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  const isOdd = /[^\d\s,.e+-]/iu.test(attributes.points ?? '');
  return isShape(name) && !isOdd ? outlineOf({ name, attributes }) : undefined;
}

function missing(
  glyph: string,
  there: readonly string[],
  [own = '', ...below]: readonly string[],
  at: { file: string; place: Place | undefined },
) {
  return error({
    ...at,
    rule: 'glyph/missing',
    message: `There is no glyph "${glyph}" in ${[own, ...below].join(' or ')}.${didYouMean(glyph, there)}`,
    got: glyph,
    note: `Take the name of a file that is there, or copy ${glyph}.svg to ${own}, e.g. from Tabler's outline icons.`,
  });
}
