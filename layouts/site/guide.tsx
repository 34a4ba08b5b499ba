import type { PageProps } from '../../src/model/catalog.ts';
import { chapterHref } from '../../src/model/guide.ts';
import { filled } from '../words/words.ts';

/** The guide's contents, part by part, and its PDFs. */
export default function GuidePage({ catalog, base }: PageProps) {
  const { guide = [], words } = catalog.deck;
  const parts = [...new Set(guide.map(({ part }) => part))];
  return (
    <div className="guide guide-index">
      <h1>{words.guide.guideTitle}</h1>
      <p className="lead">{words.guide.guideAbout}</p>
      <Files catalog={catalog} base={base} />
      <div className="guide-parts">
        {parts.map((part) => (
          <section key={part}>
            {part !== '' && <h2>{part}</h2>}
            <ul className="chapters">
              {guide
                .filter((chapter) => chapter.part === part)
                .map((chapter) => (
                  <li key={chapter.id}>
                    <a href={chapterHref(base, chapter.id)}>{chapter.title}</a>
                    {chapter.lead && <span> {chapter.lead}</span>}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

/** The guide as PDFs, and the agendas. */
function Files({ catalog, base }: PageProps) {
  const { words, agendas } = catalog.deck;
  return (
    <p className="actions">
      {catalog.guides.map(({ path, paper }) => (
        <a key={path} className="button quiet" href={base + path} download>
          {filled(words.guide.asPdf, { paper })}
        </a>
      ))}
      {agendas && (
        <a className="button quiet" href={`${base}day.html`}>
          {words.guide.agenda}
        </a>
      )}
    </p>
  );
}
