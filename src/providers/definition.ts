/** What a provider and a resource are: data, from which requests, columns, notes, pickers and docs are made. */
import type { CursorPaging } from '../core/http/paging';
import type { Connection, RateClass } from '../core/http/request';
import type { Field, FieldType } from '../core/table/field';

export type ProviderName = 'torii' | 'zluri';

export type ResourceName =
  | 'apps'
  | 'contracts'
  | 'users'
  | 'appUsers'
  | 'userApps'
  | 'licenses'
  | 'transactions'
  | 'auditLog'
  | 'workflowRuns'
  | 'roles'
  | 'admins'
  | 'fields';

/** How sure a fact is: documented, seen in client code, or inferred by us. */
export type Mark = 'D' | 'C' | 'I';

/** Where a fact came from. */
export interface Evidence {
  readonly mark: Mark;
  /** Address of the page. */
  readonly source: string;
  /** Day it was read, YYYY-MM-DD. */
  readonly read: string;
}

/** A built-in field of a resource. */
export interface FieldDefinition extends Field {
  readonly custom: false;
  readonly evidence: Evidence;
}

/**
 * Where an organisation's own fields (and the options of built-in ones) are listed. A listed field whose key a
 * definition already has only lends it its options and its label.
 */
export interface FieldListing {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** The key of the answer that holds the list. */
  readonly envelope: string;
  readonly attributes: {
    readonly key: string;
    readonly label: string;
    readonly type: string;
    readonly options?: string;
    /** Attribute that is true for a deleted field. */
    readonly deleted?: string;
    /** Attribute that is false for a field that the organisation hides: asking for it would be refused. */
    readonly shown?: string;
  };
  /** The platform's type names; one that is missing here is pulled as `other`. */
  readonly types: Readonly<Record<string, { readonly type: FieldType; readonly writable: boolean }>>;
  /** False where the API cannot write organisation fields of this resource at all. */
  readonly writable: boolean;
  /** Field that holds the currency of listed money fields. */
  readonly currencyField?: string;
  /** For listed money fields: whether they count in the currency's smallest unit. */
  readonly minorUnits?: boolean;
  readonly rateClass: RateClass;
  readonly evidence: Evidence;
}

export interface ResourceDefinition {
  readonly resource: ResourceName;
  /** The tab's name: “Apps”. */
  readonly title: string;
  /** Words for one and for many, in sentences: “app”, “apps”. */
  readonly singular: string;
  readonly plural: string;
  /** One sentence for the sidebar. */
  readonly description: string;
  /** List endpoint, below the base address. */
  readonly path: string;
  /** Sent with every list request: order and the like. */
  readonly query: Readonly<Record<string, string | number | boolean>>;
  /** Parameter that takes the comma-separated field keys. */
  readonly fieldsParameter: string;
  /** Keys that every record carries without being asked for, and that are not among those one may ask for. */
  readonly implicit?: readonly string[];
  /** The key of the answer that holds the records. */
  readonly envelope: string;
  readonly paging: CursorPaging;
  /** Field whose value identifies a record. */
  readonly key: string;
  /** Field that names a record to people. */
  readonly name: string;
  readonly fields: readonly FieldDefinition[];
  readonly listing?: FieldListing;
  readonly rateClass: RateClass;
  readonly evidence: Evidence;
}

export interface ProviderDefinition {
  readonly provider: ProviderName;
  readonly title: string;
  readonly baseUrl: string;
  /** Where in the provider's pages a key is made: “Settings → API Access”. */
  readonly keyPlace: string;
  /** Turns a key into a way to speak to the provider. */
  readonly connection: (apiKey: string) => Connection;
  /** The cheapest request that proves a key and tells whose it is. */
  readonly probe: {
    readonly path: string;
    readonly rateClass: RateClass;
    /** Path of keys to the organisation's name in the answer. */
    readonly organisation: readonly string[];
    readonly evidence: Evidence;
  };
  readonly resources: readonly ResourceDefinition[];
}
