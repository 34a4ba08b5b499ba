/** What a table was measured on. */
export interface Circumstances {
  /** ISO date. */
  date: string;
  /** The commit, with a + where files were changed since. */
  commit: string;
  processors: string;
  node: string;
  deck: string;
  cards: number;
  runs: number;
}

/** A table as a section of RESULTS.md. */
export function sectionOf({ date, commit, processors, node, deck, cards, runs }: Circumstances, table: string): string {
  return `## ${date}, ${commit}\n\n${deck}, ${cards} cards. ${processors}, Node ${node}, ${runs} runs.\n\n${table}\n`;
}

/** RESULTS.md with one more section, before all others. */
export function withSection(results: string, section: string): string {
  const first = results.search(/^## /mu);
  const at = first === -1 ? results.length : first;
  return `${results.slice(0, at).trimEnd()}\n\n${section}${first === -1 ? '' : '\n'}${results.slice(at)}`;
}
