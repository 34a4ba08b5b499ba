import type { Side } from '../model/card.ts';
import type { Deck } from '../model/deck.ts';
import type { Face } from '../model/faces.ts';
import type { Output } from '../model/output.ts';
import { type Problem, warning } from '../model/problem.ts';
import type { Placed, Sheet } from '../model/sheets.ts';
import type { Stock } from '../model/stock.ts';
import { pngs } from '../raster/pngs.ts';
import { pdfsOf } from './sheet-pdf.ts';
import { type Job, named } from './target.ts';

/** A card's place on the table's sheets, both counted from 0. */
interface Cell {
  card: string;
  copies: number;
  sheet: number;
  cell: number;
}

/** The stock, the cards and their sheets of a virtual table. */
interface Table {
  stock: Stock;
  deck: Deck;
  cells: readonly Cell[];
  /** Faces on a sheet. */
  columns: number;
  rows: number;
  /** How many sheets of each side the cells take. */
  count: number;
}

/**
 * Sheets of fronts and of backs for Tabletop Simulator, and a saved object that uses them: put it into the game's
 * folder `Saves/Saved Objects`. The sheets must lie under deck.yaml's `url`, where the catalog puts them.
 */
export async function tableOutputs(stock: Stock, job: Job): Promise<Output[]> {
  const { pictures } = stock;
  if (!pictures?.sheet) throw new Error(`${stock.id} has no sheet`);
  const { columns, rows } = pictures.sheet;
  // The last cell stays free of cards: the game shows it in place of a card that is hidden from the player.
  const room = columns * rows - 1;
  const cells = job.cards.map((one, at) => ({ ...one, sheet: Math.floor(at / room), cell: at % room }));
  const count = 1 + (cells.at(-1)?.sheet ?? 0);
  const table = { stock, deck: job.deck, cells, columns, rows, count };
  const folder = `print/${named(stock.id, job.selection)}`;
  const sheets = (['front', 'back'] as const).flatMap((side) =>
    Array.from({ length: count }, (_, at) => sheetOf(at, side, table)),
  );
  const size = { ...pictures, width: columns * pictures.width, height: rows * pictures.height };
  const shown = await pngs(pdfsOf(sheets, stock, job), size, job.cache);
  const files = sheets.map(({ side, number }, at) => ({
    path: `${folder}/${side}s-${number}.png`,
    bytes: shown[at] ?? new Uint8Array(),
  }));
  if (job.deck.url === '') job.report(urlMissing(job.deck));
  const json = savedObject(table, `${job.deck.url}${folder}/`);
  return [...files, { path: `${folder}/deck.json`, bytes: new TextEncoder().encode(json) }];
}

function urlMissing({ name, file = 'deck.yaml' }: Deck): Problem {
  return warning({
    file,
    rule: 'print/no-url',
    message: `Tabletop Simulator loads its pictures from an address, and ${name} has none.`,
    note: 'Set `url` to where the catalog is published; until then deck.json names files only.',
  });
}

/** One sheet of faces, edge to edge. Backs have the same cells as their fronts. */
function sheetOf(at: number, side: Side, { stock, deck, cells, columns, rows, count }: Table): Sheet {
  const { width, height } = stock.paper;
  const place = (face: Face, cell: number): Placed => ({
    face,
    x: (cell % columns) * width,
    y: Math.floor(cell / columns) * height,
    width,
    height,
    turn: 0,
    bleed: { top: 0, right: 0, bottom: 0, left: 0 },
  });
  const own = cells.filter((one) => one.sheet === at).map(({ card, cell }) => place({ card, side }, cell));
  const hidden = place({ card: coverOf(cells, deck), side: 'front' }, columns * rows - 1);
  return {
    stock: stock.id,
    width: columns * width,
    height: rows * height,
    side,
    number: at + 1,
    of: count,
    placed: [...own, hidden],
  };
}

/** The card that hidden cards look like: the cover, if it is among the cards. */
function coverOf(cells: readonly Cell[], deck: Deck): string {
  const covers = deck.cards.filter((card) => card.face === 'cover').map((card) => card.id);
  return (cells.find(({ card }) => covers.includes(card)) ?? cells[0])?.card ?? '';
}

/**
 * A saved object of Tabletop Simulator: one pile with every copy of every card.
 *
 * @param base the sheets' address, up to their names
 */
function savedObject({ deck, cells, columns, rows, count }: Table, base: string): string {
  const sheets = Array.from({ length: count }, (_, at) => [
    String(at + 1),
    {
      FaceURL: `${base}fronts-${at + 1}.png`,
      BackURL: `${base}backs-${at + 1}.png`,
      NumWidth: columns,
      NumHeight: rows,
      BackIsHidden: false,
      UniqueBack: true,
      Type: 0,
    },
  ]);
  const ids = cells.flatMap((one) => new Array<Cell>(one.copies).fill(one));
  const cards = ids.map((one) => {
    const { title = '', code = '', gist = '' } = deck.cards.find((card) => card.id === one.card) ?? {};
    const nickname = code === '' ? title : `${code} ${title}`;
    return {
      ...thing('Card', nickname, gist),
      CardID: cardId(one),
      CustomDeck: Object.fromEntries([sheets[one.sheet]].flatMap((entry) => (entry ? [entry] : []))),
    };
  });
  const pile = {
    ...thing('Deck', deck.name, `Version ${deck.version}`),
    DeckIDs: ids.map(cardId),
    CustomDeck: Object.fromEntries(sheets),
    ContainedObjects: cards,
  };
  const only = ids.length === 1 ? cards : [pile];
  return `${JSON.stringify({ SaveName: deck.name, Date: '', Note: '', Rules: '', ObjectStates: only }, null, 1)}\n`;
}

/** The game's own numbers for cards: a hundred times the sheet, counted from 1, plus the cell. */
function cardId({ sheet, cell }: Cell): number {
  return 100 * (sheet + 1) + cell;
}

function thing(name: string, nickname: string, description: string) {
  const at = { posX: 0, posY: 1, posZ: 0, rotX: 0, rotY: 180, rotZ: 0, scaleX: 1, scaleY: 1, scaleZ: 1 };
  const flags = { Locked: false, Grid: true, Snap: true, Sticky: true, Tooltip: true, HideWhenFaceDown: false };
  return { Name: name, Transform: at, Nickname: nickname, Description: description, ...flags, Hands: true };
}
