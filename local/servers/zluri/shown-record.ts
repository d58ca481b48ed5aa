/** Records as answers show them. */
import { ATTRIBUTES, attributeOf } from './attributes';
import type { Listed } from './attributes';
import type { ZluriOptions } from './options';
import type { CustomField, ZluriRecord } from './record';
import { FIELDS_OF } from './tenant';
import type { Tenant } from './tenant';

export interface View {
  readonly tenant: Tenant;
  readonly options: ZluriOptions;
}

/** Custom fields of the side of a use that the list is about. Inferred. */
const CUSTOM_FIELDS: Partial<Record<Listed, keyof typeof FIELDS_OF>> = {
  apps: 'apps',
  userApps: 'apps',
  contracts: 'contracts',
  users: 'users',
  appUsers: 'users',
};

/** The attributes of its list, then whatever else the record holds, then its custom fields. */
export function shownRecord(listed: Listed, record: ZluriRecord, view: View): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  const show = (key: string, value: unknown) => {
    if (view.options.emptyValues === 'absent' && (value === null || value === undefined)) return;
    shown[key] = value ?? null;
  };
  for (const key of ATTRIBUTES[listed]) show(key, attributeOf(listed, record, key, view.tenant));
  for (const [key, value] of Object.entries(record)) {
    if (!(key in shown) && key !== 'custom_fields' && !key.startsWith('_')) show(key, value);
  }
  const definitions = customFieldsOf(listed, view.tenant);
  if (definitions !== undefined) shown.custom_fields = shownCustomFields(record, definitions, view.options);
  return shown;
}

/** The definitions of a list's custom fields, undefined for lists without any. */
export function customFieldsOf(listed: Listed, tenant: Tenant): readonly CustomField[] | undefined {
  const owner = CUSTOM_FIELDS[listed];
  return owner === undefined ? undefined : tenant.data[FIELDS_OF[owner]];
}

function shownCustomFields(record: ZluriRecord, definitions: readonly CustomField[], options: ZluriOptions) {
  const values = (record.custom_fields ?? []).flatMap(
    ({ field_id: id, field_name: own, field_value: value }) => {
      const name = definitions.find((field) => field.field_id === id)?.field_name ?? own;
      return name === undefined ? [] : [{ id, name, value }];
    },
  );
  switch (options.customFieldShape) {
    case 'list':
      return values.map(({ id, name, value }) => ({ field_id: id, field_name: name, field_value: value }));
    case 'long':
      return values.map(({ id, name, value }) => ({
        custom_field_id: id,
        custom_field_name: name,
        custom_field_value: value,
      }));
    case 'map':
      return Object.fromEntries(values.map(({ id, value }) => [id, value]));
  }
}
