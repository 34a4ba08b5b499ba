import { z } from 'zod';

/** What an id is made of: it becomes a part of file names and addresses. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a text may be an id: `because-you-row`. */
export function isKebab(id: string): boolean {
  return ID.test(id);
}

/** An id, or a name that becomes a part of file names. */
export function idText(message = 'use small letters, digits and single hyphens') {
  return z.string().regex(ID, message);
}
