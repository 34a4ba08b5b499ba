import { decoded } from '../xml-text.ts';
import { ZipFault } from './zip.ts';

/** A tag, or the text before the next one. */
export interface XmlToken {
  kind: 'open' | 'close' | 'text';
  /** The tag's name with its prefix; of a text the text. */
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/**
 * The tags and texts of an XML file, one after the other; an empty tag opens and closes. Nothing is looked up and no entity is
 * defined, so no text is longer than it is written.
 *
 * @throws ZipFault for a document type, and where a tag has no end
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    const text = xml.slice(at, start < 0 ? xml.length : start);
    if (text !== '') yield { kind: 'text', name: decoded(text), attributes: NONE };
    if (start < 0) return;
    const end = endOfTag(xml, start);
    const tag = xml.slice(start + 1, end);
    at = end + 1;
    if (/^!(?!--)/u.test(tag)) throw new ZipFault('It can’t be read: its XML has a document type.');
    if (/^[!?]/u.test(tag)) continue;
    const name = /^\/?([^\s/]*)/u.exec(tag)?.[1] ?? '';
    if (tag.startsWith('/')) yield { kind: 'close', name, attributes: NONE };
    else {
      yield { kind: 'open', name, attributes: attributesOf(tag) };
      if (tag.endsWith('/')) yield { kind: 'close', name, attributes: NONE };
    }
  }
}

/** Where the `>` of a tag is: not one in quotes. */
function endOfTag(xml: string, start: number): number {
  let end = xml.indexOf('>', start);
  if (xml.startsWith('<!--', start)) end = xml.indexOf('-->', start) + 2;
  else {
    for (let quotes = quotesIn(xml, start, end); quotes % 2 === 1 && end >= 0; ) {
      const next = xml.indexOf('>', end + 1);
      quotes += quotesIn(xml, end, next);
      end = next;
    }
  }
  if (end < start) throw new ZipFault('It can’t be read: a tag of its XML has no end.');
  return end;
}

function quotesIn(xml: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) if (xml.charCodeAt(i) === 34) count += 1;
  return count;
}

function attributesOf(tag: string): XmlToken['attributes'] {
  if (!tag.includes('=')) return NONE;
  const found = tag.matchAll(/\s([^\s=/"']{1,80})=(?:"([^"]*)"|'([^']*)')/gu);
  return Object.fromEntries([...found].map(([, name = '', a, b = '']) => [name, decoded(a ?? b)]));
}

const NONE: XmlToken['attributes'] = {};
