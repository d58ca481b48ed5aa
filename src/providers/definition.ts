/** What a provider and a resource are: data, from which requests, columns, notes, pickers and docs are made. */
import type { FactSources } from '../core/facts/fact';
import type { Paging } from '../core/http/list';
import type { OwnValues } from '../core/http/record-shape';
import type { Connection, RateClass } from '../core/http/request';
import type { Filter, FilterOnField } from '../core/filter/filter';
import type { Field, FieldType } from '../core/table/field';
import type { Uploads } from './uploading';
import type { Writes, Written } from './writes';

export type ProviderName = 'torii' | 'zluri';

/** As in `api`: apps, contracts, users, appUsers … A definition's own `resource` makes it known; no list of them is kept elsewhere. */
export type ResourceName = string;

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
  /**
   * Other places of a record where the value may lie; “owner.email” is inside an object. For names that are not certain, and for
   * values inside objects: where fields are asked for by name, the first place's object is.
   */
  readonly aliases?: readonly string[];
  /** Where the value is a list of objects: keys of such an object, the first of which that is there stands for it. */
  readonly items?: readonly string[];
  readonly written?: Written;
  /** For what can set off more than the change itself. */
  readonly caution?: Caution;
  readonly evidence: Evidence;
}

export interface Caution {
  /** The setting that must be on before it is sent. */
  readonly setting: 'sendLifecycle';
  /** Asked before it is sent; “{count}” is replaced by the number of records. */
  readonly question: string;
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

/**
 * For lists that send whole records and whose fields no endpoint lists: what an organisation has is learned from the
 * records that came.
 */
export interface FieldsInRecords {
  /** Where the values of the organisation's own fields are. */
  readonly own: OwnValues;
  /** Whether attributes that the definition does not name are pulled when nobody has chosen fields. */
  readonly othersSelected: boolean;
  /** Types of the organisation's own fields that can be sent back; absent: none. */
  readonly writable?: readonly FieldType[];
  readonly evidence: Evidence;
}

/** For lists that hold what happened, and answer for a limited span of time only: they are read span by span. */
export interface WindowDefinition {
  /** Parameters that take the ends of the span, ISO 8601 in UTC with milliseconds. */
  readonly fromParameter: string;
  readonly toParameter: string;
  /** The longest span that is answered in full, in days. */
  readonly days: number;
  /** How many spans are read, back from now; each begins where the one before ends. */
  readonly windows: number;
}

/** For lists below each record of another resource: that one is read first, then one list for each of its records. */
export interface ParentDefinition {
  readonly resource: ResourceName;
  /**
   * What each record takes from its parent: its own attribute, and the parent's. Names in braces in the
   * path are filled from these too.
   */
  readonly carries: Readonly<Record<string, string>>;
}

/** For records that lie inside those of the list, as a list of objects in each. */
export interface RowsDefinition {
  /** The keys that lead from a listed record to the list inside it. */
  readonly path: readonly [string, ...string[]];
  /** Attribute that identifies a listed record. */
  readonly holderKey: string;
  /** What each row takes from the record that holds it: its own attribute, and the holder's. */
  readonly carries: Readonly<Record<string, string>>;
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
  /** Some platforms list by POST. */
  readonly method?: 'get' | 'post';
  /** List endpoint, below the base address; “{id}” is filled from the parent. */
  readonly path: string;
  /** Sent with every list request: order and the like. */
  readonly query: Readonly<Record<string, string | number | boolean>>;
  /** Sent with every list request that is a POST: filters, order and the like. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Parameter that takes the comma-separated field keys; absent where whole records come. */
  readonly fieldsParameter?: string;
  /** Keys that every record carries without being asked for, and that are not among those one may ask for. */
  readonly implicit?: readonly string[];
  /** The key of the answer that holds the records; several where it is not certain, see ListRequest. */
  readonly envelope: string | readonly string[];
  readonly paging: Paging;
  readonly window?: WindowDefinition;
  readonly parent?: ParentDefinition;
  /**
   * For a resource that is spread over a few lists of one kind: for each, what fills names in braces in the path. Its records
   * take these values too.
   */
  readonly spread?: readonly Readonly<Record<string, string>>[];
  readonly rows?: RowsDefinition;
  /** How the key of a record that has none of its own is made: from the values of these fields together, see Identity. */
  readonly keyFrom?: { readonly fields: readonly string[]; readonly numbered?: boolean };
  /** Field whose value identifies a record. */
  readonly key: string;
  /** Field that names a record to people. */
  readonly name: string;
  readonly fields: readonly FieldDefinition[];
  /** At most one of these two. */
  readonly listing?: FieldListing;
  readonly fieldsInRecords?: FieldsInRecords;
  /** Filters worth offering by name, on documented fields. */
  readonly filterIdeas?: readonly { readonly label: string; readonly filters: readonly Filter[] }[];
  /** How the platform takes filters; absent where it takes none. */
  readonly filtering?: Filtering;
  /** Absent where nothing of it can be changed. */
  readonly writes?: Writes;
  readonly rateClass: RateClass;
  readonly evidence: Evidence;
}

/** Turns filters into the platform's own. */
export interface Filtering {
  /**
   * The conditions, all of which must hold, as the platform takes them; [] where it takes none of that kind. They may let
   * through more records than the filter, since every filter is applied again to what came, and never fewer: a record that
   * does not come counts as gone. `today` is “2026-11-22” in the file's time zone.
   */
  readonly encode: (on: FilterOnField, today: string) => readonly unknown[];
  /**
   * Where the list of conditions goes: as JSON into this parameter, or into this key of the body behind what is there already.
   * Or each condition is an object of parameters and their values.
   */
  readonly place:
    { readonly parameter: string } | { readonly bodyKey: string } | { readonly parameters: true };
  /** Field by which the definition's own body already chooses; a person's filter on it takes the place of what is there. */
  readonly chosenBy?: string;
  readonly evidence: Evidence;
}

/** An endpoint that exists, but about which too little is known to use it. */
export interface WithheldEndpoint {
  /** What it does, as a heading. */
  readonly title: string;
  readonly method: 'get' | 'post';
  /** Our best guess. */
  readonly path: string;
  /** What is not known, one plain sentence. */
  readonly why: string;
  readonly evidence: Evidence;
}

/** How e-mail addresses become the ids that requests take. */
export interface PeopleLookup {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Where the address goes: into this parameter, or a list of them into this key of the body. */
  readonly place: { readonly parameter: string } | { readonly bodyKey: string };
  /** How many addresses a request may hold. */
  readonly most: number;
  /** For more addresses than this, the list of users is read instead; absent: never. */
  readonly listAbove?: number;
  readonly envelope: string | readonly string[];
  /** Attributes of an answered person: the id, and what may hold the person's addresses, one or a list. */
  readonly id: string;
  readonly addresses: readonly string[];
  /** What ids look like: such a text stands for itself. */
  readonly idPattern: RegExp;
  /** Whether ids are sent as numbers. */
  readonly numbers: boolean;
  readonly rateClass: RateClass;
  readonly evidence: Evidence;
}

/** A record of the resource that lists the organisation's own fields, as one with choices is made. */
export interface NewChoiceField {
  readonly resource: ResourceName;
  /** Keys of what it is called and of what can be chosen. */
  readonly name: string;
  readonly choices: string;
  /** What else it says, by key. */
  readonly fixed: Readonly<Record<string, string>>;
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
    readonly method?: 'get' | 'post';
    readonly path: string;
    readonly query?: Readonly<Record<string, string | number | boolean>>;
    readonly body?: Readonly<Record<string, unknown>>;
    readonly rateClass: RateClass;
    /** Path of keys to the organisation's name in the answer; null where no endpoint tells it. */
    readonly organisation: readonly string[] | null;
    readonly evidence: Evidence;
  };
  readonly people: PeopleLookup;
  readonly resources: readonly ResourceDefinition[];
  /** How an app field with choices is made; absent where the platform lets no add-on make one. */
  readonly newChoiceField?: NewChoiceField;
  /** Where its records hold what reports are made of; absent where there are no reports on it. */
  readonly facts?: FactSources;
  readonly withheld?: readonly WithheldEndpoint[];
  /** What can be packaged and sent as an upload; absent: nothing. */
  readonly uploads?: Uploads;
}
