/** What a field of Torii's records is: built-in attributes and the organisation's own fields. */

/**
 * Field types that metadata can announce. `time` is this server's name for built-in moments.
 * https://developers.toriihq.com/reference/getusersmetadata
 */
export type ToriiType =
  | 'number'
  | 'singleLine'
  | 'multiLine'
  | 'email'
  | 'currency'
  | 'cardNumber'
  | 'datePicker'
  | 'dropdown'
  | 'dropdownMulti'
  | 'usersDropdown'
  | 'user'
  | 'bool'
  | 'fileUpload'
  | 'contractsDropdownMulti'
  | 'usersDropdownMulti'
  | 'appUserAccount'
  | 'multiValueString'
  | 'time';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  /** Listed only when deleted options are asked for. */
  readonly isDeleted?: boolean;
}

/** A field of the organisation, in `data.appFields`, `data.contractFields` and `data.userFields`. */
export interface ToriiField {
  id: number;
  name: string;
  /** Listed as `systemKey`; `/users/fields` lists it as `key`. */
  systemKey: string;
  type: ToriiType;
  options: FieldOption[];
  /** A field that is not shown is not exposed by the API: as good as deleted. */
  isShown: boolean;
  isDeleted: boolean;
  sourceIdApp: number | null;
}

/** What a field that a test writes down need not say; those of users may call their key `key`, as `/users/fields` does. */
export function completeField(field: Record<string, unknown>, id: number): ToriiField {
  const systemKey = String(field.systemKey ?? field.key);
  const defaults = {
    id,
    name: systemKey,
    type: 'singleLine',
    options: [],
    isShown: true,
    isDeleted: false,
    sourceIdApp: null,
  };
  return { ...defaults, ...field, systemKey } as ToriiField;
}

/** A built-in attribute of a resource. */
export interface Attribute {
  readonly key: string;
  readonly name: string;
  readonly type: ToriiType;
  readonly options?: readonly FieldOption[];
  /** In `/apps/fields` or `/contracts/fields` too. */
  readonly listed?: boolean;
  readonly writable?: boolean;
  /** Returned when `fields` is not sent. */
  readonly byDefault?: boolean;
  /** Exists in one version of the API only. */
  readonly version?: '1.0' | '1.1';
  /** How a single-select reads, where it is not `{label, value}`. */
  readonly reads?: 'label' | 'value';
  /** The attribute of the record that holds it, where an older name lives on. */
  readonly stored?: string;
}

/** A field as requests meet it: built in, or the organisation's own. */
export interface KnownField {
  readonly key: string;
  readonly type: ToriiType;
  readonly options: readonly FieldOption[];
  readonly custom: boolean;
  readonly writable: boolean;
  readonly byDefault: boolean;
  readonly reads?: 'label' | 'value';
  /** Attribute of the stored record. */
  readonly stored: string;
}

/** The fields that a request may name, in order. */
export class FieldCatalog {
  readonly #known = new Map<string, KnownField>();

  constructor(attributes: readonly Attribute[], custom: readonly ToriiField[], version: '1.0' | '1.1') {
    for (const attribute of attributes) {
      if (attribute.version !== undefined && attribute.version !== version) continue;
      this.#known.set(attribute.key, {
        key: attribute.key,
        type: attribute.type,
        options: attribute.options ?? [],
        custom: false,
        writable: attribute.writable === true,
        byDefault: attribute.byDefault === true,
        ...(attribute.reads === undefined ? {} : { reads: attribute.reads }),
        stored: attribute.stored ?? attribute.key,
      });
    }
    for (const field of custom) {
      if (field.isDeleted || !field.isShown) continue;
      const builtIn = this.#known.get(field.systemKey);
      this.#known.set(field.systemKey, {
        key: field.systemKey,
        type: field.type,
        options: field.options,
        custom: true,
        writable: true,
        byDefault: false,
        ...(builtIn?.reads === undefined ? {} : { reads: builtIn.reads }),
        stored: field.systemKey,
      });
    }
  }

  get(key: string): KnownField | undefined {
    return this.#known.get(key);
  }

  /** Those of the keys that no live field has. */
  unknown(keys: readonly string[]): string[] {
    return keys.filter((key) => !this.#known.has(key));
  }

  all(): KnownField[] {
    return [...this.#known.values()];
  }

  defaults(): KnownField[] {
    return this.all().filter((field) => field.byDefault);
  }
}
