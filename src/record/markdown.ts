import type { FilledEntry, FilledPage } from './filled.ts';

/** What is written around the sheets. */
export interface MarkdownText {
  /** The first heading. */
  title: string;
  /** What everybody signs, and what that list is called. */
  outcomes: readonly string[];
  outcomesTitle: string;
}

/** A record as Markdown: a heading a sheet, tables as tables. */
export function recordMarkdown(pages: readonly FilledPage[], { title, outcomes, outcomesTitle }: MarkdownText): string {
  const signed =
    outcomes.length === 0 ? [] : ['', `## ${inline(outcomesTitle)}`, '', ...outcomes.map((one) => `- ${inline(one)}`)];
  return `${[`# ${inline(title)}`, ...signed, ...pages.flatMap(pageLines)].join('\n')}\n`;
}

function pageLines({ title, team, parts }: FilledPage): string[] {
  const name = team === '' ? title : `${title}: ${team}`;
  const lines = parts.flatMap(({ heading, entries }) => [
    ...(heading === '' ? [] : ['', `### ${inline(heading)}`]),
    ...entries.flatMap(entryLines),
  ]);
  return ['', `## ${inline(name)}`, ...lines];
}

function entryLines(entry: FilledEntry): string[] {
  if (entry.kind === 'text') return ['', `**${inline(entry.label)}:** ${lines(entry.value).join('\\\n')}`];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const written = (cells: readonly string[]) => row(cells.map((cell) => lines(cell).join('<br>')));
  const label = entry.label === '' ? [] : ['', `**${inline(entry.label)}**`];
  return [...label, '', written(entry.head), row(entry.head.map(() => '---')), ...entry.rows.map(written)];
}

function lines(text: string): string[] {
  return text.trim().split(/\r?\n/u).map(inline);
}

/** A text in which nothing is markup. */
function inline(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/gu, '\\$&')
    .replace(/^(?=[-+=])/u, '\\')
    .replace(/^(\d+)(?=[.)])/u, '$1\\');
}
