/** A name, string, array or dictionary in a content stream; numbers are plain numbers. */
export type Operand =
  | number
  | { kind: 'name'; value: string }
  /** A literal `(…)` or hexadecimal `<…>` string, or a keyword (`true`, `false`, `null`): where it stands in the source. */
  | { kind: 'string' | 'keyword'; start: number; end: number }
  | { kind: 'array'; items: Operand[] }
  /** Names and values in turn. */
  | { kind: 'dictionary'; items: Operand[] };

/** One operator of a content stream with what stands before it. */
export interface Operation {
  /** E.g. `rg`, `Tj`; an inline image (`BI … ID … EI`) is one operation `BI` with its keys and values as operands. */
  operator: string;
  operands: Operand[];
  /** Offsets in the source: of the first operand, and past the operator. */
  start: number;
  end: number;
}

/** The bytes, and the offset of the next one to be read. */
interface Cursor {
  bytes: Uint8Array;
  at: number;
  /** In how many arrays and dictionaries it lies. */
  depth: number;
}

/** How deep they may lie in one another: writers of PDF need three. */
const MAX_DEPTH = 100;

const [SPACE, REGULAR, DELIMITER] = [0, 1, 2] as const;

/** The class of each byte: blank, delimiter or regular (ISO 32000-1, 7.2.2). */
const CLASS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if ([0, 9, 10, 12, 13, 32].includes(byte)) return SPACE;
  return '()<>[]{}/%'.includes(String.fromCharCode(byte)) ? DELIMITER : REGULAR;
});

const [PERCENT, SLASH, OPEN, CLOSE, BACKSLASH] = [0x25, 0x2f, 0x28, 0x29, 0x5c];
const [LESS, GREATER, LEFT, RIGHT] = [0x3c, 0x3e, 0x5b, 0x5d];

/**
 * Reads a page's drawing, operator by operator. A rewriter copies the source between the offsets as it is.
 *
 * @throws Error where the bytes are not a content stream, with the offset: the file is damaged.
 */
export function* operations(bytes: Uint8Array): Generator<Operation> {
  const cursor: Cursor = { bytes, at: 0, depth: 0 };
  let operands: Operand[] = [];
  let start = -1;
  for (skipSpace(cursor); cursor.at < bytes.length; skipSpace(cursor)) {
    if (start < 0) start = cursor.at;
    const read = readOne(cursor);
    if (typeof read !== 'string') {
      operands.push(read);
      continue;
    }
    if (read === 'BI') operands = readInlineImage(cursor);
    yield { operator: read, operands, start, end: cursor.at };
    operands = [];
    start = -1;
  }
  if (operands.length > 0) throw damaged(start, 'operands without an operator');
}

/** An operand, or an operator as a string. */
function readOne(cursor: Cursor): Operand | string {
  const { bytes, at } = cursor;
  const byte = bytes[at] ?? 0;
  if (CLASS[byte] === REGULAR) return readWord(cursor);
  if (byte === SLASH) return readName(cursor);
  if (byte === OPEN) return readLiteral(cursor);
  if (byte === LEFT) return { kind: 'array', items: readItems(cursor, 1, RIGHT) };
  if (byte === LESS && bytes[at + 1] === LESS) {
    const items = readItems(cursor, 2, GREATER);
    if (bytes[cursor.at] !== GREATER) throw damaged(cursor.at, 'a dictionary without its ">>"');
    cursor.at += 1;
    return { kind: 'dictionary', items };
  }
  if (byte === LESS) {
    const end = bytes.indexOf(GREATER, at);
    if (end < 0) throw damaged(at, 'a string without its ">"');
    cursor.at = end + 1;
    return { kind: 'string', start: at, end: end + 1 };
  }
  throw damaged(at, `"${String.fromCharCode(byte)}" out of place`);
}

/** The items between an opening of `skip` bytes and `closing`. */
function readItems(cursor: Cursor, skip: number, closing: number): Operand[] {
  const start = cursor.at;
  const items: Operand[] = [];
  cursor.at += skip;
  cursor.depth += 1;
  if (cursor.depth > MAX_DEPTH) throw damaged(start, `an array inside of ${MAX_DEPTH} others`);
  for (skipSpace(cursor); cursor.bytes[cursor.at] !== closing; skipSpace(cursor)) {
    if (cursor.at >= cursor.bytes.length) throw damaged(start, 'an array or dictionary without its end');
    const item = readOne(cursor);
    if (typeof item === 'string') throw damaged(cursor.at, `the operator ${item} inside an array or dictionary`);
    items.push(item);
  }
  cursor.at += 1;
  cursor.depth -= 1;
  return items;
}

/** A number, a keyword or an operator. */
function readWord(cursor: Cursor): Operand | string {
  const { bytes, at: start } = cursor;
  const first = bytes[start] ?? 0;
  while (cursor.at < bytes.length && CLASS[bytes[cursor.at] ?? 0] === REGULAR) cursor.at += 1;
  // + - . and digits
  if (first === 0x2b || first === 0x2d || first === 0x2e || (first >= 0x30 && first <= 0x39)) {
    return readNumber(bytes, start, cursor.at);
  }
  const word = text(bytes, start, cursor.at);
  if (word === 'true' || word === 'false' || word === 'null') return { kind: 'keyword', start, end: cursor.at };
  return word;
}

function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let [value, scale] = [0, 0];
  const signed = bytes[start] === 0x2b || bytes[start] === 0x2d;
  for (let at = signed ? start + 1 : start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2e && scale === 0) scale = 1;
    else if (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + byte - 0x30;
      scale *= 10;
    } else return readOddNumber(bytes, start, end);
  }
  if (scale > 1) value /= scale;
  return bytes[start] === 0x2d ? -value : value;
}

/** `1e-7`, which JavaScript writes and PDF does not know, is read for what was meant. */
function readOddNumber(bytes: Uint8Array, start: number, end: number): number {
  const value = Number(text(bytes, start, end));
  if (Number.isFinite(value)) return value;
  throw damaged(start, `the number "${text(bytes, start, end)}"`);
}

function readName(cursor: Cursor): Operand {
  const start = cursor.at + 1;
  cursor.at = start;
  while (cursor.at < cursor.bytes.length && CLASS[cursor.bytes[cursor.at] ?? 0] === REGULAR) cursor.at += 1;
  const value = text(cursor.bytes, start, cursor.at);
  if (!value.includes('#')) return { kind: 'name', value };
  const decoded = value.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return { kind: 'name', value: decoded };
}

/** `(a \) b (c))`: brackets that balance need no backslash. */
function readLiteral(cursor: Cursor): Operand {
  const start = cursor.at;
  let depth = 0;
  for (let at = start; at < cursor.bytes.length; at += 1) {
    const byte = cursor.bytes[at];
    if (byte === BACKSLASH) at += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) depth -= 1;
    if (depth > 0) continue;
    cursor.at = at + 1;
    return { kind: 'string', start, end: at + 1 };
  }
  throw damaged(start, 'a string without its ")"');
}

/** After `BI`: the keys and values; leaves the cursor past `EI`. The data may hold any byte, also the letters EI. */
function readInlineImage(cursor: Cursor): Operand[] {
  const { bytes, at: start } = cursor;
  const items: Operand[] = [];
  for (;;) {
    skipSpace(cursor);
    if (cursor.at >= bytes.length) throw damaged(start, 'an inline image without its data');
    const item = readOne(cursor);
    if (item === 'ID') break;
    if (typeof item === 'string') throw damaged(cursor.at, `the operator ${item} inside an inline image`);
    items.push(item);
  }
  for (let at = cursor.at + 1; at < bytes.length; at += 1) {
    const ends = bytes[at] === 0x45 && bytes[at + 1] === 0x49 && CLASS[bytes[at - 1] ?? 0] === SPACE;
    if (!ends || !looksLikeContent(bytes, at + 2)) continue;
    cursor.at = at + 2;
    return items;
  }
  throw damaged(start, 'an inline image without its "EI"');
}

/** True at the end, or where a blank and then plain text follow: binary data rarely is 10 printable bytes long. */
function looksLikeContent(bytes: Uint8Array, at: number): boolean {
  if (at >= bytes.length) return true;
  if (CLASS[bytes[at] ?? 0] !== SPACE) return false;
  return bytes
    .subarray(at, at + 11)
    .every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127));
}

function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor;
  while (cursor.at < bytes.length) {
    const byte = bytes[cursor.at] ?? 0;
    if (byte === PERCENT) {
      while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) cursor.at += 1;
    } else if (CLASS[byte] === SPACE) cursor.at += 1;
    else return;
  }
}

/** Words of one and two letters, as most operators are: they come thousands of times, so each string is made once. */
const SHORT_WORDS: string[] = [];

function text(bytes: Uint8Array, start: number, end: number): string {
  const short = end - start === 2 ? (bytes[start + 1] ?? 0) * 256 + (bytes[start] ?? 0) : (bytes[start] ?? 0);
  if (end - start > 2 || end === start) return spell(bytes, start, end);
  SHORT_WORDS[short] ??= spell(bytes, start, end);
  return SHORT_WORDS[short];
}

function spell(bytes: Uint8Array, start: number, end: number): string {
  let out = '';
  for (let at = start; at < end; at += 1) out += String.fromCharCode(bytes[at] ?? 0);
  return out;
}

function damaged(at: number, what: string): Error {
  return new Error(`content stream damaged at byte ${at}: ${what}`);
}
