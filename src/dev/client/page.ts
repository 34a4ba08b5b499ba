import type { DevEvent, ItemView, Overview } from '../views.ts';
import { showPictures } from './faces.ts';
import { listItems, markCurrent } from './list.ts';
import { all, need, toggle } from './page-dom.ts';
import { showNone, showOthers, showProblems } from './problems.ts';

// The page of `prepdeck dev`: a list of cards, boards, worksheets and chapters, one of them as it is printed, and what is wrong with it.

const START = 'Save a file to see it.';

let current = '';

start();

function start(): void {
  for (const box of all('fieldset input')) box.addEventListener('change', applyToggles);
  need('filter').addEventListener('input', () => void refresh());
  need('only').addEventListener('change', () => void refresh());
  addEventListener('hashchange', () => void show(location.hash.slice(1)));
  applyToggles();
  const events = new EventSource('/events');
  events.addEventListener('message', ({ data }) => void react(JSON.parse(data) as DevEvent));
  // After a lost connection, e.g. a restart of the server, the page may show an old state.
  events.addEventListener('open', () => {
    say(START);
    void refresh();
  });
  events.addEventListener('error', () => say('The server has ended. Start it again: npx prepdeck dev', true));
}

/** Handles the server's message about a saved file. */
async function react(event: DevEvent): Promise<void> {
  if (event.kind === 'restarting') return say('Reading the layouts again …');
  if (event.kind === 'failed') return say(event.message, true);
  const { saved, ms, revision } = event;
  say(`Revision ${revision}, read in ${ms} ms`);
  if (saved && (saved.id === current || toggle('follow').checked)) {
    current = saved.id;
    history.replaceState(null, '', `#${saved.id}`);
    await showItem(saved);
    await refreshList();
  } else {
    await refresh();
  }
}

/** The list and what is shown, read anew. */
async function refresh(): Promise<void> {
  const first = await refreshList();
  await show(location.hash.slice(1) || current || (first ?? ''));
}

/** Gives the first item's id. */
async function refreshList(): Promise<string | undefined> {
  const overview = await read<Overview>('/deck.json');
  if (!overview) return undefined;
  need('deck').textContent = overview.name;
  document.title = `${overview.name} · prepdeck dev`;
  listItems(overview, need<HTMLInputElement>('filter').value, need<HTMLInputElement>('only').checked);
  markCurrent(current);
  showOthers(overview.problems);
  return overview.items[0]?.id;
}

async function show(id: string): Promise<void> {
  if (id === '') return;
  current = id;
  markCurrent(id);
  const item = await read<ItemView>(`/item/${id}.json`, () => current === id && showGone(id));
  if (item && current === id) await showItem(item);
}

/** Says that what was asked for is not there: it was deleted or renamed, or the deck can't be read that far. Its last picture stays. */
function showGone(id: string): void {
  const faces = need('faces');
  const isShown = faces.dataset.of === id;
  faces.classList.toggle('stale', isShown);
  if (!isShown) {
    faces.replaceChildren();
    need('code').textContent = '';
    need('title').textContent = id;
  }
  need('note').hidden = false;
  const why = 'it is not in the deck, or the deck can’t be read.';
  need('note').textContent = isShown ? `This is its last picture: ${why}` : `There is nothing to see: ${why}`;
  showNone();
}

async function showItem(item: ItemView): Promise<void> {
  need('faces').dataset.of = item.id;
  need('code').textContent = [item.code, item.file].filter(Boolean).join(' · ');
  need('title').textContent = item.title;
  markCurrent(item.id);
  showProblems(item.problems);
  const note = need('note');
  note.hidden = !item.stale && item.pictures.length > 0;
  note.textContent = item.stale
    ? 'This is the last good picture: as it is now it can’t be drawn.'
    : 'There is no picture yet: mend the problems first.';
  need('faces').classList.toggle('stale', item.stale);
  await showPictures(item, () => current === item.id);
}

function applyToggles(): void {
  for (const name of ['bleed', 'trim', 'safe']) need('faces').classList.toggle(name, toggle(name).checked);
}

/**
 * JSON of the server; undefined after showing why there is none.
 *
 * @param onMissing called where there is nothing at the address
 */
async function read<T>(address: string, onMissing?: () => void): Promise<T | undefined> {
  const response = await fetch(address).catch(() => undefined);
  if (!response) return undefined;
  if (response.ok) return (await response.json()) as T;
  if (response.status === 404) onMissing?.();
  const { failed } = response.status === 503 ? ((await response.json()) as { failed: string }) : { failed: '' };
  if (failed) say(failed, true);
  return undefined;
}

function say(text: string, failed = false): void {
  const status = need('status');
  status.textContent = text;
  status.classList.toggle('failed', failed);
}
