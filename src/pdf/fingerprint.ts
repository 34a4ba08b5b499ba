const PRIME = 0x01000193;

/**
 * 32 hexadecimal digits that stand for some bytes: a PDF's /ID. It tells files apart; it is no protection.
 * Not crypto.subtle, which browsers withhold from pages that come from `file://` or plain http.
 *
 * It is FNV-1a in four lanes, which gives 128 bits: one begins with that hash's own basis, three with other numbers.
 */
export function fingerprint(parts: readonly Uint8Array[]): string {
  let [a, b, c, d] = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 1) {
      const byte = part[at] ?? 0;
      a = Math.imul(a ^ byte, PRIME);
      b = Math.imul(b ^ byte, PRIME);
      c = Math.imul(c ^ byte, PRIME);
      d = Math.imul(d ^ byte, PRIME);
    }
  }
  return [a, b, c, d].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
