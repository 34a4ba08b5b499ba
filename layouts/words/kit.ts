/** Words of boards and worksheets, besides the pages' own texts. Names in `{braces}` are filled in. */
export const kit = {
  board: 'Board',
  worksheet: 'Worksheet',
  // The first tile of a board
  overlap: '{length} overlap: cut at the solid marks, then lay each sheet on the dashed marks of the one before it',
};
