import type { Board } from '../../src/model/kit.ts';
import type { KitLook } from '../../src/model/looks.ts';
import { pt } from '../../src/model/units.ts';
import { Across, Area, AreaHeading, Under } from '../parts/areas.tsx';
import { BoardFrame } from '../parts/board.tsx';
import { View } from '../parts/primitives.ts';

/** The first area over the whole width, for cards side by side; the others share the height below it. */
const mat: KitLook<Board> = {
  areas: { min: 2, max: 4 },
  Page: (props) => {
    const [first, ...others] = props.page.sections;
    return (
      <BoardFrame {...props}>
        {({ w, h, gap }) => (
          <View style={{ height: pt(h), rowGap: pt(gap) }}>
            {first ? (
              <View style={{ flexShrink: 0 }}>
                <AreaHeading section={first} w={w} />
                <Under section={first} w={w} />
              </View>
            ) : null}
            <Across>
              {others.map((section) => (
                <Area key={section.heading} section={section} w={(w - (others.length - 1) * gap) / others.length} />
              ))}
            </Across>
          </View>
        )}
      </BoardFrame>
    );
  },
};
export default mat;
