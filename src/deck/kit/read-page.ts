import type { Element, Root } from 'hast';
import type { ZodRawShape } from 'zod';
import type { Board, Field, KitKind, Worksheet } from '../../model/kit.ts';
import type { Looks } from '../../model/loaded-looks.ts';
import { lookUp } from '../../model/look-up.ts';
import type { KitLook } from '../../model/looks.ts';
import { error, hasErrors, type Problem } from '../../model/problem.ts';
import { didYouMean, noCard } from '../../model/suggest.ts';
import type { Report } from '../../read/files.ts';
import { checked } from '../../read/values.ts';
import type { Located } from '../../read/yaml.ts';
import type { Vocabulary } from '../cards/check-tag.ts';
import { valueAtKey } from '../chain/merge.ts';
import { checkLead } from '../not-filled-in.ts';
import { type BodyContext, bodyOf, tagsAlone } from './body.ts';
import { checkIds, fieldsIn } from './fields.ts';
import { BOARD_FRONT, LOOKS, WORKSHEET_FRONT } from './front.ts';
import type { PageSource } from './stack-kit.ts';
import { isKitTag, kitTags, wrongQuery } from './tags.ts';

/** What boards and worksheets are read with. */
export interface KitContext extends BodyContext {
  looks: Looks;
  /** Names of colour tokens. */
  colours: readonly string[];
}

/** A board or a worksheet; undefined after reporting what is wrong with it. */
export function readPage(source: PageSource, context: KitContext, report: Report): Board | Worksheet | undefined {
  const found: Problem[] = [];
  const say: Report = (problem) => found.push(problem);
  const front = source.front && frontOf(source.kind, source.front, context, say);
  const { sections, fields } = sectionsAndFields(source, context, say);
  checkIds(fields, source.file, say);
  // Where the text can't be read nothing is known of its areas and fields.
  if (front && source.front && !hasErrors(found)) {
    if (front.kind === 'worksheet') checkMakes(front, { fields, source: source.front, context }, say);
    const all = source.kind === 'board' ? context.looks.boards : context.looks.worksheets;
    const { areas } = lookUp<Pick<AreasRule, 'areas'>>(all, front.look) ?? {};
    checkAreas(source, { name: front.look, areas }, sections.length, say);
  }
  for (const one of found) report(one);
  if (!front || !source.front || hasErrors(found)) return undefined;
  const { id, file } = source;
  const { places } = source.front;
  return { ...front, id, file, places, sections, fields };
}

type Front = Omit<Board, keyof Common> | Omit<Worksheet, keyof Common>;
type Common = Pick<Board, 'id' | 'file' | 'places' | 'sections' | 'fields'>;

function frontOf(kind: KitKind, source: Located, context: KitContext, report: Report): Front | undefined {
  const { looks, colours, vocabulary } = context;
  const options = optionsOf(kind, valueAtKey(source, 'look'), looks);
  const own = Object.keys(options);
  const read =
    kind === 'board'
      ? asFront(kind, checked(BOARD_FRONT.extend(options) as typeof BOARD_FRONT, source, kind, report), own)
      : asFront(kind, checked(WORKSHEET_FRONT.extend(options) as typeof WORKSHEET_FRONT, source, kind, report), own);
  if (!read) return undefined;
  const names = Object.keys((kind === 'board' ? looks.boards : looks.worksheets) ?? {});
  const fail = (key: 'look' | 'colour', message: string, allowed: readonly string[]) =>
    report(
      error({ file: source.file, place: source.places[key], rule: `${kind}/${key}`, message, allowed, got: read[key] }),
    );
  if (!names.includes(read.look))
    fail('look', `There is no look "${read.look}" for a ${kind}.${didYouMean(read.look, names)}`, names);
  if (!colours.includes(read.colour)) {
    fail('colour', `There is no color "${read.colour}" in tokens.json.${didYouMean(read.colour, colours)}`, colours);
  }
  checkLead(kind, read.lead, { file: source.file, place: source.places.lead }, report);
  return { ...read, card: cardOf(read.card, source, vocabulary, report) };
}

/** The front matter that a look has of its own. */
function optionsOf(kind: KitKind, named: unknown, { boards, worksheets }: Looks): ZodRawShape {
  const name = typeof named === 'string' ? named : LOOKS[kind];
  return lookUp<Pick<KitLook, 'options'>>(kind === 'board' ? boards : worksheets, name)?.options ?? {};
}

/** Front matter of either kind, with defaults in the place of what it leaves out. */
function asFront<Kind extends KitKind, Read extends { lead?: string | undefined; card?: string | undefined }>(
  kind: Kind,
  read: Read | undefined,
  own: readonly string[],
) {
  if (!read) return undefined;
  const options = Object.fromEntries(Object.entries(read).filter(([key]) => own.includes(key)));
  return { ...read, kind, lead: read.lead ?? '', card: read.card ?? '', options };
}

/** The card that a page is used with; none where this deck hides it. */
function cardOf(id: string, { file, places }: Located, { ids, hidden, retired }: Vocabulary, report: Report): string {
  if (id === '' || ids.has(id)) return id;
  if (!hidden.has(id))
    report(error({ file, place: places.card, rule: 'kit/no-card', message: noCard(id, ids, { retired }) }));
  return '';
}

/** The sections of a page, and the fields in each; none after reporting what is wrong with its text. */
function sectionsAndFields(source: PageSource, context: KitContext, report: Report) {
  const { inventory } = context.vocabulary;
  const sections = bodyOf(source, context, kitTags(inventory), report);
  return {
    sections: sections.map(({ section }) => ({ ...section, content: lifted(section.content) })),
    fields: sections.flatMap(({ section, part }) =>
      fieldsIn(part.tree, section.heading, { file: part.file, inventory, report }),
    ),
  };
}

/** A tree in which tags on lines of their own are blocks, and columns and rows are inside the table that they follow. */
function lifted(root: Root): Root {
  const blocks: Root['children'] = [];
  for (const one of root.children.flatMap((node) => tagsAlone(node, isBlockTag) ?? [node])) {
    const last = blocks.at(-1);
    const isPart = one.type === 'element' && (one.tagName === 'Column' || one.tagName === 'Row');
    if (isPart && last?.type === 'element' && last.tagName === 'Table') last.children.push(one);
    else blocks.push(one);
  }
  return { ...root, children: blocks };
}

/** Not a gap in a sentence. */
function isBlockTag({ tagName }: Element): boolean {
  return tagName !== 'Blank' && isKitTag(tagName);
}

/** Checks `makes` of a worksheet that becomes a card: its suit must exist, and the fields that it names must be on the worksheet. */
function checkMakes(
  { makes }: Pick<Worksheet, 'makes'>,
  given: { fields: readonly Field[]; source: Located; context: KitContext },
  report: Report,
): void {
  if (!makes) return;
  const { fields, source, context } = given;
  const { file, places } = source;
  const ids = fields.filter(({ kind }) => kind !== 'table' && kind !== 'tick').map(({ id }) => id);
  const all = { keys: makes.keys, sections: makes.sections };
  for (const [group, named] of Object.entries(all)) {
    for (const [key, id] of Object.entries(named)) {
      if (ids.includes(id)) continue;
      const message = `There is no field "${id}" on this worksheet to make "${key}" of the card.${didYouMean(id, ids)}`;
      const place = lookUp(places, `makes.${group}.${key}`) ?? places.makes;
      report(error({ file, place, rule: 'worksheet/makes', message, allowed: ids, got: id }));
    }
  }
  const wrong = wrongQuery('makes', `suit:${makes.suit}`, context.vocabulary.inventory)?.replace('<makes>: ', '');
  if (wrong)
    report(error({ file, place: places['makes.suit'], rule: 'worksheet/makes', message: wrong, got: makes.suit }));
}

interface AreasRule {
  /** Of the look. */
  name: string;
  areas?: { min: number; max: number } | undefined;
}

/** Reports a page with more or fewer areas than its look has room for. */
function checkAreas(
  { kind, file, front }: PageSource,
  { name, areas }: AreasRule,
  count: number,
  report: Report,
): void {
  if (!areas || (count >= areas.min && count <= areas.max)) return;
  const wanted = areas.min === areas.max ? `${areas.min}` : `${areas.min} to ${areas.max}`;
  const message = `The look "${name}" has room for ${wanted} areas (## Heading); this ${kind} has ${count}.`;
  report(error({ file, place: front?.places.look, rule: `${kind}/areas`, message, got: String(count) }));
}
