/** A page as pixels: RGBA, 8 bits each. */
export interface Bitmap {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A part of a bitmap. In pixels. */
export interface BitmapPart {
  left: number;
  top: number;
  width: number;
  height: number;
}
