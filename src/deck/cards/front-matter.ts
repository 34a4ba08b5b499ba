import matter from 'gray-matter';
import { error } from '../../model/problem.ts';
import type { Report, TextFile } from '../../read/files.ts';
import { type Located, parseYaml } from '../../read/yaml.ts';

/** A card's file cut in two. */
export interface CutFile {
  /** Undefined where it could not be read, which is reported. */
  front: Located | undefined;
  /** The Markdown, with empty lines before it so that its places are those in the file. */
  body: string;
}

/** gray-matter runs `---js` front matter as a program unless every engine is replaced; YAML is parsed later, with its places. */
const ENGINES = { yaml: () => ({}), json: refuse, javascript: refuse, coffee: refuse, toml: refuse };

/** Cuts a card's file into front matter and body, or says what is wrong with its fences. */
export function cutFile({ file, text }: TextFile, report: Report): CutFile | undefined {
  const opening = text.match(/^---[^\n]*/)?.[0];
  if (opening?.trim() !== '---') {
    report(
      error({
        file,
        place: { line: 1, column: 1 },
        rule: 'card/fence',
        message: opening
          ? `A card begins with a line of just "---"; this one begins with "${opening.trim().slice(0, 40)}".`
          : 'A card begins with a line of just "---", then its front matter; this one does not.',
        note: opening ? 'Only YAML is read here; no code runs from a deck.' : undefined,
      }),
    );
    return undefined;
  }
  const closing = text.slice(3).match(/\n---[^\n]*/);
  if (closing?.[0].trim() !== '---') {
    report(
      error({
        file,
        place: { line: closing ? lineAt(text, 3 + (closing.index ?? 0) + 1) : 1, column: 1 },
        rule: 'card/fence',
        message: closing
          ? `The front matter ends with a line of just "---"; got "${closing[0].trim().slice(0, 40)}".`
          : 'The front matter has no end: put a line of just "---" after it.',
      }),
    );
    return undefined;
  }
  const { matter: yaml, content } = matter(text, { engines: ENGINES });
  const bodyLine = lineAt(text, text.length - content.length);
  return { front: parseYaml(yaml, file, report), body: '\n'.repeat(bodyLine - 1) + content };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function refuse(): never {
  throw new Error('front matter is YAML: the fence check should have stopped this');
}
