import type { PageProps } from '../../../src/model/catalog.ts';
import { type Chapter, chapterHref } from '../../../src/model/guide.ts';

/** The way through the guide, beside a chapter or an agenda: its parts and chapters, the one that is open marked. */
export function GuideContents({ catalog, base, open }: PageProps & { open?: Chapter | undefined }) {
  const { guide = [], words } = catalog.deck;
  if (guide.length === 0) return null;
  const parts = [...new Set(guide.map(({ part }) => part))];
  return (
    <nav className="guide-contents" aria-label={words.guide.guideTitle}>
      <p className="label">
        <a href={`${base}guide.html`}>{words.guide.guideTitle}</a>
      </p>
      {parts.map((part) => (
        <div key={part}>
          {part !== '' && <p className="part-name">{part}</p>}
          <ul>
            {guide
              .filter((chapter) => chapter.part === part)
              .map((chapter) => (
                <li key={chapter.id}>
                  <a href={chapterHref(base, chapter.id)} aria-current={chapter === open ? 'page' : undefined}>
                    {chapter.title}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
