import fc from 'fast-check';

/** How many times as often as in `npm test`, where the cases are always the same; new ones each time in `npm run test:long`. */
export const times = Number(process.env.PREPDECK_FUZZ ?? 0);
export const isLong = times > 0;
export const runs = (few: number): fc.Parameters<unknown> =>
  isLong ? { numRuns: few * times } : { numRuns: few, seed: 19 };

/** What breaks readers: names that JavaScript knows, brackets of all kinds, marks of text direction, huge numbers, ends of things. */
export const TOKENS = [
  ...[
    'constructor',
    '__proto__',
    'toString',
    'null',
    'NaN',
    '1e999',
    '-0',
    '0x',
    'true',
    "''",
    '""',
    '~',
    '---',
    '...',
  ],
  ...[
    '[[[[',
    '{{{{',
    '}}',
    ']]',
    '<<: *a',
    '&a',
    '*a',
    '!!js/function',
    '%',
    '@',
    '\t',
    '\n',
    '\r',
    '\u0000',
    '\uFEFF',
    '\u202E',
  ],
  ...[
    '<',
    '/>',
    '</',
    '<Card id="',
    '<Count of="',
    '{/*',
    '*/}',
    '{1}',
    '`',
    '```',
    '**',
    '_',
    '![',
    '](',
    '|',
    '\\',
    '$&',
  ],
  ...['../', '/etc/passwd', 'https://', 'javascript:', 'file:', '😀', 'é', '\u0301', '\uD800', 'ﷺ', 'a'.repeat(300)],
];

interface Edit {
  at: number;
  gone: number;
  put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
  put: fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 8 }), fc.constant('')),
});

/** A text with one to six places changed: something taken out, something put in. */
export function mutants(text: string): fc.Arbitrary<string> {
  return fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) => edits.reduce(edited, text));
}

/** Bytes with places changed; the first hundred, where headers are, more often. */
export function byteMutants(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.record({ at: fc.nat(), early: fc.boolean(), value: fc.nat(255), cut: fc.nat(40) });
  return fc.array(change, { minLength: 1, maxLength: 8 }).map((changes) => {
    let made = Uint8Array.from(bytes);
    for (const { at, early, value, cut } of changes) {
      const place = at % Math.max(1, early ? Math.min(100, made.length) : made.length);
      if (cut === 0) made = made.slice(0, place);
      else if (place < made.length) made[place] = value;
    }
    return made;
  });
}

function edited(text: string, { at, gone, put }: Edit): string {
  const place = Math.floor(at * text.length);
  return text.slice(0, place) + put + text.slice(place + gone);
}
