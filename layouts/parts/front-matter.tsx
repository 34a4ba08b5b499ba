import type { Chapter } from '../../src/model/guide.ts';
import type { BookProps } from '../../src/model/looks.ts';
import { pt } from '../../src/model/units.ts';
import { filled } from '../words/words.ts';
import { Label, Words } from './base.tsx';
import { accentFor, BOOK, FixedPage, Leaves, NUMBERS, PAPER, TYPE } from './book-page.tsx';
import { colourOf, groundOf, mix } from './colour.ts';
import { anchorOf } from './inlines.tsx';
import { Link, View } from './primitives.ts';
import { Title } from './type.tsx';

/** The guide's first page: the deck's name, the edition and the credits. */
export function Cover({ deck, size }: BookProps) {
  const { guide: words } = deck.words;
  const ink = colourOf(deck, 'ink');
  const { ground, onGround } = groundOf(ink, PAPER, deck);
  const w = size.width - 2 * BOOK.side;
  const inner = w - 28;
  return (
    <FixedPage size={size} id="guide:cover">
      <View
        style={{
          position: 'absolute',
          left: pt(BOOK.side),
          top: pt(BOOK.top),
          width: pt(w),
          height: pt(size.height - 110),
          backgroundColor: ground,
          padding: pt(14),
        }}
        id="area:cover"
      >
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
                <Label theme={deck.theme} size={TYPE.label} colour={mix(ink, PAPER, 0.2)} w={w}>
                  {name}
                </Label>
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
