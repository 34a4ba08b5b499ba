import type { Column, Field, Row } from '../../../src/model/kit.ts';
import { filled, type ToolWords } from '../../words/words.ts';
import { controlId, type FormContext } from './form-context.ts';

type Table = Extract<Field, { kind: 'table' }>;

/** A table to fill in. On a phone each row is a block, and each cell has its label beside it. Rows without names can be added to. */
export function TableField({ field, context }: { field: Table; context: FormContext }) {
  const { id, label, columns, rows, hint } = field;
  const { words } = context;
  const named = rows.some((row) => row.label !== '');
  return (
    <div className="fill" id={`table-${id}`} data-table={id}>
      <table>
        {label !== '' && <caption>{label}</caption>}
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{filled(words.row, { number: '' }).trim()}</span>
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={`cell-${column.kind}`}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FormRow key={row.id} table={id} row={row} columns={columns} context={context} />
          ))}
        </tbody>
      </table>
      {hint !== '' && <p className="hint">{hint}</p>}
      {!named && (
        <p className="js-only">
          <button type="button" className="button quiet" data-add-row={id} data-said={words.rowAdded}>
            {words.addRow}
          </button>
        </p>
      )}
    </div>
  );
}

interface FormRowProps {
  table: string;
  row: Row;
  columns: readonly Column[];
  context: FormContext;
}

function FormRow({ table, row, columns, context }: FormRowProps) {
  const shown = row.label === '' ? row.id : row.label;
  return (
    <tr data-row={row.id}>
      <th scope="row">{shown}</th>
      {columns.map((column) => {
        const name = `${table}.${row.id}.${column.id}`;
        return (
          <td key={column.id} className={`cell-${column.kind}`}>
            <label htmlFor={controlId(name)}>
              <span className="sr">{`${rowName(row, context.words)}, `}</span>
              {column.label}
            </label>
            <Cell name={name} column={column} context={context} />
          </td>
        );
      })}
    </tr>
  );
}

function rowName({ id, label }: Row, words: ToolWords['record']): string {
  return label === '' ? filled(words.row, { number: id }) : label;
}

function Cell({ name, column, context }: { name: string; column: Column; context: FormContext }) {
  const own = { id: controlId(name), name };
  if (column.kind === 'tick') return <input {...own} type="checkbox" value="yes" />;
  if (column.kind === 'line') return <textarea {...own} rows={1} />;
  return (
    <input
      {...own}
      type="text"
      autoComplete="off"
      inputMode={column.kind === 'vote' ? 'decimal' : undefined}
      list={column.kind === 'card' ? context.listOf(column.of) : undefined}
    />
  );
}
