import { createHash } from 'node:crypto';

/** What a page of the catalog may do: nothing but the site's own files; no inline script or style; no frames, no sent forms, no other base address. */
export const POLICY = [
  "default-src 'none'",
  ...['script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'manifest-src'].map((one) => `${one} 'self'`),
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy of a page in which one script stands: it alone may run inline. */
export function policyWith(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return POLICY.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`);
}
