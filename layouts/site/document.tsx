import type { ReactNode } from 'react';
import { filled } from '../words/words.ts';
import type { Catalog, PageHead } from './catalog.ts';
import { Alternates, Languages } from './languages.tsx';

/** Nothing but the site's own files; no inline script or style; nothing may be framed, posted or based elsewhere. */
export const POLICY = [
  "default-src 'none'",
  ...['script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'manifest-src'].map((one) => `${one} 'self'`),
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Kinds of pages that need the tools' script. */
const TOOLS = ['draw', 'compare', 'recipe', 'workshop'];

const NAVIGATION = [
  { path: 'cards.html', name: 'cards' },
  { path: 'draw.html', name: 'draw' },
  { path: 'recipe.html', name: 'compose' },
  { path: 'print.html', name: 'print' },
  { path: 'hand.html', name: 'hand' },
] as const;

interface DocumentProps {
  catalog: Catalog;
  head: PageHead;
  base: string;
  children: ReactNode;
}

/** The frame of every page: head, skip link, navigation, main, footer. */
export function Document({ catalog, head, base, children }: DocumentProps) {
  const { deck } = catalog;
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
      </head>
      <body data-page={head.kind} data-base={base}>
        <a className="skip" href="#main">
          {deck.words.site.skip}
        </a>
        <Header catalog={catalog} head={head} base={base} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer catalog={catalog} base={base} />
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

function Header({ catalog, head, base }: Omit<DocumentProps, 'children'>) {
  const words = catalog.deck.words.site;
  return (
    <header className="top">
      <a className="brand" href={`${base}index.html`}>
        {catalog.deck.logo === undefined ? (
          <Mark />
        ) : (
          <img className="logo" src={`${base}art/${catalog.deck.logo}`} alt="" />
        )}
        <span>{catalog.deck.name}</span>
      </a>
      <nav aria-label={words.main}>
        <ul>
          {NAVIGATION.map(({ path, name }) => (
            <li key={path}>
              <a href={base + path} aria-current={head.path === path ? 'page' : undefined}>
                {words[name]}
                {path === 'hand.html' && <span className="badge" id="hand-count" hidden />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Languages catalog={catalog} head={head} base={base} />
    </header>
  );
}

/** A plate on a cloth: the deck's mark. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="5" />
      <circle cx="12" cy="12" r="7.5" />
      <circle cx="12" cy="12" r="4.5" />
    </svg>
  );
}

function Footer({ catalog, base }: { catalog: Catalog; base: string }) {
  const { deck } = catalog;
  const words = deck.words.site;
  return (
    <footer className="bottom">
      <p>
        {filled(words.version, { name: deck.name, version: deck.version })} <span id="offline" />
      </p>
      {deck.credit && <p>{deck.credit}</p>}
      <ul className="row">
        <li>
          <a href={`${base}print.html`}>{words.printFiles}</a>
        </li>
        <li>
          <a href={`${base}compare.html`}>{words.compareCards}</a>
        </li>
        <li>
          <a href={`${base}workshop.html`}>{words.workshopView}</a>
        </li>
        <li>
          <a href={`${base}cards.csv`}>{words.cardsAsCsv}</a>
        </li>
        <li>
          <a href={`${base}cards.json`}>{words.cardsAsJson}</a>
        </li>
      </ul>
    </footer>
  );
}
