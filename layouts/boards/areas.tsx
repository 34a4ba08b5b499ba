import type { Section } from '../../src/model/card.ts';
import type { Board } from '../../src/model/kit.ts';
import type { KitLook } from '../../src/model/looks.ts';
import { pt } from '../../src/model/units.ts';
import { Across, Area } from '../parts/areas.tsx';
import { BoardFrame } from '../parts/board.tsx';
import { View } from '../parts/primitives.ts';

/** How many areas stand side by side, given their number; five and more are about as wide as they are high. */
function columnsFor(count: number, landscape: boolean): number {
  if (count <= 3) return landscape ? count : 1;
  if (count === 4) return 2;
  return landscape ? 3 : 2;
}

function rowsOf(sections: readonly Section[], columns: number): Section[][] {
  const rows = Math.ceil(sections.length / columns);
  return Array.from({ length: rows }, (_, at) => sections.slice(at * columns, (at + 1) * columns));
}

/** Areas of one size, side by side and in rows. */
const areas: KitLook<Board> = {
  areas: { min: 1, max: 12 },
  Page: (props) => {
    const { sections, orientation } = props.page;
    const columns = columnsFor(sections.length, orientation === 'landscape');
    const rows = rowsOf(sections, columns);
    return (
      <BoardFrame {...props}>
        {({ w, h, gap }) => (
          <View style={{ rowGap: pt(gap) }}>
            {rows.map((row) => (
              <Across key={row[0]?.heading}>
                {row.map((section) => (
                  <Area
                    key={section.heading}
                    section={section}
                    w={(w - (columns - 1) * gap) / columns}
                    h={(h - (rows.length - 1) * gap) / rows.length}
                  />
                ))}
              </Across>
            ))}
          </View>
        )}
      </BoardFrame>
    );
  },
};
export default areas;
