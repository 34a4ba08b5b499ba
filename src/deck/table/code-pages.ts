/** The code pages in which Windows' programs write plain text where UTF-8 is not asked for, by language; 1252 for all others. */
const CODE_PAGES: Readonly<Record<string, readonly string[]>> = {
  'windows-1250': ['bs', 'cs', 'hr', 'hu', 'pl', 'ro', 'sk', 'sl', 'sq'],
  'windows-1251': ['be', 'bg', 'kk', 'mk', 'ru', 'sr', 'uk'],
  'windows-1253': ['el'],
  'windows-1254': ['az', 'tr'],
  'windows-1257': ['et', 'lt', 'lv'],
  'windows-1258': ['vi'],
};

/** Decodes bytes that are not UTF-8, by the code page that Windows uses for the deck's language. */
export function inCodePage(bytes: Uint8Array, lang: string): { text: string; page: string } {
  const [spoken = ''] = lang.toLowerCase().split('-');
  const [page] = Object.entries(CODE_PAGES).find(([, langs]) => langs.includes(spoken)) ?? [];
  if (page === undefined) return { text: windows1252(bytes), page: 'Windows-1252' };
  return { text: new TextDecoder(page).decode(bytes), page: page.replace('w', 'W') };
}

/** Windows-1252, by hand: Node's own decoder takes it for Latin-1, and makes control characters of its quotation marks. */
function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/[\x80-\x9f]/gu, (one) => WINDOWS_1252[one.charCodeAt(0) - 0x80] ?? one);
}

const WINDOWS_1252 = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'];
