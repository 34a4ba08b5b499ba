import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// Pictures that differ from their goldens, all on one page: vitest.config.ts names this beside its usual reporter.

const golden = path.join(import.meta.dirname, 'golden');
const page = path.join(golden, 'report.html');
const ACTUAL = '.actual.png';

/** Writes the page after a run that left pictures beside their goldens, and says where it is; takes an old one away. */
export const pictureReporter = {
  onTestRunEnd(): void {
    const names = readdirSync(golden, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ACTUAL))
      .map((name) => name.slice(0, -ACTUAL.length));
    rmSync(page, { force: true });
    if (names.length === 0) return;
    writeFileSync(page, reportOf(names.sort()));
    process.stderr.write(`\n${countOf(names)}: open ${page}\n`);
  },
};

function countOf({ length }: readonly string[]): string {
  return length === 1 ? '1 picture differs' : `${length} pictures differ`;
}

/** The page: for each name the golden, the picture that was made, and both on top of one another: what is the same is black. */
export function reportOf(names: readonly string[]): string {
  const rows = names.map(
    (name) => `<h2>${name}</h2>
<div class="row">
<figure><img src="${name}.png" alt=""><figcaption>as it was looked at</figcaption></figure>
<figure><img src="${name}${ACTUAL}" alt=""><figcaption>now</figcaption></figure>
<figure class="both"><img src="${name}.png" alt=""><img src="${name}${ACTUAL}" alt=""><figcaption>what differs</figcaption></figure>
</div>`,
  );
  return `<!doctype html>
<html lang="en-US">
<meta charset="utf-8">
<title>Pictures that differ</title>
<style>
body { font: 16px system-ui; margin: 2em; }
.row { display: flex; gap: 2em; }
figure { margin: 0; position: relative; }
.both { background: #000; isolation: isolate; }
.both img + img { position: absolute; left: 0; top: 0; mix-blend-mode: difference; }
.both figcaption { color: #fff; }
</style>
<h1>${countOf(names)}</h1>
<p>If a change is meant: GOLDEN=write, look at what git shows as changed, and commit it.</p>
${rows.join('\n')}
</html>
`;
}
