/** Words printed on a sheet's edge, for people who print and sort it. */
export const sheets = {
  sheet: 'sheet',
  front: 'front',
  back: 'back',
  fold: 'fold',
  actualSize: 'print at 100 %',
  lowInk: 'low ink',
  // For sheets that are cut in stacks, whose piles are laid on each other
  lift: 'lift {number}/{of}',
  piles: 'piles 1–{count}: lay 1 on 2, both on 3, and so on',
  rows: 'counted from left to right, then down',
};
