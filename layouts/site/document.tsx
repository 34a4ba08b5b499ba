import type { Catalog, PageHead, ShellProps } from '../../src/model/pages.ts';
import { Alternates } from './languages.tsx';
import { Shell } from './shell.tsx';

/** Nothing but the site's own files; no inline script or style; nothing may be framed, posted or based elsewhere. */
export const POLICY = [
  "default-src 'none'",
  ...['script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'manifest-src'].map((one) => `${one} 'self'`),
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page that a script of its own works on. */
const COMPOSER = 'recipe.html';

/** Kinds of pages that need the tools' script. */
const TOOLS = ['draw', 'compare', 'workshop'];

/** A whole page: head, skip link, and what the shell puts around its main part. */
export function Document({ catalog, head, base, children }: ShellProps) {
  const { deck } = catalog;
  const Frame = catalog.shell?.Frame ?? Shell;
  const title = head.path === 'index.html' ? `${deck.name}: ${head.title}` : `${head.title} · ${deck.name}`;
  return (
    <html lang={deck.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={head.description} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content={deck.theme.colour.paper ?? '#ffffff'} />
        <Alternates catalog={catalog} head={head} base={base} />
        <LinkPreview catalog={catalog} head={head} title={title} />
        <link rel="stylesheet" href={`${base}style.css`} />
        <link rel="icon" href={`${base}icon.svg`} type="image/svg+xml" />
        <link rel="manifest" href={`${base}site.webmanifest`} />
        <script defer src={`${base}app.js`} />
        {TOOLS.includes(head.kind) && <script defer src={`${base}tools.js`} />}
        {head.path === COMPOSER && <script defer src={`${base}compose.js`} />}
      </head>
      <body data-page={head.kind} data-base={base}>
        <a className="skip" href="#main">
          {deck.words.site.skip}
        </a>
        <Frame catalog={catalog} head={head} base={base}>
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </Frame>
        <p className="toast" role="status" id="toast" />
      </body>
    </html>
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
