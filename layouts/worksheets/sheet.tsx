import type { Worksheet } from '../../src/model/kit.ts';
import type { KitLook } from '../../src/model/looks.ts';
import { SheetPart, WorksheetFrame } from '../parts/worksheet.tsx';

/** One page: its head, then its sections below one another over the whole page. */
const sheet: KitLook<Worksheet> = {
  areas: { min: 1, max: 8 },
  Page: (props) => (
    <WorksheetFrame {...props}>
      {(w) => props.page.sections.map((section) => <SheetPart key={section.heading} section={section} w={w} />)}
    </WorksheetFrame>
  ),
};
export default sheet;
