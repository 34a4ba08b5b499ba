/** The name under which the tab keeps the address of its last page. */
const LAST = 'prepdeck page';

/** Keeps this page's address for the next page of the tab: opened from a folder, a page has no referrer. The workshop view is on top of others. */
export function startTrail(): void {
  if (document.body.dataset.page === 'workshop') return;
  window.addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(LAST, location.href);
    } catch {
      // Storage is closed: then nobody knows.
    }
  });
}

/** The address of the page that the reader came from; empty where nobody knows. */
export function cameFrom(): string {
  if (document.referrer !== '') return document.referrer;
  try {
    return sessionStorage.getItem(LAST) ?? '';
  } catch {
    return '';
  }
}
