import type { Card } from '../../src/model/card.ts';
import type { Deck } from '../../src/model/deck.ts';
import { FACE_BLEED, type Format } from '../../src/model/faces.ts';
import type { Chapter } from '../../src/model/guide.ts';
import type { BookProps } from '../../src/model/looks.ts';
import { type Mm, pt } from '../../src/model/units.ts';
import { filled } from '../words/words.ts';
import { Ground, Label, Words } from './base.tsx';
import { accentFor, BOOK, FixedPage, Leaves, NUMBERS, PAPER, TYPE } from './book-page.tsx';
import { Cloth } from './cloth.tsx';
import { colourOf, groundOf, mix, paletteOf } from './colour.ts';
import { Plate } from './front.tsx';
import { anchorOf } from './inlines.tsx';
import { Link, View } from './primitives.ts';
import { Title } from './type.tsx';

/** Height of the cover's panel, from the top margin down. */
function panelHeight(size: Format): Mm {
  return size.height - 110;
}

/** The guide's first page: the deck's name on its cloth, as on the cover card, the edition and the credits. */
export function Cover({ deck, size }: BookProps) {
  const { guide: words } = deck.words;
  const { ground, onGround } = coverColours(deck);
  const w = size.width - 2 * BOOK.side;
  const inner = w - 28;
  const panel = { position: 'absolute', left: pt(BOOK.side), top: pt(BOOK.top) } as const;
  return (
    <FixedPage size={size} id="guide:cover">
      <View style={{ ...panel, width: pt(w), height: pt(panelHeight(size)), backgroundColor: ground }} />
      <LaidTable deck={deck} size={size} />
      <View style={{ ...panel, width: pt(w), height: pt(panelHeight(size)), padding: pt(14) }} id="area:cover">
        <Label theme={deck.theme} size={TYPE.label} colour={onGround} w={inner}>
          {deck.name}
        </Label>
        <View style={{ height: pt(6) }} />
        <Title deck={deck} w={inner} colour={onGround} sizes={[52]}>
          {words.guideTitle}
        </Title>
        <Words theme={deck.theme} size={TYPE.lead} colour={onGround} leading={1.35} above={6} w={inner * 0.7}>
          {words.guideAbout}
        </Words>
      </View>
      <Imprint deck={deck} size={size} />
    </FixedPage>
  );
}

/** The card that lies on top of the deck, where it has one. */
function coverCard({ cards }: Deck): Card | undefined {
  return cards.find(({ face }) => face === 'cover');
}

/** The cover card's colors; a deck without one has ink. */
function coverColours(deck: Deck): { ground: string; onGround: string } {
  const card = coverCard(deck);
  return card ? paletteOf(card, deck) : groundOf(colourOf(deck, 'ink'), PAPER, deck);
}

/** The cloth and the plate of the cover card, large; nothing where the deck has no such card, or a logo in place of its glyph. */
function LaidTable({ deck, size }: Pick<BookProps, 'deck' | 'size'>) {
  const card = coverCard(deck);
  if (!card) return null;
  const palette = paletteOf(card, deck);
  const [width, height] = [size.width - 2 * BOOK.side - 2 * FACE_BLEED, panelHeight(size) - 2 * FACE_BLEED];
  const format: Format = { ...size, id: `${size.id}-cover`, width, height };
  // Small and low enough for a title of three lines above it.
  const r = Math.min(width * 0.205, height * 0.185);
  return (
    <View style={{ position: 'absolute', left: pt(BOOK.side), top: pt(BOOK.top), overflow: 'hidden' }}>
      <Ground format={format} colour={palette.ground}>
        <Cloth format={format} colour={palette.ground} thread={palette.onGround} weave={0} />
        {deck.logo === undefined ? (
          <Plate {...palette} {...{ deck, format, r }} glyph={card.glyph} x={width / 2} y={height - r - 11} />
        ) : null}
      </Ground>
    </View>
  );
}

/** The edition and the credits, at the foot of the cover. */
function Imprint({ deck, size }: Pick<BookProps, 'deck' | 'size'>) {
  const ink = colourOf(deck, 'ink');
  const w = size.width - 2 * BOOK.side;
  return (
    <View style={{ position: 'absolute', left: pt(BOOK.side), top: pt(size.height - 80), width: pt(w) }}>
      <Words theme={deck.theme} size={TYPE.text} colour={ink} weight={700} leading={1.4} w={w}>
        {filled(deck.words.site.version, { name: deck.name, version: deck.version })}
      </Words>
      {deck.credit === '' ? null : (
        <Words theme={deck.theme} size={TYPE.text} colour={mix(ink, PAPER, 0.2)} leading={1.4} w={w * 0.75}>
          {deck.credit}
        </Words>
      )}
    </View>
  );
}

/** Every chapter with its page, part by part; each is a link. */
export function Contents(props: BookProps) {
  const { deck, size, chapters } = props;
  const { guide: words } = deck.words;
  const ink = colourOf(deck, 'ink');
  const w = size.width - 2 * BOOK.side;
  const parts = partsOf(chapters);
  return (
    <Leaves deck={deck} size={size} id="guide:contents" foot={words.contents}>
      <Title deck={deck} w={w} colour={ink} sizes={[TYPE.title]}>
        {words.contents}
      </Title>
      {parts.map(({ name, chapters: its }) => (
        <View key={its[0]?.id} style={{ marginTop: pt(4), flexShrink: 0 }}>
          {its.map((chapter, at) => (
            <View key={chapter.id} wrap={false} style={{ flexShrink: 0 }}>
              {at > 0 || name === '' ? null : (
                <View style={{ marginBottom: pt(1), flexShrink: 0 }}>
                  <Label theme={deck.theme} size={TYPE.label} colour={mix(ink, PAPER, 0.2)} w={w}>
                    {name}
                  </Label>
                </View>
              )}
              <Entry {...props} chapter={chapter} />
            </View>
          ))}
        </View>
      ))}
    </Leaves>
  );
}

/** Height of a line of the contents, in mm. */
const LINE = 4.7;

function Entry({ deck, size, chapter }: BookProps & { chapter: Chapter }) {
  const w = size.width - 2 * BOOK.side;
  const words = { theme: deck.theme, size: TYPE.text, leading: 1.5 } as const;
  return (
    <Link src={anchorOf(chapter.id)} style={{ textDecoration: 'none' }}>
      <View style={{ flexDirection: 'row', width: pt(w), flexShrink: 0 }}>
        <Words {...words} colour={accentFor(chapter, deck)} w={w - NUMBERS}>
          {chapter.title}
        </Words>
        <View id={`field:start:${chapter.id}`} style={{ width: pt(NUMBERS), height: pt(LINE) }} />
      </View>
    </Link>
  );
}

function partsOf(chapters: readonly Chapter[]): { name: string; chapters: Chapter[] }[] {
  const parts: { name: string; chapters: Chapter[] }[] = [];
  for (const chapter of chapters) {
    const last = parts.at(-1);
    if (last?.name === chapter.part) last.chapters.push(chapter);
    else parts.push({ name: chapter.part, chapters: [chapter] });
  }
  return parts;
}
