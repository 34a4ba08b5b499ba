import { z } from 'zod';
import { text } from '../../model/fields.ts';
import type { KitKind } from '../../model/kit.ts';
import { PAPERS } from '../../model/paper.ts';

/** The layout of pages that name none. */
export const LOOKS: Readonly<Record<KitKind, string>> = { board: 'areas', worksheet: 'sheet' };

/** Front matter that every page of the kit has. */
const SHARED = {
  title: text(),
  lead: text().optional(),
  colour: z.string().default('ink'),
  card: z.string().optional(),
};

/** The front matter of a board: `deck/boards/<id>.mdx`. */
export const BOARD_FRONT = z.strictObject({
  ...SHARED,
  look: z.string().default(LOOKS.board),
  size: z.enum(Object.keys(PAPERS)).default('a3'),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
});

/** The front matter of a worksheet: `deck/worksheets/<id>.mdx`. */
export const WORKSHEET_FRONT = z.strictObject({
  ...SHARED,
  look: z.string().default(LOOKS.worksheet),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  makes: z
    .strictObject({
      suit: text(),
      keys: z.record(z.string(), text()),
      sections: z.record(z.string(), text()).default({}),
    })
    .optional(),
});
