import { z } from 'zod';
import type { Deck } from '../model/deck.ts';
import type { Looks } from '../model/loaded-looks.ts';
import { cardSize } from '../read/card-size.ts';
import type { Role } from './assets/tokens.ts';
import { LAYER } from './chain/layer.ts';
import { DAY } from './day.ts';
import type { JsonSchema } from './json-schema.ts';
import { BOARD_FRONT, WORKSHEET_FRONT } from './kit/front.ts';
import { DECK } from './settings.ts';
import { SUITS } from './suits.ts';

/** What schemas need of a deck: its colors, and whether it extends another. */
interface Coloured extends Pick<Deck, 'own'> {
  theme: Pick<Deck['theme'], 'colour'>;
}

/** The JSON Schemas of a deck's own files, by their names without an ending: editors complete and check them. */
export function fileSchemas(deck: Coloured, looks: Looks): Record<string, JsonSchema> {
  return { deck: deckSchema(), suits: suitsSchema(deck, looks), tokens: TOKENS, day: editorSchema(DAY), ...KIT };
}

/** The front matter of boards and worksheets; a look may have keys of its own. */
const KIT = { board: editorSchema(BOARD_FRONT.loose()), worksheet: editorSchema(WORKSHEET_FRONT.loose()) };

/** A file's schema as editors take it: with defaults, and keys that have one are not required. */
export function editorSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    ...{ io: 'input', unrepresentable: 'any', target: 'draft-7' },
    // Editors that read patterns without Unicode take \p{Lu} for the letters p, L and u.
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern?.includes('\\p{')) delete jsonSchema.pattern;
    },
  });
}

function deckSchema(): JsonSchema {
  return editorSchema(DECK.extend({ ...LAYER.shape, format: z.union([z.string(), cardSize]).optional() }));
}

/** Colors and looks by their names. In a deck that extends another a suit may say only what is different. */
function suitsSchema({ theme, own }: Coloured, looks: Looks): JsonSchema {
  const known: Readonly<Record<string, readonly string[]>> = {
    colour: Object.keys(theme.colour),
    face: Object.keys(looks.faces).sort(),
  };
  const text = JSON.stringify(editorSchema(SUITS), (key, value: unknown) =>
    key === 'required' && own ? undefined : value,
  );
  return JSON.parse(text, (key, value: unknown) => {
    const names = Object.entries(known).find(([name]) => name === key)?.[1];
    return names && typeof value === 'object' ? { ...value, enum: names } : value;
  }) as JsonSchema;
}

/** What is set in each font. */
const ROLES_SAID: Readonly<Record<Role, string>> = {
  text: 'Everything that no other role sets',
  display: 'Titles',
  strong: 'Strong words; left out: the text’s bold',
  emphasis: 'Words with emphasis; left out: the text’s italic',
  label: 'Headings in capitals; left out: strong',
};

/** tokens.json, in the Design Tokens format: groups in groups, a `$value` in the innermost. */
const TOKENS: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Colors and fonts of a deck',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    colour: {
      $ref: '#/definitions/group',
      description: 'Each { "$value": "#1C6580" }, or "{colour.ink}" for another one',
    },
    font: {
      $ref: '#/definitions/group',
      description: 'A family or a file in deck/fonts for each role; after it families for characters that it lacks',
      properties: Object.fromEntries(
        Object.entries(ROLES_SAID).map(([role, description]) => [role, { $ref: '#/definitions/group', description }]),
      ),
    },
  },
  definitions: {
    group: {
      type: 'object',
      properties: {
        $type: { enum: ['color', 'fontFamily', 'typography'] },
        $value: {
          type: ['string', 'array', 'object'],
          items: { type: 'string' },
          properties: {
            fontFamily: { type: ['string', 'array'], items: { type: 'string' } },
            fontWeight: { type: ['number', 'string'] },
            fontStyle: { enum: ['normal', 'italic'] },
          },
        },
        $description: { type: 'string' },
      },
      additionalProperties: { $ref: '#/definitions/group' },
    },
  },
};
