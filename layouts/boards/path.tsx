import type { Element } from 'hast';
import type { Section } from '../../src/model/card.ts';
import type { Board } from '../../src/model/kit.ts';
import type { KitLook } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { pt } from '../../src/model/units.ts';
import { AreaHeading, BigWords, Under } from '../parts/areas.tsx';
import { Words } from '../parts/base.tsx';
import { attributeOf, fieldId } from '../parts/blanks.tsx';
import { BoardFrame, type Room } from '../parts/board.tsx';
import { usePage } from '../parts/page.tsx';
import { View } from '../parts/primitives.ts';
import { elementsIn } from '../parts/tree.ts';

/** How many stops stand side by side. */
const SIDE_BY_SIDE = 5;

/** A path of stops, one for each row of the only area's table. A stop has the columns below one another; two of `width` 1 share a line. */
const path: KitLook<Board> = {
  areas: { min: 1, max: 1 },
  Page: (props) => {
    const [section] = props.page.sections;
    return <BoardFrame {...props}>{(room) => (section ? <Stops section={section} room={room} /> : null)}</BoardFrame>;
  },
};
export default path;

function Stops({ section, room }: { section: Section; room: Room }) {
  const table = elementsIn(section.content.children).find(({ tagName }) => tagName === 'Table');
  const rest = {
    ...section,
    content: { ...section.content, children: section.content.children.filter((one) => one !== table) },
  };
  const between = room.gap * 0.6;
  const w = (room.w - (SIDE_BY_SIDE - 1) * between) / SIDE_BY_SIDE;
  const count = Number(table ? attributeOf(table, 'rows') : 0);
  const rows = Array.from({ length: Math.ceil(count / SIDE_BY_SIDE) }, (_, at) => at);
  return (
    <View style={{ height: pt(room.h), rowGap: pt(between) }}>
      <View style={{ flexDirection: 'row', columnGap: pt(room.gap), flexShrink: 0 }}>
        <AreaHeading section={section} w={room.w * 0.36} />
        <Under section={rest} w={room.w * 0.64 - room.gap} />
      </View>
      {rows.map((row) => (
        <View
          key={row}
          style={{ flexDirection: 'row', columnGap: pt(between), flexGrow: 1, flexShrink: 0, flexBasis: 0 }}
        >
          {Array.from(
            { length: Math.min(SIDE_BY_SIDE, count - row * SIDE_BY_SIDE) },
            (_, at) => row * SIDE_BY_SIDE + at + 1,
          ).map((number) => (table ? <Stop key={number} table={table} number={number} w={w} /> : null))}
        </View>
      ))}
    </View>
  );
}

/** Columns that follow one another with `width` 1 share a line. */
function linesOf(columns: readonly Element[]): Element[][] {
  const lines: Element[][] = [];
  for (const column of columns) {
    const last = lines.at(-1);
    const narrow = attributeOf(column, 'width') === '1';
    if (narrow && last?.length === 1 && last.every((one) => attributeOf(one, 'width') === '1')) last.push(column);
    else lines.push([column]);
  }
  return lines;
}

function Stop({ table, number, w }: { table: Element; number: number; w: Mm }) {
  const { colours } = usePage();
  const columns = elementsIn(table.children).filter(({ tagName }) => tagName === 'Column');
  const frame = { borderWidth: 1.4, borderColor: colours.accent, borderRadius: pt(3), padding: pt(2) };
  const inner = w - 5;
  return (
    <View style={{ width: pt(w), flexShrink: 0, ...frame }}>
      {linesOf(columns).map((line, at) => (
        <View
          key={attributeOf(line[0] as Element, 'id')}
          style={{ flexDirection: 'row', columnGap: pt(2), flexGrow: 1, flexShrink: 0, flexBasis: 0 }}
        >
          {at === 0 ? <BigWords w={NUMBER}>{String(number)}</BigWords> : null}
          {line.map((column) => (
            <Part
              key={attributeOf(column, 'id')}
              column={column}
              id={`${fieldId(table)}.${number}.${attributeOf(column, 'id')}`}
              w={(inner - (at === 0 ? NUMBER + 2 : 0) - (line.length - 1) * 2) / line.length}
            />
          ))}
        </View>
      ))}
    </View>
  );
}

/** Room for a stop's number. */
const NUMBER: Mm = 17;

/** One blank of a stop: its label in small letters, and a line to write on. */
function Part({ column, id, w }: { column: Element; id: string; w: Mm }) {
  const { deck, type, colours } = usePage();
  const rule = { borderBottomWidth: 0.8, borderBottomColor: colours.hairline };
  return (
    <View id={id} style={{ width: pt(w), flexShrink: 0, ...rule }}>
      <Words theme={deck.theme} size={type.label * 0.9} weight={700} colour={colours.accent} leading={1.2} w={w}>
        {attributeOf(column, 'label')}
      </Words>
    </View>
  );
}
