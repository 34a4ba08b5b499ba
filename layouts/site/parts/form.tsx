import type { Element } from 'hast';
import type { ReactNode } from 'react';
import type { Field } from '../../../src/model/kit.ts';
import { lookUp } from '../../../src/model/look-up.ts';
import type { ToolWords } from '../../words/words.ts';
import { controlId, type FormContext } from './form-context.ts';
import { TableField } from './form-table.tsx';

/** A field with its label. */
export function LabeledField({ field, context }: { field: Field; context: FormContext }) {
  switch (field.kind) {
    case 'tick':
      return <Tick {...field} />;
    case 'scale':
      return <Scale field={field} words={context.words} />;
    case 'table':
      return <TableField field={field} context={context} />;
    default:
      return (
        <p className="field">
          <label htmlFor={controlId(field.id)}>{field.label}</label>
          <Control name={field.id} field={field} context={context} />
          <Hint {...field} />
        </p>
      );
  }
}

interface ControlProps {
  name: string;
  field: Pick<Field, 'kind' | 'hint'> & { lines?: number; of?: string | undefined };
  context: FormContext;
}

/** What is written into: a line, several lines, a number, or the name of a card, which the browser completes. */
function Control({ name, field: { kind, hint, lines = 0, of }, context }: ControlProps) {
  const own = { id: controlId(name), name, 'aria-describedby': hint === '' ? undefined : hintId(name) };
  if (kind === 'box') return <textarea {...own} rows={Math.max(2, lines)} />;
  const isNumber = kind === 'vote' || kind === 'dots';
  const list = kind === 'card' ? (of ?? '') : of;
  return (
    <input
      {...own}
      type="text"
      autoComplete="off"
      inputMode={isNumber ? 'decimal' : undefined}
      list={list === undefined ? undefined : context.listOf(list)}
    />
  );
}

function hintId(name: string): string {
  return `${controlId(name)}-hint`;
}

function Hint({ id, hint }: Pick<Field, 'id' | 'hint'>) {
  if (hint === '') return null;
  return (
    <span className="hint" id={hintId(id)}>
      {hint}
    </span>
  );
}

function Tick({ id, label, hint }: Pick<Field, 'id' | 'label' | 'hint'>) {
  return (
    <p className="tick">
      <label>
        <input type="checkbox" name={id} value="yes" aria-describedby={hint === '' ? undefined : hintId(id)} />
        {label}
      </label>
      <Hint id={id} hint={hint} />
    </p>
  );
}

/** Numbers to choose from; the first choice takes the answer back. */
function Scale({ field, words }: { field: Extract<Field, { kind: 'scale' }>; words: ToolWords['record'] }) {
  const numbers = Array.from({ length: field.to - field.from + 1 }, (_, at) => String(field.from + at));
  return (
    <fieldset className="scale">
      <legend>{field.label}</legend>
      {field.low !== '' && <span className="hint">{field.low}</span>}
      {numbers.map((number) => (
        <label key={number}>
          <input type="radio" name={field.id} value={number} />
          {number}
        </label>
      ))}
      {field.high !== '' && <span className="hint">{field.high}</span>}
      <label className="hint">
        <input type="radio" name={field.id} value="" defaultChecked />
        {words.noNumber}
      </label>
      <Hint id={field.id} hint={field.hint} />
    </fieldset>
  );
}

/** A gap in a sentence, its label read aloud and shown where nothing is written yet. */
export function GapInput({ field }: { field: Field }): ReactNode {
  return <input className="gap" type="text" name={field.id} aria-label={field.label} placeholder={field.label} />;
}

/** The id that a tag of a field gives. */
export function tagId(properties: Element['properties'] | Record<string, unknown>): string {
  return String(lookUp(properties as Record<string, unknown>, 'id') ?? '');
}
