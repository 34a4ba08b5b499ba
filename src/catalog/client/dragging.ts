import { escaped } from '../../model/escaped.ts';
import { cardsAsText } from './copying.ts';

/** Parts of pages that are dragged as the picture that they show: cards, and what names itself in `data-drag`. */
const DRAGGED = '.tile, .faces figure, [data-drag]';

/**
 * A card or a board that is dragged out of the page is its picture: other programs take the file, whiteboards its address or the
 * picture itself, and what takes only text gets its name. Without this a card in a list would be dragged as a link to its page.
 */
export function startDragging(): void {
  document.addEventListener('dragstart', (event) => {
    const part = event.target instanceof Element ? event.target.closest<HTMLElement>(DRAGGED) : null;
    const picture = part?.querySelector('img');
    if (!part || !picture || !event.dataTransfer) return;
    const { src } = picture;
    const name = part.dataset.drag ?? part.querySelector('.tile-title')?.textContent ?? picture.alt;
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setData('text/uri-list', src);
    event.dataTransfer.setData('text/html', `<img src="${attribute(src)}" alt="${attribute(name)}">`);
    event.dataTransfer.setData('text/plain', name);
    // Chromium's own: what is dropped on a folder becomes a file.
    event.dataTransfer.setData('DownloadURL', `image/png:${src.split('/').pop() ?? ''}:${src}`);
    event.dataTransfer.setDragImage(picture, 16, 16);
  });
}

/** A card in a list that has the focus is copied as text, where nothing on the page is selected. */
export function startCopying(): void {
  document.addEventListener('copy', (event) => {
    const tile = document.activeElement?.closest<HTMLElement>('.tile');
    if (event.defaultPrevented || !tile || String(getSelection()) !== '') return;
    const text = (name: string) => tile.querySelector(`.${name}`)?.textContent ?? '';
    const { html, plain } = cardsAsText([{ code: text('code'), title: text('tile-title'), gist: text('gist') }]);
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', plain);
  });
}

/** A text as it stands in an attribute of HTML. */
function attribute(text: string): string {
  return escaped(text).replaceAll('"', '&quot;');
}
