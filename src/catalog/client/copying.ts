import { escaped } from '../../model/escaped.ts';
/**
 * Copies a text in two forms: programs take the one that they can show. False where the browser refuses. Not by `navigator.clipboard`:
 * pages without https have none.
 */
export function copyBoth(html: string, plain: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', plain);
  };
  document.addEventListener('copy', fill, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return done;
}

/** A card as text for a note. */
export interface CopiedCard {
  code: string;
  title: string;
  gist: string;
}

/** Cards as text: a line each, of which whiteboards make a note each; and as paragraphs for programs that take them. */
export function cardsAsText(cards: readonly CopiedCard[]): { html: string; plain: string } {
  const line = ({ code, title, gist }: CopiedCard) =>
    [[code, title].filter(Boolean).join(' '), gist].filter(Boolean).join(': ');
  const part = ({ code, title, gist }: CopiedCard) =>
    `<p><strong>${escaped([code, title].filter(Boolean).join(' '))}</strong>${gist && `<br>${escaped(gist)}`}</p>`;
  return { plain: cards.map(line).join('\n'), html: cards.map(part).join('') };
}
