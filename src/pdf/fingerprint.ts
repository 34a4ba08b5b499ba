/** The FNV-1a hash's start values: its own basis, and three more so that four lanes give 128 bits. */
const BASES = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
const PRIME = 0x01000193;

/**
 * 32 hexadecimal digits that stand for some bytes: a PDF's /ID. It tells files apart; it is no protection.
 * Not crypto.subtle, which browsers withhold from pages that come from `file://` or plain http.
 */
export function fingerprint(parts: readonly Uint8Array[]): string {
  const lanes = BASES.map((basis) => parts.reduce((hash, part) => fnv(part, hash), basis));
  return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

function fnv(bytes: Uint8Array, basis: number): number {
  let hash = basis;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, PRIME);
  return hash;
}
