import type { ToolWords } from '../../layouts/words/words.ts';
import { hashedName, versionedAddress } from '../catalog/hashed.ts';
import type { FacesFile, SiteFiles, SiteInput } from '../catalog/input.ts';
import { lastingName } from '../catalog/lasting.ts';
import type { KitFile, PagePicture, PrintFile } from '../model/catalog.ts';
import type { Deck } from '../model/deck.ts';
import type { DrawnPage } from '../model/drawn-page.ts';
import { type DrawnFaces, faceKey } from '../model/faces.ts';
import { handled } from '../model/handled.ts';
import { kitFace, SHEET_PAPERS } from '../model/kit.ts';
import { lookUp } from '../model/look-up.ts';
import type { Output } from '../model/output.ts';
import { PAPERS } from '../model/paper.ts';
import type { Stock } from '../model/stock.ts';
import { type FacePicture, ON_SCREEN, pictureSize } from '../raster/face-pictures.ts';
import { FACES_PATH } from './all-faces.ts';
import { boardFile } from './boards.ts';
import { guidePath } from './guide.ts';
import { fontOfSlugs, printPath } from './print.ts';
import { facesOf, type Job, type Target } from './target.ts';
import { sheetPath } from './worksheets.ts';

/** Print files that the catalog offers: PDFs, and a virtual table's sheets. Hundreds of single pictures are not offered. */
const DOWNLOADS = /^print\/([^/]+\.pdf|[^/]+\/(fronts|backs)-\d+\.png)$/u;

/** The catalog: static pages with every face as printed, and the print files to download. */
export const siteTarget: Target = async function site(job, made) {
  if (!job.site) return [];
  const { buildSite } = await import('../catalog/site.ts');
  const { deck, looks, papers, cache, isOurs } = job;
  const format = lookUp(job.formats, deck.format);
  if (!format) throw new Error(`no card format ${deck.format}`);
  const size = pictureSize(format, ON_SCREEN);
  const keys = [...facesOf(job, deck.format).pages.keys()];
  const input: SiteInput = {
    ...{ deck, looks, format, cache, isOurs },
    pictures: new Map(keys.map((key) => [key, { path: lastingName(picturePath(key)), ...size }])),
    prints: [],
    faces: TO_BE_MADE,
    press: { stocks: papers, font: fontOfSlugs(papers, job) },
    retired: retiredIn(deck),
  };
  const offered = handled(offeredFiles(job, size, made));
  const pages = await buildSite(input, async () => (await offered).files);
  // In the order of an upload: the pages come when what they name is there, and the worker is the last of them.
  return [...(await offered).outputs, ...pages];
};

/** The file of all faces, of which nothing is known but that there will be one. */
const TO_BE_MADE: FacesFile = { path: '', bytes: 0, pages: new Map() };

/** Pictures, and print files for the site's own folder, with what its pages say of them, when all are made. */
async function offeredFiles(
  job: Job,
  size: Omit<PagePicture, 'path'>,
  made: () => Promise<readonly Output[]>,
): Promise<{ files: SiteFiles; outputs: Output[] }> {
  const boardPictures = (await Promise.all(job.boardPictures)).flat();
  const drawn = facesOf(job, job.deck.format);
  const pictures = inOrder(drawn, (await Promise.all(job.pictures.map(named))).flat());
  const all = await made();
  const downloads = all.filter((output) => DOWNLOADS.test(output.path));
  const address = addressesOf(downloads);
  const files: SiteFiles = {
    pictures: new Map(pictures.map(({ key, path }) => [key, { path, ...size }])),
    kitFiles: kitFiles(job.kit).map((one) => ({ ...one, path: address(one.path) })),
    boardPictures: new Map(job.kit.flatMap((one) => boardPicture(one, boardPictures))),
    guides: job.guides.map(({ size }, at) => ({ path: address(guidePath(size, at)), paper: size.name })),
    prints: job.stocks
      .flatMap((stock) => printFile(stock, job, downloads) ?? [])
      .map((one) => ({ ...one, path: address(one.path) })),
    faces: facesFile(drawn, all),
  };
  const outputs = [
    ...boardPictures.map((one) => ({ path: boardPath(one), bytes: one.bytes })),
    ...pictures,
    ...downloads,
  ].map(({ path, bytes }) => ({ path: `site/${path}`, bytes }));
  return { files, outputs };
}

/** Pictures with their names, worked out as soon as they are painted. */
async function named(painted: Promise<readonly FacePicture[]>): Promise<NamedPicture[]> {
  return (await painted).map(({ key, bytes }) => ({ key, bytes, path: hashedName(picturePath(key), bytes) }));
}

interface NamedPicture extends Output {
  key: string;
}

/** In the order of the faces: documents are drawn by threads, and it is chance which of them is ready first. */
function inOrder({ pages }: DrawnFaces, pictures: readonly NamedPicture[]): NamedPicture[] {
  const byKey = new Map(pictures.map((one) => [one.key, one]));
  return [...pages.keys()].flatMap((key) => byKey.get(key) ?? []);
}

/** Where the picture of a face is, before its name has in it what changes with its content. */
function picturePath(key: string): string {
  return `pictures/${key}.png`;
}

/** Gives the address of a file that the pages offer; one that was not made keeps its path. */
function addressesOf(downloads: readonly Output[]): (path: string) => string {
  const made = new Map(downloads.map(({ path, bytes }) => [path, versionedAddress(path, bytes)] as const));
  return (path) => made.get(path) ?? path;
}

/** Ids whose addresses must stay though the deck has no such card: retired ones, and those of decks below that it hides. */
function retiredIn({ hidden = [], retired }: Deck): Record<string, string> {
  return { ...Object.fromEntries(hidden.map((id) => [id, ''])), ...retired };
}

/** Where the picture of a board is: `board:gap:a3-landscape.front` → `pictures/board-gap.png`. Colons can't be in names of files. */
function boardPath({ key, bytes }: FacePicture): string {
  return hashedName(`pictures/board-${key.split(':')[1] ?? ''}.png`, bytes);
}

/** A board's picture as its page names it; none where it was not painted. */
function boardPicture(drawn: DrawnPage, pictures: readonly FacePicture[]): [id: string, picture: PagePicture][] {
  const key = faceKey(kitFace(drawn));
  const found = pictures.find((one) => one.key === key);
  return found ? [[drawn.page.id, { path: boardPath(found), width: found.width, height: found.height }]] : [];
}

/** The PDFs of boards and worksheets, in the order in which somebody looks for one: its own size first. */
function kitFiles(kit: readonly DrawnPage[]): KitFile[] {
  return kit.flatMap((drawn): KitFile[] => {
    const { kind, id } = drawn.page;
    if (kind === 'worksheet') return [{ kind, id, path: sheetPath(drawn), paper: drawn.size.name, tiled: false }];
    const own = { kind, id, path: boardFile(drawn), paper: drawn.size.name, tiled: false };
    const tiles = SHEET_PAPERS.map((paper) => ({
      ...{ kind, id, path: boardFile(drawn, paper), tiled: true },
      paper: lookUp(PAPERS, paper)?.name ?? paper,
    }));
    return [own, ...tiles];
  });
}

function printFile(stock: Stock, job: Job, made: readonly Output[]): PrintFile | undefined {
  const path = printPath(stock, job.selection);
  const output = made.find((one) => one.path === path);
  if (!output) return undefined;
  const [width, height] = [stock.paper.width, stock.paper.height].map((mm) => mm.toLocaleString(job.deck.lang));
  return {
    path,
    bytes: output.bytes.length,
    name: stock.name,
    paper: `${width} × ${height} mm`,
    sheets: output.sheets ?? 0,
    isByFace: stock.page,
    ...(stock.page || stock.fold ? {} : { flip: stock.flip }),
    note: noteOf(stock, job.deck.words.site),
  };
}

function noteOf(stock: Stock, words: ToolWords['site']): string {
  if (stock.page) return words.forShop;
  if (stock.fold) return words.forFold;
  return stock.flip === 'long' ? words.forLong : words.forShort;
}

/** The faces in the order in which they were merged: documents one after the other. */
function facesFile(drawn: DrawnFaces, made: readonly Output[]): FacesFile | undefined {
  const output = made.find((one) => FACES_PATH.test(one.path));
  const path = FACES_PATH.exec(output?.path ?? '')?.[1];
  if (!output || path === undefined) return undefined;
  const order = [...drawn.pages].sort(([, a], [, b]) => a.document - b.document || a.page - b.page);
  return { path, bytes: output.bytes.length, pages: new Map(order.map(([key], page) => [key, page])) };
}
