/** Fields of one origin that are not chosen. */
import type { JSX } from 'preact';
import type { FieldInfo } from '../../../src/app/contract';
import { FieldRow } from './FieldRow';

interface Props {
  title: string;
  fields: readonly FieldInfo[];
  onAdd: (field: FieldInfo) => void;
}

export function FieldsToAdd({ title, fields, onAdd }: Props): JSX.Element | null {
  if (fields.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="field-list">
        {fields.map((field) => (
          <FieldRow key={field.key} field={field} chosen={false} onTick={() => onAdd(field)} />
        ))}
      </ul>
    </>
  );
}
