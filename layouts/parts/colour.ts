import type { Card, Suit } from '../../src/model/card.ts';
import { familyOf } from '../../src/model/card-facts.ts';
import type { Deck } from '../../src/model/deck.ts';
import { lookUp } from '../../src/model/look-up.ts';

export { familyOf };

/** A colour between two, as `#rrggbb`: `share` 0 is `from`, 1 is `to`. Faces use no transparency, so every tint is mixed here. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [Number.parseInt(from.slice(1), 16), Number.parseInt(to.slice(1), 16)];
  const channel = (shift: number) => {
    const start = (a >> shift) & 0xff;
    return Math.round(start + (((b >> shift) & 0xff) - start) * share) << shift;
  };
  return `#${(0x1000000 | channel(16) | channel(8) | channel(0)).toString(16).slice(1)}`;
}

/** A theme colour by its token's name; tokens.json has been checked, so a missing one is our own mistake. */
export function colourOf(deck: Deck, token: string): string {
  const colour = lookUp(deck.theme.colour, token);
  if (colour === undefined) throw new Error(`tokens.json has no colour “${token}”.`);
  return colour;
}

/** The suit of a card. */
export function suitOf(card: Card, deck: Deck): Suit {
  const suit = deck.suits.find((one) => one.id === card.suit);
  if (suit === undefined) throw new Error(`suits.yaml has no suit “${card.suit}”.`);
  return suit;
}

/** The colour of a card: its family's, else its suit's. */
export function accentOf(card: Card, deck: Deck): string {
  return colourOf(deck, familyOf(card, deck)?.colour ?? suitOf(card, deck).colour);
}

/** The colours that all faces share. */
export interface Palette {
  paper: string;
  ink: string;
  /** The card's own. */
  accent: string;
  /** Ink for small print: legible on paper (6:1), paler than text. */
  quiet: string;
  /** Hairlines on paper. */
  hairline: string;
  /** A tinted panel on paper. */
  panel: string;
  /** Large areas behind everything: the accent, or white where little ink is wanted. */
  ground: string;
  /** Text and shapes on the ground. */
  onGround: string;
  /** Small text on the ground. */
  onAccent: string;
}

/** The colours behind a face and of the text on it; where little ink is wanted, dark on white. */
export function groundOf(accent: string, paper: string, { theme }: Deck): { ground: string; onGround: string } {
  return theme.lowInk ? { ground: paper, onGround: accent } : { ground: accent, onGround: paper };
}

/** The palette of a card. */
export function paletteOf(card: Card, deck: Deck): Palette {
  const [paper, ink, accent] = [colourOf(deck, 'paper'), colourOf(deck, 'ink'), accentOf(card, deck)];
  return {
    paper,
    ink,
    accent,
    quiet: mix(ink, paper, 0.25),
    hairline: mix(accent, paper, 0.62),
    panel: mix(accent, paper, 0.9),
    ...groundOf(accent, paper, deck),
    onAccent: deck.theme.lowInk ? accent : mix(paper, accent, 0.08),
  };
}
