import { counted, filled } from '../../../layouts/words/words.ts';
import { lookUp } from '../../model/look-up.ts';
import { DAY_SHEET, votesField } from '../../record/day-sheet.ts';
import { indexData } from './data.ts';
import { make } from './dom.ts';
import { writeField } from './record.ts';
import { words } from './run-words.ts';
import { keep, myHand, recall } from './store.ts';
import { countsOf, NO_VOTES, readTallies, type Tally, tallyText, withOptions, withoutOption } from './tally.ts';

type Act = (next: (tally: Tally) => Tally) => void;

/** Votes of the room at a step, counted aloud. `said` is told whether this browser keeps them. */
export function startVotes(said: (kept: boolean) => void) {
  let key = '';
  const list = make('ol', { class: 'votes' });
  const total = make('span', { role: 'status' });
  const undo = button(words.undoVote, () => change((tally) => ({ ...tally, cast: tally.cast.slice(0, -1) })));
  const node = make('details', { class: 'run-room' }, make('summary', {}, words.votes), formOf(change), list);
  node.append(make('p', { class: 'actions' }, total, undo));

  function change(next: (tally: Tally) => Tally): void {
    const all = readTallies(recall('votes'));
    const tally = next(lookUp(all, key) ?? NO_VOTES);
    const kept = keep('votes', JSON.stringify({ ...all, [key]: tally }));
    said(writeField({ sheet: DAY_SHEET, team: '' }, votesField(key), tallyText(tally)) && kept);
    draw();
  }

  function draw(): void {
    const tally = lookUp(readTallies(recall('votes')), key) ?? NO_VOTES;
    list.replaceChildren(...rowsOf(tally, change));
    total.textContent = counted(tally.cast.length, words.howManyVotes);
    undo.hidden = tally.cast.length === 0;
  }

  return {
    node,
    /** A vote for an option, from 0, where the votes are in view. */
    vote(at: number): void {
      if (node.open && list.children[at]) change(({ options, cast }) => ({ options, cast: [...cast, at] }));
    },
    /** The votes of a step. */
    show(step: string): void {
      if (step !== key) node.open = (lookUp(readTallies(recall('votes')), step)?.options.length ?? 0) > 0;
      key = step;
      draw();
    },
  };
}

function button(name: string, onclick: () => void): HTMLButtonElement {
  return make('button', { type: 'button', class: 'small', onclick }, name);
}

/** Where options are added: one that is written, or the cards of the hand. */
function formOf(change: Act): HTMLElement {
  const name = make('input', { type: 'text', maxlength: 80, autocomplete: 'off' });
  const add = (event: Event) => {
    event.preventDefault();
    change((tally) => withOptions(tally, [name.value]));
    name.value = '';
  };
  const takeHand = async () => {
    const { cards } = await indexData();
    const titles = new Map(cards.map(([id, , title]) => [id, title]));
    change((tally) =>
      withOptions(
        tally,
        myHand().flatMap(({ id }) => titles.get(id) ?? []),
      ),
    );
  };
  const form = make('form', { class: 'run-fields', onsubmit: add }, make('label', {}, `${words.voteOn} `, name));
  form.append(
    make('button', { class: 'small' }, words.addOption),
    button(words.fromHand, () => void takeHand()),
  );
  return form;
}

/** What the button of an option shows; its name begins with it, for who says what is to be pressed. */
const ONE_MORE = '+1';

function rowsOf(tally: Tally, change: Act): HTMLElement[] {
  const counts = countsOf(tally);
  const most = Math.max(1, ...counts);
  return tally.options.map((name, at) => {
    const vote = () => {
      change(({ options, cast }) => ({ options, cast: [...cast, at] }));
      document.querySelectorAll<HTMLElement>('.votes .vote')[at]?.focus();
    };
    const cast = make(
      'button',
      { type: 'button', class: 'vote', onclick: vote, 'aria-label': `${ONE_MORE}: ${filled(words.voteFor, { name })}` },
      ONE_MORE,
    );
    const out = () => change((one) => withoutOption(one, at));
    const remove = make(
      'button',
      { type: 'button', class: 'small', onclick: out, 'aria-label': filled(words.remove, { name }) },
      '×',
    );
    return make(
      'li',
      { class: counts[at] === most ? 'leads' : '' },
      make('span', { class: 'vote-count' }, String(counts[at])),
      make('span', { class: 'vote-name' }, name),
      cast,
      // An option that has votes is not removed by a slip.
      counts[at] === 0 && remove,
    );
  });
}
