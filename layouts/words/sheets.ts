/** What a sheet says about itself, for whoever prints and sorts it. */
export const sheets = {
  sheet: 'sheet',
  front: 'front',
  back: 'back',
  fold: 'fold',
  actualSize: 'print at 100 %',
  lowInk: 'low ink',
};
