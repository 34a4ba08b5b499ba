import { filled } from '../../../layouts/words/words.ts';
import { composedCard } from './compose-card.ts';
import { fillForm, showForm } from './compose-form.ts';
import { words } from './compose-words.ts';
import { csvOf, idOf, type Made, mdxOf, readMade, textOf, writeMade } from './composing.ts';
import { type ComposerData, composerData } from './data.ts';
import { copyAddress, download, make, need, setQuery, toast } from './dom.ts';
import { forget, keepMade, keptOnes } from './kept.ts';

/** The composer. The address is the card; kept ones stay in this browser. */
export async function startComposer(): Promise<void> {
  const data = await composerData();
  let made = readMade(location.search, data);

  function change(next: Made): void {
    made = next;
    setQuery(writeMade(made));
    show();
  }

  function show(): void {
    need('compose-card').replaceChildren(...composedCard(made, data));
    showForm(made, data, change);
    showKept(data);
  }

  function read(): void {
    made = readMade(location.search, data);
    for (const { key } of data.texts) need<HTMLInputElement>(`compose-${key}`).value = textOf(made, key);
    show();
  }

  fillForm(data, () => made, change);
  need('compose-card').after(
    make('p', { id: 'compose-missing', role: 'status', class: 'found' }),
    actionsOf(data, () => made, read),
  );
  window.addEventListener('popstate', read);
  read();
}

/** The buttons for a card. `read` is called when the address or the kept cards have changed. */
function actionsOf(data: ComposerData, made: () => Made, read: () => void): HTMLElement {
  const saveAll = () => {
    const all = [...new Set([...keptOnes(), writeMade(made())])].filter(Boolean);
    const table = csvOf(
      all.map((one) => readMade(one, data)),
      data,
    );
    download(`${data.suit}.csv`, 'text/csv', table);
  };
  const acts: [name: string, act: () => void][] = [
    [
      words.keepCard,
      () => {
        const kept = keepMade(writeMade(made()));
        read();
        toast(kept ? words.keptHere : words.notKept);
      },
    ],
    [words.copyLink, () => void copyAddress()],
    [words.print, () => print()],
    [words.saveMdx, () => download(`${idOf(made(), data)}.mdx`, 'text/markdown', mdxOf(made(), data))],
    [words.allAsCsv, saveAll],
    [
      words.newCard,
      () => {
        setQuery('', true);
        read();
      },
    ],
  ];
  const buttons = acts.map(([name, act], i) =>
    make('button', { type: 'button', class: i === 0 ? 'button' : 'button quiet', onclick: act }, name),
  );
  return make('p', { class: 'actions' }, ...buttons);
}

function showKept(data: ComposerData): void {
  const kept = keptOnes();
  need('compose-kept').hidden = kept.length === 0;
  const rows = kept.map((query) => {
    const name = textOf(readMade(query, data), 'title') || words.untitled;
    const drop = () => {
      forget(query);
      showKept(data);
    };
    const remove = make(
      'button',
      { type: 'button', class: 'small', 'aria-label': filled(words.remove, { name }), onclick: drop },
      '×',
    );
    return make('li', {}, make('a', { href: `compose.html?${query}` }, name), ' ', remove);
  });
  need('compose-list').replaceChildren(...rows);
}
