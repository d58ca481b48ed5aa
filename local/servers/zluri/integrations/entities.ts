/** What a custom integration can upload. https://developers.zluri.com/reference/data-entities */

/** Such as JSON Schema has them. */
export interface FieldSchema {
  readonly type: 'string' | 'number' | 'boolean' | 'array';
  readonly format?: 'email' | 'date' | 'date-time';
  readonly enum?: readonly string[];
  readonly items?: { readonly type: 'string' };
}

/** A field that names records of another entity of the same sync, by their unique id. */
export interface EntityReference {
  readonly field: string;
  readonly entity: string;
}

export interface Entity {
  readonly name: string;
  readonly model: 'snapshot' | 'incremental';
  readonly fields: Readonly<Record<string, FieldSchema>>;
  readonly required: readonly string[];
  readonly references: readonly EntityReference[];
}

const text = { type: 'string' } as const;
const email = { type: 'string', format: 'email' } as const;
const day = { type: 'string', format: 'date' } as const;
const moment = { type: 'string', format: 'date-time' } as const;
const texts = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, text]));

/**
 * Names and models are documented. Fields are inferred: the pages that list them were not readable, so they are those of
 * the old generation (https://api-docs.zluri.dev/docs/zluri/upload-data) and of the product's form for contracts
 * (https://help.zluri.com/docs/contracts).
 */
export const ENTITIES: readonly Entity[] = [
  {
    name: 'users',
    model: 'snapshot',
    fields: {
      unique_id: text,
      email,
      name: text,
      first_name: text,
      last_name: text,
      status: { type: 'string', enum: ['active', 'inactive', 'suspended'] },
      role: text,
      license: { type: 'array', items: text },
      ...texts('department designation costcenter reportingmanager'),
      last_used: moment,
      date_of_joining: moment,
      date_of_termination: moment,
    },
    required: ['unique_id', 'email'],
    references: [],
  },
  {
    name: 'groups',
    model: 'snapshot',
    fields: texts('unique_id name description'),
    required: ['unique_id', 'name'],
    references: [],
  },
  {
    name: 'group_users',
    model: 'snapshot',
    fields: texts('group_id user_id role'),
    required: ['group_id', 'user_id'],
    references: [
      { field: 'group_id', entity: 'groups' },
      { field: 'user_id', entity: 'users' },
    ],
  },
  {
    name: 'user_activity',
    model: 'incremental',
    fields: { unique_id: text, email, last_used: moment, app: text, activity: text },
    required: ['unique_id', 'email', 'last_used'],
    references: [{ field: 'unique_id', entity: 'users' }],
  },
  {
    name: 'transactions',
    model: 'incremental',
    fields: {
      id: text,
      transaction_date: moment,
      transaction_description: text,
      transaction_amount: { type: 'number' },
      ...texts('transaction_currency vendor_name po_number account_name transaction_type'),
    },
    required: [
      'id',
      'transaction_date',
      'transaction_description',
      'transaction_amount',
      'transaction_currency',
    ],
    references: [],
  },
  {
    name: 'contracts',
    model: 'incremental',
    fields: {
      ...texts('unique_id name vendor_name'),
      start_date: day,
      end_date: day,
      cancel_by: day,
      auto_renews: { type: 'boolean' },
      base_price: { type: 'number' },
      ...texts('agreement_type payment_term base_currency description'),
    },
    required: ['unique_id', 'name', 'vendor_name', 'start_date', 'end_date'],
    references: [],
  },
];

/** As the call for schemas shows it: its purpose is documented, its shape inferred. https://developers.zluri.com/reference/getentityschemas */
export function shownSchema({ name, model, fields, required }: Entity) {
  const schema = { type: 'object', properties: fields, required, additionalProperties: false };
  return { entity_name: name, type: model, schema };
}
