// What a table may be at most, so that no file takes longer than a second. A deck of 5,000 cards has not been seen; files of
// strangers claim millions of rows.

/** Of the file itself, in bytes: most of a large one are pictures, which are not read. */
export const MAX_FILE = 20 * 1024 * 1024;
/** Bytes of all parts that are read, unpacked; of a CSV file, as it is. 5,000 rows of cards are 4 MB. */
export const MAX_UNPACKED = 8 * 1024 * 1024;
/** Tags of its XML, and characters of one of them. */
export const MAX_TAGS = 300_000;
export const MAX_TAG = 20_000;
/** Rows of one sheet, the header too. */
export const MAX_ROWS = 5000;
/** Columns of one sheet. */
export const MAX_COLUMNS = 200;
/** Cells with something in them. */
export const MAX_CELLS = 100_000;
/** Groups of cells that are merged. */
export const MAX_MERGED = 2000;
/** Styles of cells, as many as Excel takes. */
export const MAX_STYLES = 65_000;
/** Characters of one cell: no card has room for a tenth of it. */
export const MAX_TEXT = 10_000;
/** Sheets of one file. */
export const MAX_SHEETS = 100;
