/**
 * Links to the page in another language take along what its address says: filters, a search, a hand. Ids are the same in all languages. An
 * address changes without a new page, so a link is made when somebody is about to follow or to copy it.
 */
export function startLanguages(): void {
  const take = ({ target }: Event) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('.languages a');
    if (!link) return;
    link.search = location.search;
    link.hash = location.hash;
  };
  for (const type of ['focusin', 'pointerdown', 'click']) document.addEventListener(type, take, { capture: true });
}
