import { lookUp } from '../../model/look-up.ts';
import { error } from '../../model/problem.ts';
import type { Report } from '../../read/files.ts';
import { placeAt } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import type { LayeredSource } from '../cards/card-file.ts';

/**
 * Reports headings that a `ui.yaml` translates alike though a card has both: it would print one twice, and of a translated section it
 * could not be told which one it is.
 *
 * @param ui with the words of all layers; undefined where there are none
 * @param headings as cards name them → as this language prints them
 */
export function checkHeadings(
  ui: Located | undefined,
  { headings, sources }: { headings: Readonly<Record<string, string>>; sources: readonly LayeredSource[] },
  report: Report,
): void {
  if (!ui) return;
  const said = new Set<string>();
  for (const { parts, file } of sources) {
    const known = new Map<string, string>();
    for (const { heading } of parts) {
      const printed = lookUp(headings, heading) ?? heading;
      const other = known.get(printed) ?? heading;
      known.set(printed, heading);
      if (other === heading || said.has(`${other}\n${heading}`)) continue;
      said.add(`${other}\n${heading}`);
      const at = lookUp(headings, heading) === undefined ? other : heading;
      const message = `"${other}" and "${heading}" are both "${printed}" here, and ${file} has both.`;
      const place = placeAt(ui.places, ['sections', at]);
      report(error({ file: ui.file, place, rule: 'ui/heading-twice', message, note: 'Give each another heading.' }));
    }
  }
}
