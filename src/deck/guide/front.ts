import { z } from 'zod';
import { text } from '../../model/fields.ts';

/** The front matter of a chapter: `deck/guide/<id>.mdx`. One about a card has the card's title unless it says its own. */
export const CHAPTER_FRONT = z.strictObject({
  title: text().optional(),
  lead: text().optional(),
  part: text().optional(),
  order: z.int().min(0).max(99_999),
  card: text().optional(),
  colour: z.string().optional(),
  sources: z.array(text()).default([]),
});
