import { chapterHref } from '../../src/model/guide.ts';
import type { ChapterPageProps } from '../../src/model/pages.ts';
import { contentOf } from './parts/content.tsx';
import { GuideContents } from './parts/guide-contents.tsx';

/** A chapter of the guide, with links to the chapters before and after it, and all others beside it. */
export default function ChapterPage({ catalog, base, chapter }: ChapterPageProps) {
  const { guide: words } = catalog.deck.words;
  return (
    <div className="guide-page">
      <article className="guide">
        <p className="crumbs">
          <a href={`${base}guide.html`}>{words.guideTitle}</a>
          {chapter.part && ` · ${chapter.part}`}
        </p>
        <h1>{chapter.title}</h1>
        {chapter.lead && <p className="lead">{chapter.lead}</p>}
        {chapter.sections.map(({ heading, content }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <div className="wide">{contentOf(catalog, base, content)}</div>
          </section>
        ))}
        {chapter.sources.length > 0 && (
          <section>
            <h2>{words.sources}</h2>
            <ul>
              {chapter.sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </section>
        )}
        <PreviousAndNext catalog={catalog} base={base} chapter={chapter} />
      </article>
      <GuideContents catalog={catalog} base={base} open={chapter} />
    </div>
  );
}

function PreviousAndNext({ catalog, base, chapter }: ChapterPageProps) {
  const { guide = [], words } = catalog.deck;
  const at = guide.indexOf(chapter);
  const [before, after] = [guide[at - 1], guide[at + 1]];
  return (
    <nav className="neighbours" aria-label={words.guide.contents}>
      {before && <a href={chapterHref(base, before.id)}>{`${words.guide.previous}: ${before.title}`}</a>}
      {after && <a href={chapterHref(base, after.id)}>{`${words.guide.next}: ${after.title}`}</a>}
    </nav>
  );
}
