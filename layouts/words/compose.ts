/**
 * Words of the catalog's composer, which only a deck with `compose:` in its deck.yaml has. Names in `{braces}` are filled in. What the
 * composed card is called, and its fields and sections, the deck says itself.
 */
export const compose = {
  compose: 'Compose',
  composeTitle: 'Compose a card',
  composeAbout: 'Cards, and a few words of yours, become a card.',
  composeLead: 'Pick cards, write the rest: the sentences write themselves.',
  composeWithout: 'Composing needs JavaScript.',
  title: 'Title',
  gist: 'In one line',
  made: 'The card',
  yours: 'Your cards',
  or: 'or',
  add: 'Add',
  stillToFill: 'Still to fill: {names}',
  ready: 'Ready to be a card.',
  tooLong: '{count} more than the card holds',
  keepCard: 'Keep',
  keptHere: 'Kept in this browser',
  copyLink: 'Copy link',
  print: 'Print',
  saveMdx: 'Save as MDX',
  allAsCsv: 'All as CSV',
  newCard: 'New',
  untitled: 'Untitled',
  remove: 'Remove {name}',
};
