import { parentPort } from 'node:worker_threads';
import { Document, Font, Page, pdf, View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import { softParts } from '../font/breaks.ts';
import { FEATURES } from '../font/open.ts';
import { loadLooks } from '../looks/looks.ts';
import { type Mistake, mistakeIn } from '../looks/mistake.ts';
import type { Card } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import { FACE_BLEED, type Face, type Format, faceKey } from '../model/faces.ts';
import type { Looks } from '../model/layouts.ts';
import { lookUp } from '../model/look-up.ts';
import { pt } from '../model/units.ts';
import { changed, type DeckChange } from './change.ts';
import { type Excess, excessOf, searchAll } from './excess.ts';
import { type Bounds, type Finding, inspect, isOfPlace } from './inspect.ts';
import type { LayoutNode } from './layout-tree.ts';
import { thrown, warnings } from './quiet.ts';
import { givenTexts } from './texts.ts';

/** What the worker is started with. */
export interface WorkerSetup {
  deck: Deck;
  /** Absolute paths of `layouts/` folders, that of the package first. */
  layouts: readonly [string, ...string[]];
  format: Format;
  /** Text nearer to the trim than this is an error, in mm. */
  safe: number;
}

/** A batch of faces to draw as one document. */
export interface DrawRequest {
  id: number;
  faces: readonly Face[];
  /** What has changed in the deck since the last request, its fonts apart. */
  change?: DeckChange;
  /** Not to draw them, but to find out how much too long their texts are. */
  measure?: true;
}

/** One face as it came out. */
export interface FaceReport {
  key: string;
  drawn: string[];
  /** Names of pictures. */
  pictures: string[];
  findings: Finding[];
  /** How much too long its text is, where that is what is wrong. */
  excess?: Excess | undefined;
}

/** Why nothing was drawn. */
export interface Failure {
  message: string;
  /** Where in a layout, if it is a layout's mistake. */
  mistake?: Mistake | undefined;
}

/** The answer to a DrawRequest. `failure` is set, and the rest empty, where a layout or the renderer threw or warned. */
export interface DrawAnswer {
  id: number;
  bytes: Uint8Array;
  reports: FaceReport[];
  failure?: Failure;
}

/** Pages are laid out one after another; the renderer hands back its layout as a tree. */
interface Rendered {
  _INTERNAL__LAYOUT__DATA_: LayoutNode;
}

/** What a setup comes to: all that is needed to draw. */
interface Desk {
  deck: Deck;
  cards: ReadonlyMap<string, Card>;
  looks: Looks;
  format: Format;
  bounds: Bounds;
}

const port = parentPort;
if (!port) throw new Error('src/face/worker.ts runs as a worker thread only');

// A deck must not reach the network, and react-pdf fetches any image or font that looks like an address.
globalThis.fetch = () => Promise.reject(new Error('no network while drawing'));
// A word is divided where its author says; to look for other places would take a quarter of the time.
Font.registerHyphenationCallback(softParts);

const registered = new Set<string>();
let desk: Promise<Desk> | undefined;
let folders: readonly string[] = [];

port.on('message', async (message: WorkerSetup | DrawRequest) => {
  if ('layouts' in message) {
    // An organization's own layouts are to blame before ours, which they use.
    folders = message.layouts.toReversed();
    desk = prepared(message);
    // A layout that cannot be loaded is told with the first request.
    desk.catch(() => undefined);
    return;
  }
  const answer = await draw(message).catch(
    (cause: unknown): DrawAnswer => ({
      id: message.id,
      bytes: new Uint8Array(),
      reports: [],
      failure: failureOf(cause),
    }),
  );
  port.postMessage(answer, [answer.bytes.buffer as ArrayBuffer]);
});

/** Why drawing failed. What a layout threw comes first: what reaches the caller is its consequence, e.g. a document of nothing. */
function failureOf(cause: unknown): Failure {
  const [first = warnings[0] ?? cause] = thrown;
  const message = first instanceof Error ? first.message : String(first);
  return { message, mistake: mistakeIn(first, folders) };
}

async function prepared({ deck, layouts, format, safe }: WorkerSetup): Promise<Desk> {
  const fonts = deck.theme.fonts.map((font) => ({ ...font, style: font.italic ? 'italic' : 'normal' }) as const);
  for (const { family, weight, style, path } of fonts) {
    if (registered.has(path)) continue;
    Font.register({ family, src: path, fontWeight: weight, fontStyle: style });
    registered.add(path);
  }
  await readyFonts();
  const page = sizeOf(format);
  const edge = FACE_BLEED + safe;
  const bounds: Bounds = {
    safe: { left: edge, top: edge, right: page.width - edge, bottom: page.height - edge },
    fonts: new Set(fonts.map(({ family, weight, style }) => `${family}/${weight}/${style}`)),
  };
  return { deck, cards: byId(deck), looks: await loadLooks(...layouts), format, bounds };
}

/** fontkit reads these from a font's tables whenever they are asked for, which is at every letter. */
const METRICS = ['unitsPerEm', 'ascent', 'descent', 'lineGap', 'capHeight', 'xHeight'] as const;

/**
 * Loads the fonts, and makes each glyph from its character first. fontkit keeps the first object that it makes of a glyph, and
 * one made as a part of another (the dot of a colon) knows no character: the dot would be printed, but not found, copied or
 * read aloud. A word is found as it is written: letters are not joined.
 */
async function readyFonts(): Promise<void> {
  for (const { sources } of Object.values(Font.getRegisteredFonts())) {
    for (const source of sources.filter((one) => registered.has(one.src))) {
      await source.load();
      const font = source.data;
      if (!font) continue;
      const layout = font.layout.bind(font);
      font.layout = (text, given, ...rest) => layout(text, { ...FEATURES, ...asked(given) }, ...rest);
      for (const name of METRICS) Object.defineProperty(font, name, { value: font[name] });
      for (const character of font.characterSet) font.glyphForCodePoint(character);
    }
  }
}

/** Features of a style, which are names or names with what is wanted. */
function asked(given: string[] | Record<string, boolean> = {}): Record<string, boolean> {
  return Array.isArray(given) ? Object.fromEntries(given.map((name) => [name, true])) : given;
}

/** A face's page: its trim and the art beyond it, in mm. */
function sizeOf(format: Format): { width: number; height: number } {
  return { width: format.width + 2 * FACE_BLEED, height: format.height + 2 * FACE_BLEED };
}

async function draw(request: DrawRequest): Promise<DrawAnswer> {
  warnings.length = 0;
  thrown.length = 0;
  let now = await desk;
  if (!now) throw new Error('a face was asked for before the deck was given');
  if (request.change) {
    const deck = changed(now.deck, request.change);
    now = { ...now, deck, cards: byId(deck) };
    desk = Promise.resolve(now);
  }
  if (request.measure) return { id: request.id, bytes: new Uint8Array(), reports: await measured(request.faces, now) };
  const { bytes, pages } = await setPages(
    request.faces.map((face) => ({ face })),
    now,
  );
  const reports = request.faces.map((face, at) => ({
    key: faceKey(face),
    ...inspect(pages[at] ?? { type: '' }, now.bounds),
  }));
  return { id: request.id, bytes, reports };
}

/** How much too long the texts of faces are. They are tried together: a document of many pages is made sooner than many of one. */
async function measured(faces: readonly Face[], desk: Desk): Promise<FaceReport[]> {
  const excess = await searchAll(
    faces.map((face) => excessOf(...textsOn(face, desk))),
    async (tries) => {
      const { pages } = await setPages(
        tries.map(({ at, card }) => ({ face: faces[at] as Face, card })),
        desk,
      );
      return tries.map((_, at) => !inspect(pages[at] ?? { type: '' }, desk.bounds).findings.some(isOfPlace));
    },
  );
  return faces.map((face, at) => ({ key: faceKey(face), drawn: [], pictures: [], findings: [], excess: excess[at] }));
}

function textsOn(face: Face, { cards, looks }: Desk): Parameters<typeof excessOf> {
  const card = cards.get(face.card);
  const look = card && lookUp(looks.faces, card.face);
  if (!card || !look) throw new Error(`no card ${face.card} in the deck`);
  const given = givenTexts(card, look);
  return [card, given, given.filter(({ from }) => from.startsWith('## ') === (face.side === 'back'))];
}

/** Faces as one document, and its pages as they are laid out. */
async function setPages(
  faces: readonly { face: Face; card?: Card }[],
  desk: Desk,
): Promise<{ bytes: Uint8Array; pages: readonly LayoutNode[] }> {
  const { deck } = desk;
  let layout: LayoutNode | undefined;
  const date = new Date(deck.date);
  const document = createElement(
    Document,
    {
      title: deck.name,
      creator: 'prepdeck',
      producer: 'prepdeck',
      language: deck.lang,
      creationDate: date,
      modificationDate: date,
      onRender: (rendered) => {
        layout = (rendered as unknown as Rendered)._INTERNAL__LAYOUT__DATA_;
      },
    },
    ...faces.map(({ face, card }, at) => pageOf(face, desk, { card, key: String(at) })),
  );
  const bytes = await collect(await pdf(document).toBuffer());
  if (warnings.length > 0) throw new Error(warnings[0]);
  return { bytes, pages: layout?.children ?? [] };
}

function byId({ cards }: Deck): ReadonlyMap<string, Card> {
  return new Map(cards.map((card) => [card.id, card]));
}

/** A page takes its size from its content: one View of the size with art all round. */
function pageOf(
  face: Face,
  { deck, cards, looks, format }: Desk,
  { card = cards.get(face.card), key }: { card?: Card | undefined; key: string },
): ReactElement {
  if (!card) throw new Error(`no card ${face.card} in the deck`);
  const look = lookUp(looks.faces, card.face);
  if (!look) throw new Error(`no face layout ${card.face}`);
  const side = createElement(face.side === 'front' ? look.Front : look.Back, { card, deck, format });
  const { width, height } = sizeOf(format);
  const sheet = createElement(View, { style: { width: pt(width), height: pt(height), overflow: 'hidden' } }, side);
  return createElement(Page, { key, size: [pt(width), pt(height)], wrap: false }, sheet);
}

async function collect(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  // A buffer of its own, so that it can be handed over without a copy.
  return new Uint8Array(Buffer.concat(chunks));
}
