import path from 'node:path';
import { drawFaces } from '../../../src/face/draw.ts';
import type { Card } from '../../../src/model/card.ts';
import type { Deck } from '../../../src/model/deck.ts';
import type { Format } from '../../../src/model/faces.ts';
import type { Looks } from '../../../src/model/loaded-looks.ts';
import { root } from '../../shipped/deck.ts';

const POKER: Format = { id: 'poker', name: 'Poker', width: 63.5, height: 88.9, radius: 3 };

/** Both sides of cards, drawn with the layouts of this package. */
export async function drawn(cards: readonly Card[], { deck, looks }: { deck: Deck; looks: Looks }, format = POKER) {
  const unpainted: string[] = [];
  const { drawn: faces, problems } = await drawFaces({
    ...{ deck, looks, format, cards, root, layouts: [path.join(root, 'layouts')] },
    onUnpainted: (what) => unpainted.push(what),
  });
  return { documents: faces.documents, problems: problems.map(String), unpainted };
}
