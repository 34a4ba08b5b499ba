/** A row of dots on a page. The style sheet draws them: neither the deck's fonts nor every reader's system have such signs. */
export function WebPips({ count, of }: { count: number; of: number }) {
  const places = Array.from({ length: of }, (_, i) => i + 1);
  return places.map((place) => <span key={place} className={place <= count ? 'pip on' : 'pip'} />);
}
