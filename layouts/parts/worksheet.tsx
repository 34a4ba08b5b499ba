import type { ReactNode } from 'react';
import type { Section } from '../../src/model/card.ts';
import type { Worksheet } from '../../src/model/kit.ts';
import type { KitProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { AreaHeading, Under } from './areas.tsx';
import { At, Block, Label, Words } from './base.tsx';
import { Gap } from './front.tsx';
import { Foot, footHeight, KitPage, sheetSetting, usedWith, usePage } from './page.tsx';
import { View } from './primitives.ts';
import { Title } from './type.tsx';

/** Height of the bar along the upper edge, inside the printable area. */
const BAR: Mm = 3;

/** A worksheet: its bar, its head and its foot, and between them what `children` draws in a column of this width. */
export function WorksheetFrame(props: KitProps<Worksheet> & { children: (w: Mm) => ReactNode }) {
  const { size, children } = props;
  const setting = sheetSetting(props);
  const { margin, colours } = setting;
  const w = size.width - 2 * margin;
  const top = margin + 1;
  return (
    <KitPage size={size} setting={setting}>
      <Block x={margin} y={margin - BAR - 2} w={w} h={BAR} colour={colours.accent} />
      <At x={margin} y={top} w={w} h={size.height - top - margin - footHeight(setting)} area="the sheet">
        <SheetHead {...props} w={w} />
        {children(w)}
      </At>
      <Foot {...props} />
    </KitPage>
  );
}

/** The sheet's name, and what to do with it. */
function SheetHead({ page, deck, w }: KitProps<Worksheet> & { w: Mm }) {
  const { type, colours } = usePage();
  return (
    <View style={{ flexShrink: 0, width: pt(w) }}>
      <Label theme={deck.theme} size={type.label} colour={colours.accent} w={w}>
        {[deck.words.kit.worksheet, usedWith(page, deck)].filter(Boolean).join(' · ')}
      </Label>
      <Gap h={1} />
      <Title deck={deck} w={w} colour={colours.accent} sizes={[type.title]}>
        {page.title}
      </Title>
      {page.lead === '' ? null : (
        <Words theme={deck.theme} size={type.lead} colour={colours.ink} leading={1.3} above={1} w={w}>
          {page.lead}
        </Words>
      )}
    </View>
  );
}

/** A section with its share of the height that is left; it gets none where it has nothing to write in. */
export function SheetPart({ section, w }: { section: Section; w: Mm }) {
  const { gap } = usePage();
  const grows = section.content.children.some((one) => one.type === 'element' && /^(Box|Table)$/u.test(one.tagName));
  return (
    <View style={{ marginTop: pt(gap * 1.25), flexShrink: 0, flexGrow: grows ? 1 : 0, width: pt(w) }}>
      <AreaHeading section={section} w={w} />
      <Under section={section} w={w} />
    </View>
  );
}
