import type { ReactNode } from 'react';
import { tint } from '../../src/model/card-facts.ts';
import type { BoardPageProps } from '../../src/model/pages.ts';
import { matches, readQuery } from '../../src/model/query.ts';
import { filled } from '../words/words.ts';
import { CardLink } from './parts/cards.tsx';
import { contentOf, type Tags } from './parts/content.tsx';
import { tagId } from './parts/form.tsx';
import { KitFiles } from './parts/kit-files.tsx';

/** A board: how it looks, its PDFs, and the words on it as text. */
export default function BoardPage({ catalog, base, board }: BoardPageProps) {
  const { record: words } = catalog.deck.words;
  const picture = catalog.boardPictures.get(board.id);
  return (
    <article className={`board-page ${tint(board.colour)}`}>
      <p className="crumbs">
        <a href={`${base}sheets.html`}>{words.kitTitle}</a>
      </p>
      <h1>{board.title}</h1>
      {board.lead && <p className="lead">{board.lead}</p>}
      <KitFiles catalog={catalog} base={base} page={board} />
      {picture && (
        <img
          className="board"
          src={base + picture.path}
          width={picture.width}
          height={picture.height}
          alt={filled(words.pictureOf, { title: board.title })}
        />
      )}
      {board.sections.map(({ heading, content }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {contentOf(catalog, base, content, tagsOf({ catalog, base, board }))}
        </section>
      ))}
    </article>
  );
}

/** The tags of a board's text as what they are called: a board is written on at the wall. */
function tagsOf({ catalog, base, board }: BoardPageProps): Tags {
  const label = (properties: Record<string, unknown>): ReactNode => {
    const field = board.fields.find(({ id }) => id === tagId(properties));
    if (!field) return null;
    const parts = field.kind === 'table' ? [...field.rows, ...field.columns].map((one) => one.label) : [];
    const named = [field.label, parts.filter(Boolean).join(', '), field.hint].filter(Boolean).join(': ');
    return named === '' ? null : <p className="place">{named}</p>;
  };
  const gap = (properties: Record<string, unknown>) => (
    <em>{board.fields.find(({ id }) => id === tagId(properties))?.label}</em>
  );
  const index = ({ of }: Record<string, unknown>) => {
    const query = readQuery(String(of), catalog.deck);
    const cards = 'ok' in query ? catalog.deck.cards.filter((one) => matches(query.ok, one) && !one.blank) : [];
    return (
      <ul className="columns">
        {cards.map((card) => (
          <li key={card.id}>
            <CardLink base={base} card={card} />
          </li>
        ))}
      </ul>
    );
  };
  const fields = ['Line', 'Box', 'Tick', 'Scale', 'Vote', 'Dots', 'CardPlace', 'Table'];
  return { ...Object.fromEntries(fields.map((name) => [name, label])), Blank: gap, Index: index };
}
