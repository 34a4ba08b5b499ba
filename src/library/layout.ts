// `prepdeck/layout`: what faces, slots and frames of an organization's own are written with. All lengths are mm, and type sizes
// points, unless a name says otherwise. Its names stay provisional until 1.0.

/** prepdeck's own zod, with which a face declares its front-matter keys. */
export { z } from 'zod';
export { Across, Area, AreaHeading } from '../../layouts/parts/areas.tsx';
export { Drawing, Mark, Meter, rounded, Shape, Stroke } from '../../layouts/parts/art.tsx';
export { Back, type BackProps, type Fact, weaveOf } from '../../layouts/parts/back.tsx';
export { At, Block, Ground, Label, Words, type WordsProps } from '../../layouts/parts/base.tsx';
export { blankable, Rules } from '../../layouts/parts/blank.tsx';
export { BoardFrame, type Room } from '../../layouts/parts/board.tsx';
export { Leaves } from '../../layouts/parts/book-page.tsx';
export { ChapterPages } from '../../layouts/parts/chapter.tsx';
export { Cloth } from '../../layouts/parts/cloth.tsx';
export {
  accentOf,
  colourOf,
  familyOf,
  groundOf,
  mix,
  type Palette,
  paletteOf,
  suitOf,
} from '../../layouts/parts/colour.ts';
export {
  cardsOf,
  codes,
  count,
  headingOf,
  listedName,
  listOf,
  mention,
  titles,
  word,
} from '../../layouts/parts/fields.ts';
export { Blocks } from '../../layouts/parts/fillable.tsx';
export { Corners, Gap, Plate } from '../../layouts/parts/front.tsx';
export { Contents, Cover } from '../../layouts/parts/front-matter.tsx';
export { Logo } from '../../layouts/parts/logo.tsx';
export { usePage } from '../../layouts/parts/page.tsx';
export { Photo, pictureOf } from '../../layouts/parts/photo.tsx';
export { PlainBack } from '../../layouts/parts/plain.tsx';
export {
  Circle,
  G,
  Image,
  Line,
  Link,
  Page,
  Path,
  Polygon,
  Rect,
  Svg,
  Text,
  View,
} from '../../layouts/parts/primitives.ts';
export { Qr, qrPlate } from '../../layouts/parts/qr.tsx';
export { Sections, type SectionsProps } from '../../layouts/parts/sections.tsx';
export { useSetting } from '../../layouts/parts/setting.ts';
export { between, LEADING, type Sizes, sizesOf } from '../../layouts/parts/size.ts';
export { Balanced, Lines, Title } from '../../layouts/parts/type.tsx';
export { SheetPart, WorksheetFrame } from '../../layouts/parts/worksheet.tsx';
export { CardLink, Tiles } from '../../layouts/site/parts/cards.tsx';
export { Footer, Header } from '../../layouts/slots/shell.tsx';
export { fitted } from '../font/fit.ts';
export { lineCount, textWidth } from '../font/lines.ts';
export type { Card, Family, Section, Side, Suit } from '../model/card.ts';
export type { Catalog, PageHead, PageProps, ShellProps } from '../model/catalog.ts';
export type { Deck } from '../model/deck.ts';
export type { Format } from '../model/faces.ts';
/** Further marks for front-matter keys: that cards are found by them, or that they name a card, a picture or an entry of a list. */
export {
  cardId,
  cardIds,
  facet,
  lasting,
  listed,
  listedAll,
  picture,
  quoted,
  scale,
  text,
  whole,
} from '../model/fields.ts';
export type { Board, Field, Worksheet } from '../model/kit.ts';
export type {
  BookLook,
  BookProps,
  Element,
  ElementProps,
  FaceProps,
  FooterProps,
  KitLook,
  KitProps,
  Look,
  SectionRule,
} from '../model/looks.ts';
export type { CardPageProps, GoalPageProps, RetiredPageProps, ShelfPageProps } from '../model/pages.ts';
export type { Picture, Theme } from '../model/theme.ts';
export { type Mm, type Pt, pt } from '../model/units.ts';
