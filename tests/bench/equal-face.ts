import type { Card, Section, Side } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { faceKey } from '../../src/model/faces.ts';
import { lookUp } from '../../src/model/look-up.ts';
import type { Glyph, Picture } from '../../src/model/theme.ts';
import { type ReadText, textOf } from './read-faces.ts';
import { compareWords, wordsIn } from './words.ts';

/** A paragraph of a face. */
interface EqualText {
  text: string;
  /** In pt, as the deck prints it. */
  size: number;
  /** True for what the deck sets in its face for titles. */
  title: boolean;
}

/** A face of a card as other programs get it: the same words in the same sizes, its glyph and its pictures. */
export interface EqualFace {
  key: string;
  colour: string;
  texts: readonly EqualText[];
  glyph?: Glyph | undefined;
  pictures: readonly Picture[];
  /** What the author wrote for it: what must not be lost. */
  wanted: readonly string[];
}

/**
 * A card's faces, from what its author wrote: each part on the side that shows most of its words, and below them what else is printed there.
 *
 * @param read what is printed on each side
 */
export function facesOfCard(card: Card, deck: Deck, read: Readonly<Record<Side, readonly ReadText[]>>): EqualFace[] {
  const shown = { front: textOf(read.front), back: textOf(read.back) };
  const parts = [
    { side: sideOf(card.title, shown), texts: [{ text: card.title, title: true }] },
    { side: sideOf(card.gist, shown), texts: [{ text: card.gist, title: false }] },
    ...card.sections.map((section) => sectionPart(section, deck, shown)),
  ];
  return (['front', 'back'] as const).map((side) => {
    const own = parts.flatMap((part) => (part.side === side ? part.texts : []));
    const wanted = own.map((one) => one.text);
    const rest = { text: compareWords(wanted.join(' '), shown[side]).more.join(' '), title: false };
    const sizes = sizesIn(read[side]);
    const isFront = side === 'front';
    return {
      key: faceKey({ card: card.id, side }),
      colour: isFront ? colourOf(card, deck) : '#ffffff',
      texts: [...own, rest].flatMap((one) => (one.text === '' ? [] : [{ ...one, size: sizeOf(one.text, sizes) }])),
      ...(isFront && card.glyph && { glyph: lookUp(deck.glyphs, card.glyph) }),
      pictures: isFront ? picturesOf(card, deck) : [],
      wanted,
    };
  });
}

/** The side that shows most of a text. */
function sideOf(text: string, shown: Readonly<Record<Side, string>>): Side {
  const lost = (side: Side) => compareWords(text, shown[side]).lost.length;
  return lost('front') <= lost('back') ? 'front' : 'back';
}

/** A section's paragraphs under its heading, where that is printed: some say only on which side a text stands. */
function sectionPart(section: Section, { headings }: Deck, shown: Readonly<Record<Side, string>>) {
  const side = sideOf(section.text, shown);
  const heading = lookUp(headings, section.heading) ?? section.heading;
  const texts = paragraphsOf(section).map((text) => ({ text, title: false }));
  const isPrinted = compareWords(`${heading} ${section.text}`, shown[side]).lost.length === 0;
  return { side, texts: isPrinted ? [{ text: heading, title: false }, ...texts] : texts };
}

/** The paragraphs and items of a section; all of it as one where tags stand for words that only printing knows. */
function paragraphsOf({ content, text }: Section): string[] {
  const found = blocksIn(content).map((one) => one.trim());
  const paragraphs = found.filter((one) => one !== '');
  return wordsIn(paragraphs.join(' ')).join(' ') === wordsIn(text).join(' ') ? paragraphs : [text];
}

const BLOCKS = ['p', 'li', 'h3', 'h4', 'h5', 'h6', 'td', 'th'];

/** A node of a section's content, as far as it is read here. */
interface Content {
  type: string;
  tagName?: string;
  value?: string;
  children?: readonly Content[];
}

/** The texts of the innermost blocks. */
function blocksIn(node: Content): string[] {
  const inner = (node.children ?? []).flatMap(blocksIn);
  return inner.length === 0 && BLOCKS.includes(node.tagName ?? '') ? [lettersIn(node)] : inner;
}

function lettersIn({ type, value = '', children = [] }: Content): string {
  return type === 'text' ? value : children.map(lettersIn).join('');
}

function colourOf(card: Card, { suits, theme }: Deck): string {
  const suit = suits.find((one) => one.id === card.suit);
  return lookUp(theme.colour, suit?.colour ?? '') ?? '#ffffff';
}

function picturesOf(card: Card, deck: Deck): Picture[] {
  return (card.pictures ?? []).flatMap(({ name }) => lookUp(deck.pictures, name) ?? []);
}

/** Word → the size that it is printed in. */
function sizesIn(read: readonly ReadText[]): Map<string, number> {
  return new Map(read.flatMap(({ text, size }) => wordsIn(text).map((word) => [word, size] as const)));
}

/** The size of most of a text's words. */
function sizeOf(text: string, sizes: ReadonlyMap<string, number>): number {
  const found = wordsIn(text)
    .flatMap((word) => sizes.get(word) ?? [])
    .sort((a, b) => a - b);
  return Math.round((found[Math.floor(found.length / 2)] ?? 7) * 10) / 10;
}
