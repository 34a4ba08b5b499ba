import type { ReactNode } from 'react';
import type { Board } from '../../src/model/kit.ts';
import type { KitProps } from '../../src/model/looks.ts';
import type { Mm } from '../../src/model/units.ts';
import { At } from './base.tsx';
import { boardSetting, Foot, footHeight, Head, headHeight, KitPage, type PageSetting } from './page.tsx';

/** The part of a board below its head, in mm. */
export interface Room {
  w: Mm;
  h: Mm;
  gap: Mm;
}

/** A board: its head, its foot, and between them what `children` draws in the room that is left. */
export function BoardFrame(props: KitProps<Board> & { children: (room: Room) => ReactNode }) {
  const { size, children } = props;
  const setting = boardSetting(props);
  const room = roomOf(props, setting);
  return (
    <KitPage size={size} setting={setting}>
      <Head {...props} />
      <At x={setting.margin} y={topOf(setting)} w={room.w} h={room.h} area="the board">
        {children(room)}
      </At>
      <Foot {...props} />
    </KitPage>
  );
}

function topOf(setting: PageSetting): Mm {
  return setting.margin + headHeight(setting) + setting.gap;
}

function roomOf({ size }: KitProps<Board>, setting: PageSetting): Room {
  const { margin, gap } = setting;
  return { w: size.width - 2 * margin, h: size.height - topOf(setting) - margin - footHeight(setting), gap };
}
