import type { Edition } from '../../src/model/deck.ts';
import type { Catalog, PageHead } from '../../src/model/pages.ts';

interface LanguagesProps {
  catalog: Catalog;
  head: PageHead;
  base: string;
}

/** Links to the same page in the deck's other languages; nothing where it has one language. */
export function Languages({ catalog, head, base }: LanguagesProps) {
  const { editions, lang, words } = catalog.deck;
  if (editions.length < 2) return null;
  return (
    <nav className="languages" aria-label={words.site.language}>
      <ul>
        {editions.map((one) => (
          <li key={one.lang}>
            <a
              href={rootOf(catalog, base) + one.path + pageIn(one, head)}
              lang={one.lang}
              hrefLang={one.lang}
              aria-current={one.lang === lang ? 'true' : undefined}
            >
              {one.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** For search engines: where this page is in every language, its own too. Whole addresses where the deck says where it lives. */
export function Alternates({ catalog, head, base }: LanguagesProps) {
  const { editions, url } = catalog.deck;
  if (editions.length < 2) return null;
  const root = url === '' ? rootOf(catalog, base) : url.slice(0, url.length - ownPath(catalog).length);
  const address = (one: Edition) => root + one.path + pageIn(one, head);
  return (
    <>
      {editions.map((one) => (
        <link key={one.lang} rel="alternate" hrefLang={one.lang} href={address(one)} />
      ))}
      {editions.slice(0, 1).map((one) => (
        <link key={one.lang} rel="alternate" hrefLang="x-default" href={address(one)} />
      ))}
    </>
  );
}

function ownPath({ deck }: Catalog): string {
  return deck.editions.find((one) => one.lang === deck.lang)?.path ?? '';
}

/** From a page to the folder of the catalog in the deck's first language. */
function rootOf(catalog: Catalog, base: string): string {
  return ownPath(catalog) === '' ? base : `${base}../`;
}

/** The same page in another edition; its first page where that edition leaves the card out. */
function pageIn({ without }: Edition, { path }: PageHead): string {
  const isShelf = path.startsWith('f/') && without.length > 0;
  const isGone = without.some((id) => path === `c/${encodeURIComponent(id)}.html`);
  return isShelf || isGone ? 'index.html' : path;
}
