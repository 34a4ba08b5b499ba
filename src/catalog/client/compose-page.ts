import { filled } from '../../../layouts/words/words.ts';
import { composedCard } from './compose-card.ts';
import { fillForm, showForm } from './compose-form.ts';
import { words } from './compose-words.ts';
import { csvOf, idOf, leftOutOf, type Made, mdxOf, readMade, writeMade, writtenText } from './composed.ts';
import type { ComposerData } from './composer-data.ts';
import { composerData, indexData } from './data.ts';
import { copyAddress, download, make, need, setQuery, toast } from './dom.ts';
import { forget, keepAll, keepMade, keptOnes, numberFor } from './kept-cards.ts';
import { takenBack } from './taken-back.ts';

/** The composer. The address is the card; kept ones stay in this browser. */
export async function startComposer(): Promise<void> {
  const [data, index] = await Promise.all([composerData(), indexData()]);
  const taken = new Set(index.cards.map(([id]) => id));
  let made = readMade(location.search, data);

  function change(next: Made): void {
    made = next;
    setQuery(writeMade(made));
    show();
  }

  function show(): void {
    need('compose-card').replaceChildren(...composedCard(made, data));
    showForm(made, data, change);
    need('compose-taken').hidden = writtenText(made, 'title') === '' || !taken.has(idOf(made, data));
    showKept(data);
  }

  function read(): void {
    made = readMade(location.search, data);
    const left = leftOutOf(location.search, data);
    say(left.length > 0 ? filled(words.leftOut, { names: left.join(', ') }) : '');
    for (const key of Object.keys(made.texts)) need<HTMLInputElement>(`compose-${key}`).value = writtenText(made, key);
    show();
  }

  fillForm(data, () => made, change);
  need('compose-card').after(
    make('p', { id: 'compose-missing', role: 'status', class: 'found' }),
    make('p', { id: 'compose-taken', class: 'note', hidden: true }, words.titleTaken),
    make('div', { id: 'compose-note', role: 'status' }),
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
        const before = keptOnes();
        const kept = keepMade(writeMade(made()));
        read();
        toast(kept ? words.keptHere : words.notKept);
        const name = writtenText(made(), 'title');
        const after = keptOnes();
        if (name && after.length === before.length && !before.includes(writeMade(made()))) {
          say(filled(words.replaced, { name }), () => takeBack({ before, after }, data));
        }
      },
    ],
    [words.copyLink, () => void copyAddress()],
    [words.print, () => print()],
    [words.saveMdx, () => saveMdx(made(), data)],
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

function saveMdx(made: Made, data: ComposerData): void {
  const id = idOf(made, data);
  download(`${id}.mdx`, 'text/markdown', mdxOf(made, data, numberFor(id, data.number)));
}

/** A line above the buttons; with `undo` a button that takes back what it says. */
function say(text: string, undo?: () => void): void {
  const button = undo && make('button', { type: 'button', class: 'small', onclick: undo }, words.undo);
  need('compose-note').replaceChildren(...(text ? [make('p', { class: 'note' }, text, ' ', button)] : []));
}

/** Takes a change of the kept cards back; what another tab has kept since stays. */
function takeBack(change: Record<'before' | 'after', readonly string[]>, data: ComposerData): void {
  if (!keepAll(takenBack(keptOnes(), change, (query) => query))) toast(words.notKept);
  say('');
  showKept(data);
}

function showKept(data: ComposerData): void {
  const kept = keptOnes();
  need('compose-kept').hidden = kept.length === 0;
  const rows = kept.map((query) => {
    const name = writtenText(readMade(query, data), 'title') || words.untitled;
    const drop = () => {
      const before = keptOnes();
      forget(query);
      const after = keptOnes();
      showKept(data);
      say(filled(words.removed, { name }), () => takeBack({ before, after }, data));
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
