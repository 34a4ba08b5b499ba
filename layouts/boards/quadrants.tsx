import type { RootContent } from 'hast';
import { z } from 'zod';
import type { Section } from '../../src/model/card.ts';
import { text } from '../../src/model/fields.ts';
import type { Board } from '../../src/model/kit.ts';
import type { KitLook } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { mm, pt } from '../../src/model/units.ts';
import { Across, Area, AreaFrame, AreaHeading, Fill } from '../parts/areas.tsx';
import { Words } from '../parts/base.tsx';
import { BoardFrame, type Room } from '../parts/board.tsx';
import { Blocks } from '../parts/fillable.tsx';
import { leadingIn } from '../parts/leading.ts';
import { usePage } from '../parts/page.tsx';
import { View } from '../parts/primitives.ts';

const pair = z.array(text()).length(2);
const options = z.object({ columns: pair, rows: pair });

/** Two by two areas, with the meaning of the columns and of the rows above them. */
const quadrants: KitLook<Board> = {
  areas: { min: 4, max: 4 },
  options: options.shape,
  Page: (props) => {
    const { columns, rows } = options.parse(props.page.options);
    const { sections } = props.page;
    return (
      <BoardFrame {...props}>
        {(room) => (
          <View style={{ height: pt(room.h) }}>
            <Axis labels={columns} room={room} />
            {rows.map((row, at) => (
              <Half key={row} label={row} sections={sections.slice(at * 2, at * 2 + 2)} room={room} />
            ))}
          </View>
        )}
      </BoardFrame>
    );
  },
};
export default quadrants;

/** The meaning of the columns. */
function Axis({ labels, room }: { labels: readonly string[]; room: Room }) {
  return (
    <View style={{ flexDirection: 'row', columnGap: pt(room.gap), flexShrink: 0 }}>
      {labels.map((label) => (
        <AxisLabel key={label} w={(room.w - room.gap) / 2} align="center">
          {label}
        </AxisLabel>
      ))}
    </View>
  );
}

/** A row of two areas, with its meaning above them. */
function Half({ label, sections, room }: { label: string; sections: readonly Section[]; room: Room }) {
  const { deck, type } = usePage();
  const labels = mm(type.lead * leadingIn(deck.theme, LEADING));
  const h = (room.h - 3 * labels - room.gap) / 2;
  return (
    <View style={{ flexShrink: 0, marginBottom: pt(room.gap) }}>
      <AxisLabel w={room.w} align="left">
        {label}
      </AxisLabel>
      <Across h={h}>
        {sections.map((section) => (
          <Quadrant key={section.heading} section={section} w={(room.w - room.gap) / 2} h={h} />
        ))}
      </Across>
    </View>
  );
}

/** Four stickers side by side, with the space between them. */
const DOTS: Mm = 56;

/** An area with room to lay cards down, and beside it places for stickers. */
function Quadrant({ section, w, h }: { section: Section; w: Mm; h: Mm }) {
  const { gap } = usePage();
  const { children } = section.content;
  const isLaid = (node: RootContent) => node.type === 'element' && node.tagName === 'Box';
  const isDots = (node: RootContent) => node.type === 'element' && node.tagName === 'Dots';
  const part = (is: (node: RootContent) => boolean) => ({ ...section.content, children: children.filter(is) });
  if (!children.some(isDots)) return <Area section={section} w={w} h={h} />;
  return (
    <AreaFrame w={w} h={h}>
      {(inner) => (
        <>
          <AreaHeading section={section} w={inner} />
          <Blocks root={part((node) => !isLaid(node) && !isDots(node))} w={inner} />
          <View style={{ flexDirection: 'row', columnGap: pt(gap), flexGrow: 1, flexShrink: 0 }}>
            <Fill w={inner - DOTS - gap}>
              <Blocks root={part(isLaid)} w={inner - DOTS - gap} />
            </Fill>
            <Fill w={DOTS}>
              <Blocks root={part(isDots)} w={DOTS} />
            </Fill>
          </View>
        </>
      )}
    </AreaFrame>
  );
}

const LEADING = 1.4;

function AxisLabel({ w, align, children }: { w: Mm; align: 'left' | 'center'; children: string }) {
  const { deck, type, colours } = usePage();
  return (
    <Words theme={deck.theme} size={type.lead} weight={700} colour={colours.ink} leading={LEADING} align={align} w={w}>
      {children}
    </Words>
  );
}
