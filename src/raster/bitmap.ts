/** A page as pixels: RGBA, 8 bits each. */
export interface Bitmap {
  width: number;
  height: number;
  data: Uint8Array;
}
