/** A page as pixels: RGBA, 8 bits each. */
export interface Bitmap {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A part of a bitmap. In pixels. */
export function cut(
  { width, data }: Bitmap,
  part: { left: number; top: number; width: number; height: number },
): Bitmap {
  const cut = new Uint8Array(part.width * part.height * 4);
  for (let y = 0; y < part.height; y += 1) {
    const from = ((part.top + y) * width + part.left) * 4;
    cut.set(data.subarray(from, from + part.width * 4), y * part.width * 4);
  }
  return { width: part.width, height: part.height, data: cut };
}
