import { words } from './words.ts';

type Child = Node | string | undefined | false;
type Value = string | number | boolean | undefined | ((event: Event) => void);

/** Makes an element. `on…` attributes are listeners; false and undefined leave an attribute out. Text stays text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

/** The page's element of that id. */
export function need<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as T;
}

/** Relative path from this page to the site's folder. */
export function base(): string {
  return document.body.dataset.base ?? '';
}

/** Says something for a moment, to eyes and to screen readers. */
export function toast(text: string): void {
  const place = need('toast');
  place.textContent = text;
  setTimeout(() => {
    if (place.textContent === text) place.textContent = '';
  }, 4000);
}

/** Resolves when the page has loaded and the browser has nothing better to do: for work that nobody waits for. */
export async function idle(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  // Safari has no such callback.
  await new Promise<unknown>((resolve) =>
    'requestIdleCallback' in window ? requestIdleCallback(resolve, { timeout: 3000 }) : setTimeout(resolve, 300),
  );
}

/** Lets the browser do what waits, such as a tap, before more work. */
export async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

/** Calls `act` once the calls have stopped for `ms`. */
export function later<T extends readonly unknown[]>(ms: number, act: (...given: T) => void): (...given: T) => void {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => act(...given), ms);
  };
}

/** Copies this page's address. Some browsers let no page from `file://` use the clipboard: then the address is shown instead. */
export async function copyAddress(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    toast(words.linkCopied);
  } catch {
    toast(location.href);
  }
}

/** Sets the address' query without leaving the page; `push` makes a step that Back undoes. */
export function setQuery(query: string, push = false): void {
  const address = query ? `?${query}` : location.pathname.split('/').pop() || './';
  if (query === location.search.slice(1)) return;
  if (push) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

/** Offers bytes as a file. */
export function download(name: string, type: string, bytes: BlobPart): void {
  const link = make('a', { href: URL.createObjectURL(new Blob([bytes], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
}
