/** What a sheet says about itself, for whoever prints and sorts it. */
export const sheets = {
  sheet: 'sheet',
  front: 'front',
  back: 'back',
  fold: 'fold',
  actualSize: 'print at 100 %',
  lowInk: 'low ink',
  // Where stacks of sheets are cut into piles that are laid on each other
  lift: 'lift {number}/{of}',
  piles: 'piles 1–{count}: lay 1 on 2, both on 3, and so on',
  rows: 'counted from left to right, then down',
};
