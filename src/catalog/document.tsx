import type { ComponentType } from 'react';
import { fileHref } from '../model/addresses.ts';
import type { Catalog, PageHead, ShellProps } from '../model/catalog.ts';
import type { DeckInLanguage } from '../model/deck.ts';
import { firstCatalog, ownPath, pageIn } from '../model/editions.ts';
import { lookUp } from '../model/look-up.ts';
import { lightAndDark } from '../model/white-paper.ts';
import { POLICY, policyWith } from './policy.ts';

/** Kinds of pages with a script of their own beside that of every page, and its name. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ...{ hand: 'tools', draw: 'tools', compare: 'tools', workshop: 'tools' },
  ...{ sheet: 'forms', record: 'forms' },
  ...{ compose: 'compose', run: 'run', remote: 'remote' },
};

/** Files that pages name themselves; scripts load all others: data, and the PDF library. */
const AT_ONCE = ['style.css', 'app.js', ...Object.values(SCRIPTS).map((name) => `${name}.js`)];

/** A whole page: head, skip link, scripts, and the frame around its main part. Not in `layouts/`, since no organization's frame may change these. */
export function Document({ Frame, ...page }: ShellProps & { Frame: ComponentType<ShellProps> }) {
  const { catalog, head, base, children } = page;
  const { deck } = catalog;
  return (
    <html lang={deck.lang}>
      <Head {...page} />
      <body
        data-page={head.kind}
        data-base={base}
        data-own={ownPath(catalog) || undefined}
        data-files={JSON.stringify(laterFiles(catalog))}
      >
        <a className="skip" href="#main">
          {deck.words.site.skip}
        </a>
        <Frame catalog={catalog} head={head} base={base}>
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </Frame>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own text, which the page's policy names by its hash */}
        {head.kind === 'missing' && <script dangerouslySetInnerHTML={{ __html: catalog.findRoot }} />}
        <p className="toast" role="status" id="toast" />
      </body>
    </html>
  );
}

/** Files that scripts load when they need them, by the names that scripts know. */
function laterFiles({ files }: Catalog): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name.endsWith('.js') && !AT_ONCE.includes(name)));
}

function Head({ catalog, head, base }: Omit<ShellProps, 'children'>) {
  const { deck } = catalog;
  const own = lookUp(SCRIPTS, head.kind);
  const title = head.path === 'index.html' ? `${deck.name}: ${head.title}` : `${head.title} · ${deck.name}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta
        httpEquiv="Content-Security-Policy"
        content={head.kind === 'missing' ? policyWith(catalog.findRoot) : POLICY}
      />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={head.description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={lightAndDark(deck.theme)[0]} />
      <Alternates catalog={catalog} head={head} base={base} />
      <LinkPreview catalog={catalog} head={head} title={title} />
      <link rel="stylesheet" href={fileHref(catalog, base, 'style.css')} />
      <link rel="icon" href={`${base}icon.svg`} type="image/svg+xml" />
      <link rel="manifest" href={`${base}site.webmanifest`} />
      <script defer src={fileHref(catalog, base, 'app.js')} />
      {own && <script defer src={fileHref(catalog, base, `${own}.js`)} />}
    </head>
  );
}

/** Addresses in previews must be whole ones, so they are given only where the deck says where it will live. */
function LinkPreview({ catalog, head, title }: { catalog: Catalog; head: PageHead; title: string }) {
  const { url } = catalog.deck;
  return (
    <>
      <meta property="og:title" content={title} />
      <meta property="og:description" content={head.description} />
      {url && <link rel="canonical" href={url + (head.path === 'index.html' ? '' : head.path)} />}
      {url && head.picture && <meta property="og:image" content={url + head.picture} />}
    </>
  );
}

/** For search engines: where this page is in every language, its own too. Whole addresses where the deck says where it lives. */
function Alternates({ catalog, head, base }: Omit<ShellProps, 'children'>) {
  const { editions, url } = catalog.deck;
  if (editions.length < 2) return null;
  const root = url === '' ? firstCatalog(catalog, base) : url.slice(0, url.length - ownPath(catalog).length);
  const address = (one: DeckInLanguage) => root + pageIn(one, head);
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
