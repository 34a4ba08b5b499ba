import { csvText, UTF8_MARK } from './csv.ts';

/** What an online whiteboard's own documents, or others, say that it takes. */
export interface Whiteboard {
  name: string;
  /** Longest side of a picture in pixels; left out where nothing was found. */
  pixels?: number;
  /** Largest file. */
  megabytes?: number;
  /** Most things that are put on it at once. */
  atOnce?: number;
  /** Where that stands, and when it was looked up. */
  sources: readonly { says: string; address: string; read: string }[];
}

/** The whiteboards that pictures are made for. Checked against what is written about them, not in the services. */
export const WHITEBOARDS: readonly Whiteboard[] = [
  {
    name: 'Miro',
    megabytes: 30,
    atOnce: 20,
    sources: [
      {
        says: 'up to 20 items are created at once',
        address: 'https://developers.miro.com/changelog/2023-06-12',
        read: '2026-11-28',
      },
      {
        says: 'a picture has at most 30 MB (at second hand: a university’s help page)',
        address: 'https://paul.zhdk.ch/mod/glossary/print.php?id=44569',
        read: '2026-11-28',
      },
    ],
  },
  {
    name: 'Mural',
    sources: [
      {
        says: 'pictures may be PNG; no limit of size was found',
        address: 'https://developers.mural.co/public/docs/how-to-upload-an-image-to-a-mural',
        read: '2026-11-28',
      },
      {
        says: 'up to 1,000 sticky notes are created at once',
        address: 'https://developers.mural.co/public/reference/createstickynote',
        read: '2026-11-29',
      },
    ],
  },
  {
    name: 'FigJam',
    pixels: 4096,
    sources: [
      {
        says: 'PNG, JPEG and GIF, up to 4,096 pixels in width and height',
        address: 'https://developers.figma.com/docs/plugins/api/Image',
        read: '2026-11-28',
      },
    ],
  },
];

/** The strictest of their limits: what every one of them takes. */
export const WHITEBOARD_LIMITS = {
  pixels: least(({ pixels }) => pixels),
  megabytes: least(({ megabytes }) => megabytes),
  atOnce: least(({ atOnce }) => atOnce),
};

function least(limit: (one: Whiteboard) => number | undefined): number {
  return Math.min(...WHITEBOARDS.flatMap((one) => limit(one) ?? []));
}

/** Where the pictures of a card, or of a board, go, and what a note on the whiteboard says. */
export interface WhiteboardRow {
  /** Text for a note: what it is called and what it is about. */
  text: string;
  code: string;
  title: string;
  /** Paths of its pictures; empty for none. */
  front: string;
  back: string;
  /** How many of it the deck has. */
  copies: number;
}

/** The folder of a picture by its place, from 0: so many in each as a whiteboard takes at once, `fronts-01/`. */
export function batchOf(name: string, at: number): string {
  return `${name}-${String(Math.floor(at / WHITEBOARD_LIMITS.atOnce) + 1).padStart(2, '0')}`;
}

/** The file of all pictures of a deck, in the letters of its name. */
export function picturesFile(deck: string, version: string): string {
  const words = deck.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...words, version, 'pictures.zip'].join('-');
}

/** The list of pictures as a table, the text for notes first: whiteboards make a note of each line that is pasted. */
export function whiteboardCsv(rows: readonly WhiteboardRow[]): string {
  const lines = rows.map(({ text, code, title, front, back, copies }) => [text, code, title, front, back, copies]);
  return UTF8_MARK + csvText([['text', 'code', 'title', 'front', 'back', 'copies'], ...lines]);
}
