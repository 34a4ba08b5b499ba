// What a table may be at most. A deck of 10,000 cards has not been seen; files of strangers claim millions of rows.

/** Of the file itself, in bytes. */
export const MAX_FILE = 20 * 1024 * 1024;
/** Of its parts that are read, unpacked, in bytes together: 10,000 rows of cards are 8 MB. */
export const MAX_UNPACKED = 32 * 1024 * 1024;
/** Rows of one sheet, the header too. */
export const MAX_ROWS = 10_000;
/** Columns of one sheet. */
export const MAX_COLUMNS = 200;
/** Characters of one cell: no card has room for a tenth of it. */
export const MAX_TEXT = 10_000;
/** Sheets of one file. */
export const MAX_SHEETS = 100;
