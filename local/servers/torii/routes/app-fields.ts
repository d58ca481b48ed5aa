/** Changes to the organisation's own fields of apps: a new one, another name or options, and removal. */
import { Refusal, jsonObject } from '../../http/exchange';
import { BASE_LATENCY } from '../../http/latency';
import { APP_ATTRIBUTES } from '../attributes';
import type { FieldOption, ToriiField, ToriiType } from '../field';
import { ok } from '../route';
import type { Call, ToriiRoute } from '../route';

/** https://developers.toriihq.com/reference/postappsfields */
const CREATABLE: readonly ToriiType[] = [
  'multiLine',
  'number',
  'datePicker',
  'dropdown',
  'dropdownMulti',
  'usersDropdown',
  'currency',
  'singleLine',
  'usersDropdownMulti',
];
const WITH_OPTIONS: readonly ToriiType[] = ['dropdown', 'dropdownMulti'];
const KEYS = ['name', 'type', 'formQuestion', 'idGroup', 'options'];
/** Inferred: no text describes this body, so it is that of a new field, but for the type. https://developers.toriihq.com/reference/putappsfieldsidfield */
const INFERRED_CHANGEABLE = KEYS.filter((key) => key !== 'type');

type Body = Record<string, unknown>;

/** @throws Refusal where a value is not as the reference says */
function refuseWrongValues(body: Body, allowed: readonly string[]): void {
  const wrong = (key: string, wanted: string) => new Refusal(400, `"${key}" must be ${wanted}`);
  const other = Object.keys(body).find((key) => !allowed.includes(key));
  if (other !== undefined) throw new Refusal(400, `"${other}" is not allowed`);
  const { name, formQuestion, idGroup } = body;
  if (name !== undefined && (typeof name !== 'string' || name === ''))
    throw wrong('name', 'a string that is not empty');
  if (formQuestion !== undefined && typeof formQuestion !== 'string') throw wrong('formQuestion', 'a string');
  if (idGroup !== undefined && typeof idGroup !== 'number') throw wrong('idGroup', 'a number');
}

/** @throws Refusal for options that are not `{value, label}`, and for those of a type that has none */
function writtenOptions(options: unknown, type: ToriiType): FieldOption[] {
  if (options === undefined) return [];
  const isOption = (option: unknown): option is FieldOption => {
    const { value, label } = (option ?? {}) as Partial<FieldOption>;
    return typeof value === 'string' && typeof label === 'string';
  };
  if (!Array.isArray(options) || !options.every(isOption)) {
    throw new Refusal(400, '"options" must be an array of {value, label}');
  }
  if (options.length > 0 && !WITH_OPTIONS.includes(type)) {
    throw new Refusal(400, `"options" is not allowed with the type ${type}`);
  }
  return options.map(({ value, label }) => ({ value, label }));
}

/** `c_` and the name in one word, as samples have it. https://developers.toriihq.com/docs/updating-contract-details-using-the-api */
function freeKey(name: string, fields: readonly ToriiField[]): string {
  const [first = 'field', ...others] = name.match(/[a-z0-9]+/gi) ?? [];
  const key = `c_${first.toLowerCase()}${others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
  const taken = new Set(fields.map((field) => field.systemKey));
  for (let n = 0; ; n += 1) {
    const candidate = n === 0 ? key : `${key}_${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Inferred: that an answer holds the field, as those of apps hold the app. https://developers.toriihq.com/reference/postappsfields */
function fieldAnswer({ id, name, systemKey, type, options }: ToriiField) {
  const listed = options.filter((option) => option.isDeleted !== true);
  return ok({ field: { id, name, systemKey, type, options: listed } });
}

function create(call: Call) {
  const body = jsonObject(call.exchange);
  refuseWrongValues(body, KEYS);
  const missing = ['name', 'type'].filter((key) => body[key] === undefined);
  if (missing.length > 0) throw new Refusal(400, `Missing required fields: ${missing.join(', ')}`);
  const type = CREATABLE.find((each) => each === body.type);
  if (type === undefined) throw new Refusal(400, `"type" must be one of [${CREATABLE.join(', ')}]`);
  const options = writtenOptions(body.options, type);
  const fields = call.tenant.data.appFields;
  const name = String(body.name);
  const id = fields.reduce((highest, field) => Math.max(highest, field.id), 999) + 1;
  call.tenant.edit('appFields', id, { name, type, options, systemKey: freeKey(name, fields) });
  return fieldAnswer(own(call, id));
}

/** The organisation's own field that the path names; deleted ones are as good as gone. */
function own(call: Call, id = Number(call.parameters.idField)): ToriiField {
  if (!Number.isInteger(id)) throw new Refusal(400, '"idField" must be a number');
  const field = call.tenant.data.appFields.find((each) => each.id === id && !each.isDeleted);
  if (field !== undefined) return field;
  // Ids of built-in fields are their places in the list of fields.
  if (id >= 1 && id <= APP_ATTRIBUTES.length)
    throw new Refusal(400, 'A predefined field cannot be changed or deleted');
  throw new Refusal(404, `There is no field ${id}`);
}

/** Options that are missing from the new list are deleted: inferred from `includeDeletedOptions`. https://developers.toriihq.com/reference/getappsfields */
function update(call: Call) {
  const field = own(call);
  const body = jsonObject(call.exchange);
  refuseWrongValues(body, INFERRED_CHANGEABLE);
  const patch: Partial<ToriiField> = {};
  if (body.name !== undefined) patch.name = String(body.name);
  if (body.options !== undefined) {
    const options = writtenOptions(body.options, field.type);
    const kept = new Set(options.map(({ value }) => value));
    const gone = field.options.filter(({ value }) => !kept.has(value));
    patch.options = [...options, ...gone.map((option) => ({ ...option, isDeleted: true }))];
  }
  call.tenant.edit('appFields', field.id, patch);
  return fieldAnswer(own(call));
}

/** Metadata goes on to list it, as deleted. Inferred: that there is no body, as with contracts. https://developers.toriihq.com/reference/deleteappsfieldsidfield */
function remove(call: Call) {
  call.tenant.edit('appFields', own(call).id, { isDeleted: true });
  return { status: 204, latency: BASE_LATENCY };
}

export const APP_FIELD_ROUTES: readonly ToriiRoute[] = [
  { method: 'POST', path: '/apps/fields', handler: create },
  { method: 'PUT', path: '/apps/fields/{idField}', handler: update },
  { method: 'DELETE', path: '/apps/fields/{idField}', handler: remove },
];
