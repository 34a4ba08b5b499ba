import { escaped } from '../../model/escaped.ts';
import { copyBoth } from './copying.ts';
import { need, toast } from './dom.ts';
import { words } from './words.ts';

/** A card's page: turning it over, printing it. */
export function startCard(): void {
  const faces = need('faces');
  const flip = need('flip');
  flip.addEventListener('click', () => {
    const turned = faces.classList.toggle('turned');
    flip.setAttribute('aria-pressed', String(turned));
  });
  need('print-page').addEventListener('click', () => print());
  // An organization's own page of a card may do without it.
  document.getElementById('copy-text')?.addEventListener('click', copyText);
}

/** Copies the card's words: its code and title, its gist, then the lines of its sections. */
function copyText(): void {
  const lines = (selector: string) =>
    [...document.querySelectorAll(`.card-text ${selector}`)]
      .filter((part) => !part.querySelector('p, li, tr'))
      .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  const name = [...lines('.code').slice(0, 1), ...lines('h1')].join(' ');
  const parts = [name, ...lines('.lead'), ...lines('.part :is(h2, h3, p, li, tr)')].filter(Boolean);
  const html = parts.map((part) => `<p>${escaped(part)}</p>`).join('');
  toast(copyBoth(html, parts.join('\n')) ? words.copied : words.notCopied);
}
