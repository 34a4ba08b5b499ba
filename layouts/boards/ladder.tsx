import type { Element } from 'hast';
import type { Section } from '../../src/model/card.ts';
import type { Board } from '../../src/model/kit.ts';
import type { KitLook } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { Across, Area, AreaFrame, AreaHeading } from '../parts/areas.tsx';
import { BoxField } from '../parts/blanks.tsx';
import { BoardFrame, type Room } from '../parts/board.tsx';
import { Blocks } from '../parts/fillable.tsx';
import { View } from '../parts/primitives.ts';
import { elementsIn } from '../parts/tree.ts';

/** Share of the board's width that its steps take. */
const STEPS = 0.42;

/** Steps below one another, the first one the highest; the last area stands beside them. */
const ladder: KitLook<Board> = {
  areas: { min: 3, max: 8 },
  Page: (props) => {
    const steps = props.page.sections.slice(0, -1);
    const sideArea = props.page.sections.at(-1);
    return (
      <BoardFrame {...props}>
        {({ w, h, gap }) => (
          <Across h={h}>
            <Steps sections={steps} room={{ w: w * STEPS, h, gap }} />
            {sideArea ? <Area section={sideArea} w={w * (1 - STEPS) - gap} h={h} /> : null}
          </Across>
        )}
      </BoardFrame>
    );
  },
};
export default ladder;

function Steps({ sections, room: { w, h, gap } }: { sections: readonly Section[]; room: Room }) {
  const between = gap * 0.6;
  const height = (h - (sections.length - 1) * between) / sections.length;
  return (
    <View style={{ width: pt(w), rowGap: pt(between), flexShrink: 0 }}>
      {sections.map((section) => (
        <Step key={section.heading} section={section} w={w} h={height} />
      ))}
    </View>
  );
}

/** Share of a step that its name takes. */
const NAMES = 0.55;

/** A step: its name and meaning, and beside them the place to mark it. */
function Step({ section, w, h }: { section: Section; w: Mm; h: Mm }) {
  const marks = elementsIn(section.content.children).filter(isBox);
  const words = {
    ...section.content,
    children: section.content.children.filter((one) => !marks.includes(one as Element)),
  };
  return (
    <AreaFrame w={w} h={h}>
      {(inner) => (
        <View style={{ flexDirection: 'row', flexGrow: 1, columnGap: pt(3) }}>
          <View style={{ width: pt(inner * NAMES), flexShrink: 0 }}>
            <AreaHeading section={section} w={inner * NAMES} />
            <Blocks root={words} w={inner * NAMES} />
          </View>
          {marks.map((mark) => (
            <BoxField
              key={String(mark.properties.id)}
              field={mark}
              w={(inner * (1 - NAMES) - 3 * marks.length) / marks.length}
            />
          ))}
        </View>
      )}
    </AreaFrame>
  );
}

function isBox({ tagName }: Element): boolean {
  return tagName === 'Box';
}
