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
  /** Whether other programs kept all processors busy meanwhile. */
  busy: boolean;
}

/** A table as a section of RESULTS.md. */
export function sectionOf(
  { date, commit, processors, node, deck, cards, runs, busy }: Circumstances,
  table: string,
): string {
  const beside = busy ? ', beside endless loops on all processors' : '';
  return `## ${date}, ${commit}\n\n${deck}, ${cards} cards. ${processors}, Node ${node}, ${runs} runs${beside}.\n\n${table}\n`;
}

/** RESULTS.md with one more section, before all others. */
export function withSection(results: string, section: string): string {
  const first = results.search(/^## /mu);
  const at = first === -1 ? results.length : first;
  return `${results.slice(0, at).trimEnd()}\n\n${section}${first === -1 ? '' : '\n'}${results.slice(at)}`;
}
