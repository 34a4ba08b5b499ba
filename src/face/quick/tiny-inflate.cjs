const { inflateRawSync } = require('node:zlib');

/**
 * In place of the package of this name, with which fontkit unpacks its tables of characters whenever it is loaded: that is
 * JavaScript, and takes 50 ms in each thread. See `src/bundle.mjs`.
 *
 * @param {Uint8Array} packed by Deflate, without a header
 */
module.exports = (packed) => new Uint8Array(inflateRawSync(packed));
