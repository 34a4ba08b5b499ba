/** How many cards these are in print: a blank one may lie in the box several times. */
export function copiesOf(cards: readonly { copies: number }[]): number {
  return cards.reduce((sum, { copies }) => sum + copies, 0);
}
