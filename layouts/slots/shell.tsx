import { fileHref } from '../../src/model/addresses.ts';
import type { PageProps, ShellProps } from '../../src/model/catalog.ts';
import type { Deck } from '../../src/model/deck.ts';
import { hasKit, hasRecord } from '../../src/model/kit.ts';
import { Languages } from '../site/parts/languages.tsx';
import { filled } from '../words/words.ts';

const NAVIGATION = [
  { path: 'cards.html', name: 'cards' },
  { path: 'draw.html', name: 'draw' },
  { path: 'compose.html', name: 'compose' },
  { path: 'sheets.html', name: 'kitTitle' },
  { path: 'print.html', name: 'print' },
  { path: 'hand.html', name: 'hand' },
] as const;

/** The frame around every page. An organization's file of this name takes its place, and may use its parts. */
export default function Shell({ catalog, head, base, children }: ShellProps) {
  return (
    <>
      <Header catalog={catalog} head={head} base={base} />
      {children}
      <Footer catalog={catalog} base={base} />
    </>
  );
}

/** The deck's name or logo, the way to every part of the catalog, its other languages. */
export function Header({ catalog, head, base }: Omit<ShellProps, 'children'>) {
  const { deck } = catalog;
  const { compose, record, site } = deck.words;
  // Word by word: to copy all of them for each page takes a tenth of what writing it takes.
  const { cards, draw, hand, print } = site;
  const words = { cards, draw, hand, print, compose: compose.compose, kitTitle: record.kitTitle };
  return (
    <header className="top">
      <a className="brand" href={`${base}index.html`}>
        {catalog.deck.logo === undefined ? (
          <Mark />
        ) : (
          <img className="logo" src={fileHref(catalog, base, `art/${catalog.deck.logo}`)} alt="" />
        )}
        <span>{catalog.deck.name}</span>
      </a>
      <nav aria-label={site.main}>
        <ul>
          {NAVIGATION.filter(({ name }) => isThere(name, deck)).map(({ path, name }) => (
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

/** Whether a deck has what a part of the catalog is about. */
function isThere(name: (typeof NAVIGATION)[number]['name'], deck: Deck): boolean {
  if (name === 'compose') return deck.compose !== undefined;
  return name !== 'kitTitle' || hasKit(deck);
}

/** A plate on a cloth: the deck's mark. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="5" />
      <circle cx="12" cy="12" r="7.5" />
      <circle cx="12" cy="12" r="4.5" />
    </svg>
  );
}

/** The edition, whom to thank, further pages and files. The script writes into `#offline`. */
export function Footer({ catalog, base }: PageProps) {
  const { deck } = catalog;
  const words = deck.words.site;
  return (
    <footer className="bottom">
      <p>
        {filled(words.version, { name: deck.name, version: deck.version })} <span id="offline" />
      </p>
      {deck.credit && <p>{deck.credit}</p>}
      <ul className="row">
        {footerLinks(deck).map(([path, name]) => (
          <li key={path}>
            <a href={base + path}>{name}</a>
          </li>
        ))}
      </ul>
    </footer>
  );
}

function footerLinks(deck: Deck): [path: string, name: string][] {
  const { site, guide, run, record, remote } = deck.words;
  const links: [path: string, name: string, shown: boolean][] = [
    ['print.html', site.printFiles, true],
    ['guide.html', guide.guideTitle, deck.guide !== undefined],
    ['run.html', run.runDay, deck.run !== undefined],
    ['record.html', record.title, hasRecord(deck)],
    ['day.html', guide.agenda, deck.agendas !== undefined],
    ['compare.html', site.compareCards, true],
    ['workshop.html', site.workshopView, true],
    ['remote.html', remote.title, true],
    ['cards.csv', site.cardsAsCsv, true],
    ['cards.json', site.cardsAsJson, true],
  ];
  return links.flatMap(([path, name, shown]) => (shown ? [[path, name]] : []));
}
