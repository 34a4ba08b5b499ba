import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ComponentType, ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { artPath, fileHref } from '../../../src/model/addresses.ts';
import type { Catalog } from '../../../src/model/catalog.ts';
import { chapterHref, chapterOf } from '../../../src/model/guide.ts';
import { lookUp } from '../../../src/model/look-up.ts';
import type { ElementContext } from '../../../src/model/looks.ts';

/** Schemes a card's link may lead to. Anything else (`javascript:`, `data:`) loses its link and keeps its words. */
const SCHEMES = ['https:', 'http:', 'mailto:'];

type Attributes = Record<string, unknown> & { children?: ReactNode };

/** Further tags, by name, beside the elements of cards: those of boards and worksheets. */
export type Tags = Readonly<Record<string, ComponentType<Attributes>>>;

/**
 * A section of a card as HTML. The tree was checked when it was loaded; links are checked once more, and no
 * `style` attribute is made of table alignment, since the site's policy forbids them.
 *
 * @param tags further tags that the text may have
 */
export function contentOf(catalog: Catalog, base: string, content: Root, tags: Tags = {}): ReactNode {
  const context: ElementContext = { cards: catalog.byId, base };
  const own = Object.entries(catalog.elements).map(([name, { Web }]) => {
    const tag = ({ children: _, ...attributes }: Attributes) => (
      <Web attributes={attributes as Record<string, string>} context={context} />
    );
    return [name, tag] as const;
  });
  return toJsxRuntime(content, {
    Fragment,
    jsx,
    jsxs,
    tableCellAlignToStyle: false,
    components: {
      ...Object.fromEntries(own),
      ...tags,
      a: ({ href, children }: Attributes) => {
        const chapter = chapterOf(href);
        if (chapter !== undefined) return <a href={chapterHref(base, chapter)}>{children}</a>;
        return <Link href={String(href ?? '')}>{children}</Link>;
      },
      img: ({ src, alt }: Attributes) => (
        <Art catalog={catalog} base={base} name={String(src ?? '')} alt={String(alt ?? '')} />
      ),
      th: ({ align, children }: Attributes) => <th className={alignment(align)}>{children}</th>,
      td: ({ align, children }: Attributes) => <td className={alignment(align)}>{children}</td>,
    },
  });
}

function alignment(align: unknown): string | undefined {
  return align === 'center' || align === 'right' ? `align-${align}` : undefined;
}

function Link({ href, children }: { href: string; children: ReactNode }) {
  if (!isSafe(href)) return <>{children}</>;
  return (
    <a href={href} rel="noopener">
      {children}
    </a>
  );
}

/** True for a whole address of a known scheme: ` java\nscript:` and `//host` are not. */
function isSafe(href: string): boolean {
  return URL.canParse(href) && SCHEMES.includes(new URL(href).protocol);
}

/** A picture of the deck's own; one that the deck does not hold leaves its words. */
function Art({ catalog, base, name, alt }: { catalog: Catalog; base: string; name: string; alt: string }) {
  const picture = lookUp(catalog.deck.pictures, name);
  if (!picture) return <>{alt}</>;
  const { width, height } = picture;
  return <img src={fileHref(catalog, base, artPath(picture))} width={width} height={height} alt={alt} loading="lazy" />;
}
