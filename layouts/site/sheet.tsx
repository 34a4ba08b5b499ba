import type { Card } from '../../src/model/card.ts';
import { tint } from '../../src/model/card-facts.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import { isForGroups } from '../../src/model/day.ts';
import type { Field, Worksheet } from '../../src/model/kit.ts';
import type { SheetPageProps } from '../../src/model/pages.ts';
import { matches, readQuery } from '../../src/model/query.ts';
import { contentOf, type Tags } from './parts/content.tsx';
import { GapInput, LabeledField, tagId } from './parts/form.tsx';
import type { FormContext } from './parts/form-context.ts';
import { KitFiles } from './parts/kit-files.tsx';

/** A worksheet as a form: what is written stays in the browser. Without scripts it can still be filled in and printed. */
export default function SheetPage({ catalog, base, sheet }: SheetPageProps) {
  const { record: words } = catalog.deck.words;
  const queries = [...new Set(sheet.fields.flatMap(queriesOf))];
  const context: FormContext = { words, listOf: (query) => `cards-${queries.indexOf(query)}` };
  return (
    <article className={`sheet-page ${tint(sheet.colour)}`}>
      <p className="crumbs">
        <a href={`${base}sheets.html`}>{words.kitTitle}</a>
      </p>
      <h1>{sheet.title}</h1>
      {sheet.lead && <p className="lead">{sheet.lead}</p>}
      <KitFiles catalog={catalog} base={base} page={sheet} />
      <p className="without-js">{words.withoutScript}</p>
      <SheetForm catalog={catalog} base={base} sheet={sheet} context={context} />
      {queries.map((query, at) => (
        <CardList key={query} id={`cards-${at}`} cards={cardsMeant(query, catalog)} />
      ))}
    </article>
  );
}

/** The form itself: a part a heading, and what is done with the sheet as a whole. */
function SheetForm({ catalog, base, sheet, context }: SheetPageProps & { context: FormContext }) {
  const { words } = context;
  return (
    <form
      id="sheet"
      autoComplete="off"
      data-sheet={sheet.id}
      data-kept={words.keptHere}
      data-not-kept={words.notKept}
      data-empty={words.reallyEmpty}
    >
      <p className="js-only hint" id="sheet-state" role="status">
        {words.keptHere}
      </p>
      {isForGroups(catalog.deck.day, sheet.id) && <Whose words={words} />}
      {sheet.sections.map(({ heading, content }) => (
        <fieldset key={heading} className="part">
          <legend>
            <h2>{heading}</h2>
          </legend>
          {contentOf(catalog, base, content, tagsOf(sheet, context))}
        </fieldset>
      ))}
      <p className="actions js-only">
        <a className="button quiet" href={`${base}record.html`}>
          {words.goToRecord}
        </a>
        <button type="button" className="button quiet" id="sheet-empty">
          {words.empty}
        </button>
      </p>
    </form>
  );
}

/** Whose sheet it is, where each table or team fills in its own: which ones there are, and the name of this one. */
function Whose({ words }: Pick<FormContext, 'words'>) {
  return (
    <div className="whose js-only" data-number={words.sheetNumber} data-taken={words.nameTaken}>
      <p className="field">
        <label htmlFor="sheet-team">{words.sheets}</label>
        <select id="sheet-team" />
      </p>
      <p className="field">
        <label htmlFor="sheet-name">{words.whose}</label>
        <input id="sheet-name" type="text" />
      </p>
      <p>
        <button type="button" className="button quiet" id="sheet-more">
          {words.oneMore}
        </button>
      </p>
    </div>
  );
}

/** The tags of a worksheet's text as controls. */
function tagsOf(sheet: Worksheet, context: FormContext): Tags {
  const drawn = (properties: Record<string, unknown>) => {
    const field = sheet.fields.find(({ id }) => id === tagId(properties));
    return field ? <LabeledField field={field} context={context} /> : null;
  };
  const gap = (properties: Record<string, unknown>) => {
    const field = sheet.fields.find(({ id }) => id === tagId(properties));
    return field ? <GapInput field={field} /> : null;
  };
  const fields = ['Line', 'Box', 'Tick', 'Scale', 'Vote', 'Dots', 'CardPlace', 'Table'];
  return { ...Object.fromEntries(fields.map((name) => [name, drawn])), Blank: gap };
}

/** The queries for cards that a field takes. */
function queriesOf(field: Field): string[] {
  if (field.kind === 'table') return field.columns.flatMap(({ kind, of }) => (kind === 'card' ? [of] : []));
  if (field.kind === 'card') return [field.of];
  return field.kind === 'line' && field.of !== undefined ? [field.of] : [];
}

/** Cards that a query means, or all that have a code. */
function cardsMeant(query: string, { deck }: Catalog): readonly Card[] {
  const cards = deck.cards.filter((card) => card.code !== '' && !card.blank);
  if (query === '') return cards;
  const read = readQuery(query, deck);
  return 'error' in read ? [] : cards.filter((card) => matches(read.ok, card));
}

/** The cards that a field proposes while somebody types: code and title, so that either finds them. */
function CardList({ id, cards }: { id: string; cards: readonly Card[] }) {
  return (
    <datalist id={id}>
      {cards.map((card) => (
        <option key={card.id} value={`${card.code} ${card.title}`} />
      ))}
    </datalist>
  );
}
