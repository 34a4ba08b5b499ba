import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { openBrowser } from '../browser/browser.ts';

/** Two hundred plain cards, nine a sheet, one side: what most tools for cards are used for. */
const CARDS = Array.from({ length: 200 }, (_, i) => ({
  title: `Card ${i + 1}`,
  text: 'A short test sets the starting level. Then each answer makes the next question easier or harder.',
}));

/** The cards as a page of HTML, printed by Chromium. */
export async function chromium(): Promise<void> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const cards = CARDS.map(({ title, text }) => `<div><h2>${title}</h2><p>${text}</p></div>`).join('');
  const style =
    '@page{size:A4;margin:15mm 9.7mm}body{margin:0;display:grid;grid-template-columns:repeat(3,63.5mm);font:8pt sans-serif}' +
    'div{height:88.9mm;box-sizing:border-box;padding:5mm;border:.1mm solid;break-inside:avoid}';
  await page.setContent(`<style>${style}</style>${cards}`);
  await page.pdf({ preferCSSPageSize: true });
  await browser.close();
}

/** The cards in one react-pdf document that lays out the sheets itself. */
export async function naiveReactPdf(): Promise<void> {
  const style = { width: 180, height: 252, padding: 14, borderWidth: 0.3 };
  const cards = CARDS.map(({ title, text }) =>
    h(
      View,
      { key: title, style },
      h(Text, { style: { fontSize: 12 } }, title),
      h(Text, { style: { fontSize: 8 } }, text),
    ),
  );
  const page = h(Page, { size: 'A4', style: { flexDirection: 'row', flexWrap: 'wrap', padding: 27 } }, ...cards);
  await renderToBuffer(h(Document, {}, page));
}
