import { filled } from '../../../layouts/words/words.ts';
import { make, need, toast } from './dom.ts';
import { keepRecord, myRecord } from './record.ts';

/** Which of several filled-in copies of a sheet a page shows. */
export interface Teams {
  /** The name of the one that is shown; empty where a room fills in one sheet. */
  current(): string;
  /** Shows which there are now. */
  show(): void;
}

/**
 * The choice among the sheets of several tables or teams, and the name of the one that is shown. The address has the name, so that
 * a link leads to it: `?team=North`.
 *
 * @param changed called when another sheet is chosen
 */
export function startTeams(sheet: string, changed: () => void): Teams {
  const place = document.querySelector<HTMLElement>('.whose');
  const asked = new URLSearchParams(location.search).get('team');
  // A record may have a sheet of a team where this deck has one for the room.
  if (!place) return { current: () => teamsOf(sheet).find((one) => one === asked) ?? '', show: () => undefined };
  const [select, name] = [need<HTMLSelectElement>('sheet-team'), need<HTMLInputElement>('sheet-name')];
  const { number: numbered = '', taken = '' } = place.dataset;
  let current = asked ?? teamsOf(sheet)[0] ?? filled(numbered, { number: 1 });

  function show(): void {
    const names = [...new Set([...teamsOf(sheet), current])];
    select.replaceChildren(...names.map((one) => make('option', { value: one, selected: one === current }, one)));
    if (document.activeElement !== name) name.value = current;
  }

  function choose(team: string): void {
    current = team;
    history.replaceState(null, '', `?team=${encodeURIComponent(team)}`);
    show();
    changed();
  }

  select.addEventListener('change', () => choose(select.value));
  name.addEventListener('change', () => {
    const to = name.value.trim();
    const isTaken = to !== current && teamsOf(sheet).includes(to);
    if (isTaken) toast(taken);
    if (to !== '' && !isTaken) rename(sheet, current, to);
    name.blur();
    choose(to === '' || isTaken ? current : to);
  });
  need('sheet-more').addEventListener('click', () => {
    choose(newName([...teamsOf(sheet), current], numbered));
    name.focus();
    name.select();
  });
  return { current: () => current, show };
}

/** Whose sheets are written. */
function teamsOf(sheet: string): string[] {
  return myRecord().sheets.flatMap((one) => (one.sheet === sheet ? [one.team] : []));
}

/** Calls a written sheet something else. */
function rename(sheet: string, from: string, to: string): void {
  const record = myRecord();
  const sheets = record.sheets.map((one) => (one.sheet === sheet && one.team === from ? { ...one, team: to } : one));
  keepRecord({ ...record, sheets });
}

/** The first `Sheet 3` that is not taken. */
function newName(taken: readonly string[], numbered: string): string {
  let number = taken.length + 1;
  while (taken.includes(filled(numbered, { number }))) number += 1;
  return filled(numbered, { number });
}
