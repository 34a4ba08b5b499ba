import { write } from '../../src/write/output.ts';

// Builds into a folder again and again until it is killed: each time other files with other texts, all of one build alike.

const [out = ''] = process.argv.slice(2);
for (let i = 0; ; i += 1) {
  const names = [
    'print/a4.pdf',
    `print/only-${i % 3}.pdf`,
    ...Array.from({ length: 20 }, (_, n) => `site/c/${n}.html`),
  ];
  const outputs = names.map((path) => ({ path, bytes: new TextEncoder().encode(`${i}`.padEnd(2000)) }));
  const deck = { name: 'A deck', version: `${i}`, cards: 1 };
  await write({ out, root: out, outputs, deck, partial: false }, (problem) => process.stdout.write(problem.reason));
  process.stdout.write('.');
}
