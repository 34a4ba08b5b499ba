import { jsonSchemas } from '../deck/json-schema.ts';
import type { Target } from './target.ts';

/** JSON Schemas of each suit's front matter, so that editors complete and check it. */
export const schemaTarget: Target = async function schema({ deck, looks }) {
  return Object.entries(jsonSchemas(deck, looks)).map(([suit, content]) => ({
    path: `schema/${suit}.json`,
    bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`),
  }));
};
