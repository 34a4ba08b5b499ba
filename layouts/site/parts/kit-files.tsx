import { cardHref } from '../../../src/model/addresses.ts';
import type { PageProps } from '../../../src/model/catalog.ts';
import type { Board, Worksheet } from '../../../src/model/kit.ts';
import { filled } from '../../words/words.ts';

/** The PDFs of a board or a worksheet, and the card that it is used with. */
export function KitFiles({ catalog, base, page }: PageProps & { page: Board | Worksheet }) {
  const { record: words } = catalog.deck.words;
  const card = catalog.byId.get(page.card);
  return (
    <p className="actions">
      {catalog.kitFiles
        .filter(({ kind, id }) => kind === page.kind && id === page.id)
        .map(({ path, paper, tiled }) => (
          <a key={path} className="button quiet" href={base + path} download>
            {filled(page.kind === 'worksheet' ? words.toPrint : tiled ? words.tiled : words.ownSize, { paper })}
          </a>
        ))}
      {card && (
        <a className="button quiet" href={cardHref(base, card.id)}>
          {filled(words.usedWith, { card: [card.code, card.title].filter(Boolean).join(' ') })}
        </a>
      )}
    </p>
  );
}
