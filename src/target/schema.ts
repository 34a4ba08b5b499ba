import { editorSchema, fileSchemas } from '../deck/file-schemas.ts';
import { jsonSchemas } from '../deck/json-schema.ts';
import { stockSchema } from '../stock/schema.ts';
import type { Target } from './target.ts';

/** JSON Schemas of each suit's front matter, and in `files/` those of the other files of a deck: editors complete and check by them. */
export const schemaTarget: Target = async function schema({ deck, looks }) {
  const files = { ...fileSchemas(deck, looks), stock: editorSchema(stockSchema) };
  return [
    ...Object.entries(jsonSchemas(deck, looks)).map(([suit, content]) => output(suit, content)),
    ...Object.entries(files).map(([name, content]) => output(`files/${name}`, content)),
  ];
};

function output(name: string, content: unknown) {
  return { path: `schema/${name}.json`, bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`) };
}
