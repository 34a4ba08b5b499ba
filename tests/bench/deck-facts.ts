import path from 'node:path';
import { openChain } from '../../src/deck/chain/chain.ts';
import { openProjects } from '../../src/load.ts';
import type { Stock } from '../../src/model/stock.ts';
import type { Place } from './frozen.ts';

/** What the rows of the table depend on. */
export interface DeckFacts {
  name: string;
  cards: number;
  /** The name of the face of the card that is changed. */
  face: string;
  /** Home printers' sheets of the deck's format, and sheets in inks; ids. */
  sheets: readonly string[];
  inks: readonly string[];
  /** The stock whose pictures are made, at 300 dpi. */
  pictures: string;
}

/** Sheets that are printed beside A4 to see what one more takes. */
const FURTHER = 5;

/** Loads a deck and looks what it can be printed on. */
export async function deckFacts({ deck: dir, dir: root, card }: Place): Promise<DeckFacts> {
  const { projects, problems } = await openProjects(await openChain({ dir, root }));
  const [project] = projects;
  if (!project) throw new Error(problems.map(String).join('\n'));
  const { deck } = project;
  const ours = Object.values(project.stocks).filter((stock) => stock.format === deck.format);
  const ids = (wanted: (stock: Stock) => boolean) => ours.filter(wanted).map(({ id }) => id);
  const services = ids((stock) => stock.pictures?.dpi === 300 && !stock.pictures.sheet && !stock.pictures.whiteboard);
  return {
    name: deck.name,
    cards: deck.cards.length,
    face: deck.cards.find((one) => one.id === path.basename(card, '.mdx'))?.face ?? '',
    sheets: ids((stock) => !stock.press && !stock.pictures && !stock.page && stock.id !== 'a4').slice(0, FURTHER),
    inks: ids((stock) => stock.press !== undefined && !stock.pictures).slice(0, 2),
    pictures: services.find((id) => id.startsWith('tgc')) ?? services[0] ?? 'png',
  };
}
