/** A row of dots on a page. The style sheet draws them: the deck's fonts have no such signs, and a reader's system need not. */
export function WebPips({ count, of }: { count: number; of: number }) {
  const places = Array.from({ length: of }, (_, i) => i + 1);
  return places.map((place) => <span key={place} className={place <= count ? 'pip on' : 'pip'} />);
}
