import { deserialize, serialize } from 'node:v8';
import { editorSchema, fileSchemas } from '../deck/file-schemas.ts';
import { jsonSchemas } from '../deck/json-schema.ts';
import type { Output } from '../model/output.ts';
import { stockSchema } from '../stock/schema.ts';
import type { Target } from './target.ts';

/**
 * JSON Schemas of each suit's front matter, and in `files/` those of the other files of a deck: editors complete and check by them. They
 * are kept by all of the deck that they are made from; not those of layouts of others, which may be others the next time.
 */
export const schemaTarget: Target = async function schema({ deck, looks, isOurs, cache }) {
  const { suits, lists, theme, own } = deck;
  const cards = deck.cards.map(({ id, suit, face }) => ({ id, suit, face }));
  const known = { suits, lists, cards, theme: { colour: theme.colour }, own };
  const make = (): Output[] => {
    const files = { ...fileSchemas(known, looks), stock: editorSchema(stockSchema) };
    return [
      ...Object.entries(jsonSchemas(known, looks)).map(([suit, content]) => output(suit, content)),
      ...Object.entries(files).map(([name, content]) => output(`files/${name}`, content)),
    ];
  };
  if (!isOurs) return make();
  return deserialize(await cache.get(['schemas', JSON.stringify(known)], async () => serialize(make()))) as Output[];
};

function output(name: string, content: unknown): Output {
  return { path: `schema/${name}.json`, bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`) };
}
