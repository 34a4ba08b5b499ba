import type { ShellProps } from '../../../src/model/catalog.ts';
import { firstCatalog, pageIn } from '../../../src/model/editions.ts';

/** Links to the same page in the deck's other languages; nothing where it has one language. */
export function Languages({ catalog, head, base }: Omit<ShellProps, 'children'>) {
  const { editions, lang, words } = catalog.deck;
  if (editions.length < 2) return null;
  return (
    <nav className="languages" aria-label={words.site.language}>
      <ul>
        {editions.map((one) => (
          <li key={one.lang}>
            <a
              href={firstCatalog(catalog, base) + pageIn(one, head)}
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
