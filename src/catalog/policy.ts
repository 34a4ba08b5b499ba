import { createHash } from 'node:crypto';
import { FIND_ROOT } from './client/find-root.ts';

/** What a page of the catalog may do: nothing but the site's own files; no inline script or style; no frames, no sent forms, no other base address. */
export const POLICY = [
  "default-src 'none'",
  ...['script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'manifest-src'].map((one) => `${one} 'self'`),
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy of 404.html: the script that finds the catalog's files may run inline, and no other. */
export const FINDING_POLICY = POLICY.replace(
  "script-src 'self'",
  `script-src 'self' 'sha256-${createHash('sha256').update(FIND_ROOT).digest('base64')}'`,
);
