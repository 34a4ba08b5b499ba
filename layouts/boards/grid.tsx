import type { Element } from 'hast';
import type { Section } from '../../src/model/card.ts';
import type { Board } from '../../src/model/kit.ts';
import type { KitLook } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { AreaHeading, BigWords, Under } from '../parts/areas.tsx';
import { attributeOf, fieldId } from '../parts/blanks.tsx';
import { BoardFrame, type Room } from '../parts/board.tsx';
import { usePage } from '../parts/page.tsx';
import { View } from '../parts/primitives.ts';
import { elementsIn } from '../parts/tree.ts';

/** Width of the names of rows, as a share of the board. */
const NAMES = 0.2;

/** One area, whose table fills the board: names of columns and rows are read from afar, the area's heading is in the corner. */
const grid: KitLook<Board> = {
  areas: { min: 1, max: 1 },
  Page: (props) => {
    const [section] = props.page.sections;
    return <BoardFrame {...props}>{(room) => (section ? <Grid section={section} room={room} /> : null)}</BoardFrame>;
  },
};
export default grid;

function Grid({ section, room }: { section: Section; room: Room }) {
  const table = elementsIn(section.content.children).find(({ tagName }) => tagName === 'Table');
  const rest = {
    ...section,
    content: { ...section.content, children: section.content.children.filter((one) => one !== table) },
  };
  const parts = elementsIn(table?.children ?? []);
  const [columns, rows] = [
    parts.filter(({ tagName }) => tagName === 'Column'),
    parts.filter(({ tagName }) => tagName === 'Row'),
  ];
  const names = room.w * NAMES;
  const w = (room.w - names - columns.length * room.gap * 0.6) / Math.max(1, columns.length);
  return (
    <View style={{ height: pt(room.h), rowGap: pt(room.gap * 0.6) }}>
      <View style={{ flexDirection: 'row', columnGap: pt(room.gap * 0.6), alignItems: 'flex-end', flexShrink: 0 }}>
        <View style={{ width: pt(names), flexShrink: 0 }}>
          <AreaHeading section={section} w={names} />
          <Under section={rest} w={names} />
        </View>
        {columns.map((column) => (
          <BigWords key={attributeOf(column, 'id')} w={w}>
            {attributeOf(column, 'label')}
          </BigWords>
        ))}
      </View>
      {table
        ? rows.map((row) => <GridRow key={attributeOf(row, 'id')} {...{ table, row, columns, names, w }} />)
        : null}
    </View>
  );
}

interface GridRowProps {
  table: Element;
  row: Element;
  columns: readonly Element[];
  names: Mm;
  w: Mm;
}

function GridRow({ table, row, columns, names, w }: GridRowProps) {
  const { gap, colours } = usePage();
  const frame = { borderWidth: 1.4, borderColor: colours.accent, borderRadius: pt(3) };
  return (
    <View style={{ flexDirection: 'row', columnGap: pt(gap * 0.6), flexGrow: 1, flexShrink: 0, flexBasis: 0 }}>
      <View style={{ width: pt(names), flexShrink: 0, justifyContent: 'center' }}>
        <BigWords w={names}>{attributeOf(row, 'label')}</BigWords>
      </View>
      {columns.map((column) => (
        <View
          key={attributeOf(column, 'id')}
          id={`${fieldId(table)}.${attributeOf(row, 'id')}.${attributeOf(column, 'id')}`}
          style={{ width: pt(w), flexShrink: 0, ...frame }}
        />
      ))}
    </View>
  );
}
