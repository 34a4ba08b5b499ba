import { counted, filled } from '../../../layouts/words/words.ts';
import { download, make, need } from './dom.ts';
import { formatHand, type Held, parseHand } from './hand.ts';
import { formatHands, joined, type NamedHand, parseHands, withHand } from './named-hands.ts';
import { keep, onOtherTab, recall } from './store.ts';
import { takenBack } from './taken-back.ts';
import { words } from './words.ts';

/** The page's hand, and how to lay out another in its place. */
interface Table {
  hand(): readonly Held[];
  layOut(hand: readonly Held[]): void;
}

/** The section's list, and how it changes. */
interface Shelf {
  list: HTMLElement;
  note: HTMLElement;
  show(): void;
  /** Keeps hands and shows what was done, with an Undo button; where the browser keeps nothing, a line says so. */
  change(hands: readonly NamedHand[], said: string): void;
}

/** The section of hands that are kept under names, below the hand itself. */
export function startKeptHands(table: Table): void {
  const shelf = shelfOf(table);
  const heading = make('h2', { id: 'hands-title' }, words.yourHands);
  const parts = [heading, shelf.note, namingOf(shelf, table), shelf.list, filesOf(shelf)];
  need('hand-empty').after(make('section', { class: 'shelf-of-hands', 'aria-labelledby': heading.id }, ...parts));
  onOtherTab(['hands'], shelf.show);
  shelf.show();
}

function shelfOf(table: Table): Shelf {
  const list = make('ul', { id: 'hands' });
  const note = make('div', { id: 'hands-note', role: 'status' });

  function show(): void {
    const rows = namedHands().map((one) =>
      rowOf(one, table, () => change(without(namedHands(), one), removedLine(one))),
    );
    list.replaceChildren(...rows);
  }

  function change(hands: readonly NamedHand[], said: string): void {
    const before = namedHands();
    const kept = keep('hands', formatHands(hands));
    const back = () => {
      keep('hands', formatHands(takenBack(namedHands(), { before, after: hands }, nameOf)));
      note.replaceChildren();
      show();
    };
    const undo = make('button', { type: 'button', class: 'small', onclick: back }, words.undo);
    note.replaceChildren(make('p', { class: 'note' }, kept ? said : words.notKept, ' ', undo));
    show();
  }

  return { list, note, show, change };
}

/** The field that gives the hand of the page a name. */
function namingOf(shelf: Shelf, table: Table): HTMLElement {
  const name = make('input', { id: 'hand-name', autocomplete: 'off', maxlength: 80 });
  const keepIt = () => {
    const hand = formatHand(table.hand());
    const added = { name: name.value.trim(), hand };
    if (added.name === '' || hand === '') return name.focus();
    const replaced = namedHands().some((one) => one.name === added.name && one.hand !== hand);
    const said = filled(replaced ? words.handReplaced : words.handKept, { name: added.name });
    shelf.change(withHand(namedHands(), added), said);
    name.value = '';
  };
  const label = make('label', { for: name.id }, words.handName);
  return make('p', { class: 'actions' }, label, name, button(words.keepHand, keepIt));
}

/** All hands as a file, and those of a file. */
function filesOf({ note, change }: Shelf): HTMLElement {
  const file = make('input', { id: 'hands-file', type: 'file', accept: '.json,application/json' });
  file.addEventListener('change', async () => {
    const theirs = parseHands((await file.files?.[0]?.text()) ?? '');
    file.value = '';
    const names = theirs.map(({ name }) => name).join(', ');
    if (theirs.length === 0) note.replaceChildren(make('p', { class: 'note' }, words.noHands));
    else change(joined(namedHands(), theirs), filled(words.handsTaken, { names }));
  });
  const save = () => download('hands.json', 'application/json', formatHands(namedHands()));
  const label = make('label', { for: file.id }, words.openHands);
  return make('p', { class: 'actions' }, button(words.saveHands, save), label, file);
}

/** The hands that this browser keeps under names. */
function namedHands(): NamedHand[] {
  return parseHands(recall('hands'));
}

function nameOf({ name }: NamedHand): string {
  return name;
}

function without(hands: readonly NamedHand[], { name }: NamedHand): NamedHand[] {
  return hands.filter((one) => one.name !== name);
}

function removedLine({ name }: NamedHand): string {
  return filled(words.handRemoved, { name });
}

function rowOf({ name, hand }: NamedHand, table: Table, remove: () => void): HTMLElement {
  const cards = parseHand(hand);
  const count = counted(cards.length, words.howManyCards);
  const lay = make('button', { type: 'button', class: 'small', onclick: () => table.layOut(cards) }, words.layOut);
  lay.setAttribute('aria-label', `${words.layOut}: ${name}`);
  const drop = make(
    'button',
    { type: 'button', class: 'small', 'aria-label': filled(words.removeHand, { name }), onclick: remove },
    '×',
  );
  return make('li', {}, make('a', { href: `hand.html?hand=${hand}` }, name), ` (${count}) `, lay, ' ', drop);
}

function button(text: string, onclick: () => void): HTMLButtonElement {
  return make('button', { type: 'button', class: 'button quiet', onclick }, text);
}
