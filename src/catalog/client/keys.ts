import { lookUp } from '../../model/look-up.ts';

/**
 * Calls an act by the key's name in small letters. A key that is typed into a field is that field's; Enter and Space on a button, a
 * link or a summary do what that does.
 */
export function onKeys(acts: Readonly<Record<string, () => void>>): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, select, textarea')) return;
    if (['Enter', ' '].includes(event.key) && target.closest('button, a, summary')) return;
    const act = lookUp(acts, event.key.toLowerCase());
    if (!act) return;
    event.preventDefault();
    act();
  });
}
