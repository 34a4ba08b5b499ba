/** Unpacks what Deflate packed, without a header. */
declare function inflate(packed: Uint8Array): Uint8Array;
export = inflate;
