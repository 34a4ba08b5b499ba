/** `1 card`, `12 cards`: how many of something there are, in the English of messages. */
export function howMany(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
