import path from 'node:path';
import {
  isBinaryExpression,
  isBindingElement,
  isComputedPropertyName,
  isElementAccessExpression,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { API, type Checker, type Type, TypeFlags } from 'typescript/unstable/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { lookUp } from '../../src/model/look-up.ts';

// A deck may call anything `constructor` or `toString`, and every object has those: what is looked up by a text goes through
// lookUp. The compiler says what is a text, and what is a number or one of some names that are written in the code.

const root = path.resolve(import.meta.dirname, '../..');

/** Lookups by a text that are right: lookUp itself, and two that ask first whether it is the object's own. */
const RIGHT = [
  'layouts/words/words.ts values[name]',
  'src/model/look-up.ts record[name]',
  'src/read/values.ts (at as Record<PropertyKey, unknown>)[key]',
];

test.each([...Object.getOwnPropertyNames(Object.prototype), 'there'])('lookUp finds what is there: %s', (name) => {
  expect(lookUp({}, name)).toBe(undefined);
  expect(lookUp(undefined, name)).toBe(undefined);
  expect(lookUp(Object.fromEntries([[name, 'own']]), name)).toBe('own');
});

describe('nothing is looked up by a text but with lookUp', () => {
  const api = new API({ cwd: root });
  afterAll(() => api.close());
  const [project] = api.updateSnapshot({ openProjects: [path.join(root, 'tsconfig.json')] }).getProjects();
  if (!project) throw new Error('tsconfig.json is not there');
  const { program, checker } = project;

  /** Every lookup by a text in a file: its own name and the code. */
  function found(file: string): string[] {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} can't be read`);
    const lookups = lookupsIn(source);
    const types = checker.getTypeAtLocation(lookups.map(({ name }) => name));
    const wrong = lookups.filter((_, at) => isText(types[at], checker));
    const name = path.relative(root, file).split(path.sep).join('/');
    return wrong.map(({ node }) => `${name} ${source.text.slice(node.getStart(source), node.end)}`);
  }

  test('in src/ and layouts/', () => {
    const ours = program.getSourceFileNames().filter((file) => /^(src|layouts)[\\/]/u.test(path.relative(root, file)));
    expect(ours.length).toBeGreaterThan(250);
    expect(ours.flatMap(found).sort()).toEqual([...RIGHT].sort());
  });

  test('it would be seen', () => {
    expect(found(path.join(root, 'tests/fixtures/lookups.ts'))).toEqual([
      'tests/fixtures/lookups.ts [text]: taken',
      'tests/fixtures/lookups.ts record[text]',
      'tests/fixtures/lookups.ts record[text]',
      'tests/fixtures/lookups.ts record[key]',
      'tests/fixtures/lookups.ts text in record',
    ]);
  });
});

/** Where something is taken from or put into an object by a name that is worked out, and that name. */
function lookupsIn(node: Node): { node: Node; name: Node }[] {
  const lookups: { node: Node; name: Node }[] = [];
  const visit = (one: Node): void => {
    if (isElementAccessExpression(one)) lookups.push({ node: one, name: one.argumentExpression });
    if (isBinaryExpression(one) && one.operatorToken.kind === SyntaxKind.InKeyword) {
      lookups.push({ node: one, name: one.left });
    }
    if (isBindingElement(one) && one.propertyName && isComputedPropertyName(one.propertyName)) {
      lookups.push({ node: one, name: one.propertyName.expression });
    }
    one.forEachChild(visit);
  };
  visit(node);
  return lookups;
}

/** True of a type that any text may have. */
function isText(type: Type | undefined, checker: Checker): boolean {
  if (!type) return true;
  if (type.isUnionType()) return type.getTypes().some((one) => isText(one, checker));
  if (type.isTypeParameter()) return isText(checker.getBaseConstraintOfType(type), checker);
  return (type.flags & (TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.Any | TypeFlags.Unknown)) !== 0;
}
