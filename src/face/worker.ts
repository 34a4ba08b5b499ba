import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { home } from '../home.mjs';
import { loadLooks, looksFrom } from '../looks/looks.ts';
import { mistakeIn } from '../looks/mistake.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { FACE_BLEED, type Face, type Format, faceKey } from '../model/faces.ts';
import { chapterFace, paperOfChapter } from '../model/guide.ts';
import { kitFace, possiblePages } from '../model/kit.ts';
import { pageOfSize, UNPRINTED } from '../model/paper.ts';
import { changed } from './change.ts';
import { cardOf, type DrawContext, drawBook, drawDocument, facePageSize, lookOf } from './document.ts';
import { excessOf, searchAll } from './excess.ts';
import { isOfPlace } from './finding.ts';
import { type Bounds, inspect } from './inspect.ts';
import { packed, type Unpacked, unpacked } from './kept-faces.ts';
import type { LayoutNode } from './layout-tree.ts';
import type { DrawAnswer, DrawRequest, FaceReport, Failure, WorkerSetup } from './messages.ts';
import { stampOf } from './painter/face.ts';
import { nameOfFont, registerFonts } from './renderer-fonts.ts';
import { thrown, warnings } from './renderer-warnings.ts';
import { givenTexts } from './texts.ts';
import { tidier } from './tidy.ts';
import { traced } from './trace.ts';

/**
 * Faces of a deck with more cards than this are kept by the document alone. Many look through all cards, so that what each of them reads
 * grows with the square of the deck: 2,700 cards took twice the time and 2.5 GB.
 */
const MANY_CARDS = 1000;

/** What faces are drawn from, and checked against. */
interface Prepared extends DrawContext {
  bounds: Bounds;
}

const port = parentPort;
if (!port) throw new Error('src/face/worker.ts runs as a worker thread only');

// While the deck is read this thread has nothing else to do. Any deck is drawn with our layouts, if not with these alone.
loadLooks(path.join(home, 'layouts')).catch(() => undefined);

let prepared: Promise<Prepared> | undefined;
let folders: readonly string[] = [];
const tidy = tidier();

port.on('message', async (message: WorkerSetup | DrawRequest) => {
  if ('layouts' in message) {
    // An error is looked up in an organization's own layouts before ours: a stack may have both, as theirs call ours.
    folders = message.layouts.toReversed();
    prepared = prepare(message);
    // A layout that can't be loaded must not end the thread here: the answer to the first request says so.
    prepared.catch(() => undefined);
    return;
  }
  const answer = await answerTo(message).catch(
    (cause: unknown): DrawAnswer => ({ ...nothingDrawn(message), failure: failureOf(cause) }),
  );
  const { bytes, faces } = answer;
  port.postMessage(
    answer,
    [bytes, ...(faces ? [faces.packed] : [])].map(({ buffer }) => buffer as ArrayBuffer),
  );
  tidy();
});

function nothingDrawn({ id }: DrawRequest): DrawAnswer {
  return { id, bytes: new Uint8Array(), reports: [] };
}

/** Why drawing failed. An error that a layout threw goes before the one that was caught, which may only be its consequence, an empty document. */
function failureOf(cause: unknown): Failure {
  const [first = warnings[0] ?? cause] = thrown;
  const message = first instanceof Error ? first.message : String(first);
  return { message, mistake: mistakeIn(first, folders) };
}

async function prepare({ deck, layouts, saved, format, safe }: WorkerSetup): Promise<Prepared> {
  const { fonts } = deck.theme;
  registerFonts(fonts);
  const page = facePageSize(format);
  const edge = FACE_BLEED + safe;
  const bounds: Bounds = {
    safe: { left: edge, top: edge, right: page.width - edge, bottom: page.height - edge },
    corner: Math.max(0, format.radius - safe),
    fonts: new Set(fonts.map(nameOfFont)),
  };
  const looks = await looksFrom(layouts, { saved });
  return { deck, cards: byId(deck), kit: pagesOf(deck), looks, format, bounds };
}

function byId({ cards }: Deck): ReadonlyMap<string, Card> {
  return new Map(cards.map((card) => [card.id, card]));
}

function pagesOf(deck: Deck): DrawContext['kit'] {
  return new Map(possiblePages(deck).map((one) => [kitFace(one).card, one]));
}

/** The bounds that a face is checked against. A board or worksheet keeps the margin that office printers can't print. */
function boundsOf(face: Face, { bounds, kit }: Prepared): Bounds {
  const page = kit.get(face.card);
  if (!page) return bounds;
  const { width, height } = facePageSize(page.size);
  const edge = FACE_BLEED + UNPRINTED;
  return { ...bounds, corner: 0, safe: { left: edge, top: edge, right: width - edge, bottom: height - edge } };
}

async function answerTo(request: DrawRequest): Promise<DrawAnswer> {
  warnings.length = 0;
  thrown.length = 0;
  const now = await upToDate(request);
  if (request.measure) return { ...nothingDrawn(request), reports: await measured(request.faces, now) };
  if (!request.traced) return await drawn(request, now);
  const { read, ...shown } = traced(now.deck);
  const answer = await drawn(request, { ...now, ...shown }, now.deck.cards.length > MANY_CARDS ? undefined : now.deck);
  return { ...answer, read: [...new Set([...read, ...(answer.read ?? [])])] };
}

/** @param noted the deck of which it is noted what each face reads */
async function drawn(request: DrawRequest, now: Prepared, noted?: Deck): Promise<DrawAnswer> {
  const paper = request.faces[0] && paperOfChapter(request.faces[0]);
  if (paper !== undefined) return await guideOn(pageOfSize(paper), request, now);
  const { faces: known, pictures } = keptIn(request);
  const reads = new Map<string, ReadonlySet<string>>();
  const noting = (face: Face, deck: Deck) => () => {
    const { read, ...shown } = traced(deck);
    reads.set(faceKey(face), read);
    return shown;
  };
  const wanted = request.faces.map((face) => {
    const { face: before, report } = known.get(faceKey(face)) ?? {};
    return { face, before, report, shown: noted && noting(face, noted) };
  });
  const see = (page: LayoutNode, { face }: { face: Face }): FaceReport => ({
    key: faceKey(face),
    ...inspect(page, boundsOf(face, now)),
  });
  const { bytes, seen, painted, unpainted } = await drawDocument(wanted, now, see, pictures);
  const reports = wanted.flatMap(({ report }, at) => seen[at] ?? report ?? []);
  const answer = { id: request.id, bytes, reports, unpainted };
  if (!noted) return answer;
  const read = new Map(
    wanted.map(({ face }) => {
      const own = now.kit.has(face.card) ? [`pages/${face.card}`] : [];
      return [faceKey(face), [...(reads.get(faceKey(face)) ?? []), ...own]] as const;
    }),
  );
  const all = { ...answer, read: [...read.values()].flat() };
  if (!painted) return all;
  return { ...all, faces: { read, packed: packed(reports, painted), stamps: painted.faces.map(stampOf) } };
}

/** The faces among those that a request asks for that are not drawn again. */
function keptIn({ kept }: DrawRequest): Unpacked {
  if (!kept) return { faces: new Map(), pictures: new Map() };
  const { faces, pictures } = unpacked(kept.packed);
  const keys = new Set(kept.keys);
  return { faces: new Map([...faces].filter(([key]) => keys.has(key))), pictures };
}

/** The guide on a paper, with a report for each chapter: what is on its pages, and what is wrong with them. */
async function guideOn(size: Format, { id, faces }: DrawRequest, now: Prepared): Promise<DrawAnswer> {
  const { bytes, pages, chapters } = await drawBook(size, now);
  const edge = UNPRINTED;
  const safe = { left: edge, top: edge, right: size.width - edge, bottom: size.height - edge };
  const seen = pages.map((page) => inspect(page, { ...now.bounds, corner: 0, safe }));
  const reports = faces.map((face) => {
    const its = seen.filter((_, at) => chapterFace({ id: chapters[at] ?? '' }, size).card === face.card);
    return {
      key: faceKey(face),
      drawn: its.flatMap(({ drawn }) => drawn),
      pictures: [],
      fields: [],
      findings: its.flatMap(({ findings }) => findings),
    };
  });
  const laid = seen.map(({ fields }, at) => ({ chapter: chapters[at] ?? '', numbers: fields }));
  return { id, bytes, reports, pages: laid };
}

/** What to draw from, with what a request says has changed: kept for the requests after it. */
async function upToDate({ change }: DrawRequest): Promise<Prepared> {
  const before = await prepared;
  if (!before) throw new Error('a face was asked for before the deck was given');
  if (!change) return before;
  const deck = changed(before.deck, change);
  const now = { ...before, deck, cards: byId(deck), kit: pagesOf(deck) };
  prepared = Promise.resolve(now);
  return now;
}

/** How much too long the texts of faces are. Each round of tries is one document: that is faster than a document for each. */
async function measured(faces: readonly Face[], from: Prepared): Promise<FaceReport[]> {
  const searches = faces.map((face) => excessOf(...textsOn(face, from)));
  const excess = await searchAll(searches, async (tries) => {
    const wanted = tries.map(({ at, card }) => ({ face: faces[at] as Face, card }));
    const fits = (page: LayoutNode) => !inspect(page, from.bounds).findings.some(isOfPlace);
    const { seen } = await drawDocument(wanted, from, fits);
    return seen.map((one) => one === true);
  });
  return faces.map((face, at) => ({
    key: faceKey(face),
    drawn: [],
    pictures: [],
    fields: [],
    findings: [],
    excess: excess[at],
  }));
}

function textsOn(face: Face, from: DrawContext): Parameters<typeof excessOf> {
  const card = cardOf(face, from);
  const given = givenTexts(card, lookOf(card, from.looks));
  return [card, given, given.filter((one) => one.from.startsWith('## ') === (face.side === 'back'))];
}
