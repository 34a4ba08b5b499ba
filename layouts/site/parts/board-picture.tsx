import type { PageProps } from '../../../src/model/catalog.ts';

/** A board as it looks, small, beside its title; nothing where there is no picture of it. */
export function BoardPicture({ catalog, base, board }: PageProps & { board: string }) {
  const picture = catalog.boardPictures.get(board);
  if (!picture) return null;
  return <img src={base + picture.path} width={picture.width} height={picture.height} alt="" loading="lazy" />;
}
