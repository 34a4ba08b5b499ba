/** Words of the page for rooms that meet online. Names in `{braces}` are filled in. */
export const remote = {
  title: 'For remote rooms',
  lead: 'Cards and boards as pictures for an online whiteboard. Drag a card onto the whiteboard, or save all and upload them.',
  without: 'Choosing cards needs JavaScript. Each card’s page and each board’s page has its picture to save.',
  cards: 'The cards',
  boards: 'The boards',
  dragThem: 'Drag a picture from here onto the whiteboard. Copied cards paste as text.',
  limits: 'What whiteboards take',
  checked:
    'Checked against what is written about them, not in the services themselves. They change: if one refuses a picture, look there.',
  readOn: 'read on {date}',
  wholeDeck: 'All cards and boards, larger, in folders of {count} with a list: run this where the deck’s source is.',
  // Its script
  theHand: '{cards} of the hand',
  allCards: 'All {cards}',
  savePictures: 'Save the pictures',
  copyText: 'Copy as text',
  saving: { one: '{at} of {count} picture …', other: '{at} of {count} pictures …' },
  saved: 'Saved: {file}. Unpack it, then upload one folder after the other.',
  failed: 'The pictures could not be fetched: {why}. Check the network, then try again.',
  fromFolder:
    'Opened from a folder, a browser may not read the pictures into one file: drag them, or save each from its card’s page.',
};
