// The one script that stands in a page: that of 404.html, which servers show under any address, and which therefore can't know from where
// it would load a file. It looks for the catalog's script where the page says that it is, then in each folder above its address. Where that is
// another folder, all that the page names is named from there.

/** What the page's addresses begin with, as it was written. */
const base = document.body.dataset.base ?? '';

async function findRoot(): Promise<void> {
  const app = document.querySelector('script[src]')?.getAttribute('src')?.slice(base.length);
  if (app === undefined || location.protocol === 'file:') return;
  const said = new URL(base || '.', location.href).href;
  for (const folder of new Set([said, ...foldersAbove()])) {
    if (!(await isScript(folder + app))) continue;
    if (folder !== said) moveTo(folder);
    return;
  }
}

/** The folder of the page's address, and those above it up to the server's own. */
function foldersAbove(): string[] {
  const folders: string[] = [];
  for (let at = new URL('.', location.href); ; at = new URL('..', at)) {
    folders.push(at.href);
    if (at.pathname === '/') return folders;
  }
}

/** Whether a script is at an address. A server may answer with a page for what it has not. */
async function isScript(address: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => undefined);
  // An answer that nobody reads keeps its connection.
  await answer?.text();
  return answer?.ok === true && /javascript/.test(answer.headers.get('content-type') ?? '');
}

/** Names from a folder all that the page names inside of the catalog. */
function moveTo(root: string): void {
  document.body.dataset.base = root;
  for (const one of document.querySelectorAll('[href],[src]')) {
    const name = one.hasAttribute('href') ? 'href' : 'src';
    const address = one.getAttribute(name) ?? '';
    if (!isInside(address)) continue;
    // A script is loaded once, so one with another address is another element.
    const moved = one.localName === 'script' ? document.createElement('script') : one;
    moved.setAttribute(name, root + address.slice(base.length));
    if (moved !== one) one.replaceWith(moved);
  }
}

/** Whether an address was written from the catalog's folder: not that of another site or server, nor of a place in the page. */
function isInside(address: string): boolean {
  if (/^(?:#|[a-z]+:|\/\/)/i.test(address)) return false;
  return base === '' ? !address.startsWith('/') : address.startsWith(base);
}

void findRoot();
