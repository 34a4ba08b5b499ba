import { lookUp } from '../../model/look-up.ts';
import { nearest } from '../../model/suggest.ts';

/** What a column may be: `id`, a key of front matter (`title`, `behaviors.1.tell`) or a section (`## How it works`). */
export type ColumnTarget = string;

/** The heading of the section that a target is; undefined for a key. */
export function headingIn(target: ColumnTarget): string | undefined {
  return target.startsWith('## ') ? target.slice(3) : undefined;
}

/** The keys and sections that the columns of a table may be. */
export interface Targets {
  /** Keys with what is in them: `title`, `image.alt`, `behaviors.1.tell`. */
  keys: readonly string[];
  /** Headings, as cards have them. */
  headings: readonly string[];
  /** Whether cards may have headings of their own. */
  free: boolean;
  /** The keys that name a card’s family in its suit. */
  familyKeys: readonly string[];
}

/** A column of a table and what becomes of its cells. */
export interface TableColumn {
  /** From 0. */
  column: number;
  header: string;
  /** Undefined for a column that is left. */
  target: ColumnTarget | undefined;
  /** How that is known: from the map file, by the same name, or by a guess. */
  by: 'map' | 'name' | 'guess' | 'left';
  /** Several targets that the name fits equally well. */
  between?: readonly ColumnTarget[];
}

/** A header of a table. */
export interface TableHeader {
  column: number;
  text: string;
  /** Whether a cell below it holds something. */
  isFull: boolean;
  /** Whether all that stands below it are names of picture files: on a card they would be printed as words. */
  isFiles: boolean;
  /** Whether most of what stands below it names suits. */
  isSuits: boolean;
}

/** What each column of a table is: as the map file says, else by its name, else by a guess that the author is shown. */
export function tableColumns(
  headers: readonly TableHeader[],
  targets: Targets,
  map: Readonly<Record<string, ColumnTarget | null>> = {},
): TableColumn[] {
  const mapped = headers.filter(({ text }) => Object.hasOwn(map, text));
  const taken = new Set(mapped.map(({ text }) => lookUp(map, text)));
  const named = headers.filter((one) => !mapped.includes(one)).map((header) => byName(header, targets));
  for (const { target } of named) if (target !== undefined) taken.add(target);
  const columns = headers.map((header): TableColumn => {
    const { column, text } = header;
    const to = Object.hasOwn(map, text) ? lookUp(map, text) : undefined;
    if (to !== undefined) return { column, header: text, target: to ?? undefined, by: 'map' };
    const one = named.find((other) => other.column === column);
    if (one?.target !== undefined || one?.between) return one;
    const target = guess(header, targets, taken);
    if (target !== undefined) taken.add(target);
    return { column, header: text, target, by: target === undefined ? 'left' : 'guess' };
  });
  return columns;
}

function byName({ column, text }: TableHeader, { keys, headings }: Targets): TableColumn {
  const by = (target: ColumnTarget): TableColumn => ({ column, header: text, target, by: 'name' });
  const heading = /^#{2,3}\s+(.+)$/u.exec(text)?.[1];
  if (heading !== undefined) return by(`## ${heading}`);
  const all = ['id', ...keys];
  if (all.includes(text)) return by(text);
  if (headings.includes(text)) return by(`## ${text}`);
  const same = [
    ...all.filter((key) => plain(key) === plain(text)),
    ...headings.filter((one) => plain(one) === plain(text)).map((one) => `## ${one}`),
  ];
  const [only] = same;
  if (only !== undefined && same.length === 1) return by(only);
  return { column, header: text, target: undefined, by: 'left', ...(same.length > 1 && { between: same }) };
}

/** What people call keys in their own tables. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  title: [
    'name',
    'card',
    'cardname',
    'cardtitle',
    'headline',
    'heading',
    'titel',
    'titre',
    'titulo',
    'titolo',
    'tytuł',
    'τιτλος',
    'タイトル',
    '題名',
    '标题',
    '標題',
  ],
  gist: [
    'subtitle',
    'summary',
    'tagline',
    'oneliner',
    'shorttext',
    'front',
    'fronttext',
    'teaser',
    'untertitel',
    'soustitre',
    'subtitulo',
    'sottotitolo',
    'podtytuł',
    'περιληψη',
    '要約',
    '概要',
    '摘要',
  ],
  copies: [
    'quantity',
    'qty',
    'count',
    'amount',
    'numberofcopies',
    'howmany',
    'anzahl',
    'quantite',
    'cantidad',
    'quantita',
    'ilosc',
    'αντιτυπα',
    '枚数',
    '数量',
  ],
  number: ['no', 'nr', 'num', 'nummer', 'numero', 'numer', 'αριθμος', '番号'],
  id: ['slug', 'key', 'cardid'],
  glyph: ['icon', 'symbol'],
  image: [
    'picture',
    'photo',
    'illustration',
    'art',
    'bild',
    'foto',
    'immagine',
    'imagen',
    'obraz',
    'zdjecie',
    'εικονα',
    '画像',
    '图片',
  ],
  alt: ['alttext', 'imagealt', 'picturealt', 'imagetext', 'picturetext', 'phototext', 'whatitshows'],
  related: ['seealso', 'links', 'relatedcards'],
  sources: ['source', 'reference', 'references'],
};

/** Headers of columns that people keep for themselves, such as notes: they are not printed. */
const OWN =
  /^(?:(?:internal|our|my|last)?(?:notes?|comments?|remarks?|status|state|todo|done|owner|author|editor|date|created|updated|changed|modified|version|draft|checked|review(?:ed|er)?|priority|url)(?:by|at|on)?)$/u;

/** The same in other languages. */
const OWN_ELSEWHERE =
  /^(?:intern|(?:interne)?(?:notiz|bemerkung|anmerkung)(?:en)?|kommentare?|erledigt|verantwortlich|autor(?:in)?|datum|erstellt|geandert|gepruft|prioritat|remarques?|commentaires?|statut|auteur|notas?|comentarios?|observaciones|estado|fecha|commenti?o?|stato|autore|uwagi|komentarz|σημειωσεις)$/u;

function guess(
  { text, isFull, isFiles, isSuits }: TableHeader,
  targets: Targets,
  taken: ReadonlySet<ColumnTarget | null | undefined>,
): ColumnTarget | undefined {
  const name = plain(text);
  if (name === '') return undefined;
  const free = ['id', ...targets.keys].filter((key) => !taken.has(key) && (key !== 'suit' || isSuits));
  if (isSuits && free.includes('suit')) return 'suit';
  const other = free.find((key) => lookUp(OTHER_NAMES, key)?.includes(name));
  if (other !== undefined) return other;
  const family = targets.familyKeys.find((key) => !taken.has(key));
  if (family !== undefined && /^(?:family|group|category|theme|topic|series|kind|type)$/u.test(name)) return family;
  // Where cards may have any heading, `How it goes` is one of its own, and no misspelt `How it works`.
  const headings = targets.free ? [] : targets.headings.filter((one) => !taken.has(`## ${one}`));
  const near = nearest(text, [...free.filter((key) => key.length > 3), ...headings]);
  if (near !== undefined) return headings.includes(near) ? `## ${near}` : near;
  return targets.free && isFull && !isFiles && !OWN.test(name) && !OWN_ELSEWHERE.test(name) ? `## ${text}` : undefined;
}

/** A name without capitals, spaces, accents and signs: `How it works` and `how_it_works` are one. Vowels of Hindi are marks, and stay. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]+/gu, '');
}
