/** What a resource says about changing its records: data, from which writing.ts makes the requests. */
import type { ApiRequest, RateClass } from '../core/http/request';
import type { Canonical } from '../core/table/codec/codec';
import type { Action } from '../core/change/change';
import type { FieldType } from '../core/table/field';
import type { Evidence } from './definition';

/**
 * How a value goes into a request where its type does not say it:
 * - text: as the cell says it
 * - id number: the number that the text is
 * - comma text: several things as one text with commas, without blanks
 * - address: the e-mail address of a person, not the id
 * - choices: what can be chosen, as a list of {value, label}
 * - unsent: needed to make the request, and no part of its body
 */
export type ValueForm = 'text' | 'id number' | 'comma text' | 'address' | 'choices' | 'unsent';

export interface WrittenForm {
  /** Name in the body, where it is not the field's key. */
  readonly name?: string;
  readonly as?: ValueForm;
}

/** How a field is written, where it is not {key: value} in the way of its type. */
export interface Written extends WrittenForm {
  /** Where creating differs from changing: takes the place of both. */
  readonly created?: WrittenForm;
  /** Whether each record has a value, so that none can be taken away. */
  readonly neverEmpty?: boolean;
}

/** How the platform takes amounts: bare; with their currency; or alone in an object. */
export type MoneyForm = 'number' | 'value and currency' | 'value';

/** How a value is taken away; where that is not offered, why not, as a sentence. */
export type Clearing =
  | {
      readonly offered: true;
      /** What is sent for text, for fields of several things, and for all others. */
      readonly text: unknown;
      readonly several: unknown;
      readonly other: unknown;
      readonly evidence: Evidence;
    }
  | { readonly offered: false; readonly why: string; readonly evidence: Evidence };

/** An address for one record. Names in braces are filled from its key, or what that is made of, then from the record. */
interface RecordCall {
  readonly path: string;
  readonly rateClass: RateClass;
  readonly evidence: Evidence;
}

/** Where an answer holds a record: under the first of these keys that is there, else the answer itself is one. */
type Within = readonly string[];

/** How one record is read. Only where that is documented does “not found” prove that it is gone. */
export interface SingleRead extends RecordCall {
  readonly within: Within;
  /** Parameter that takes the comma-separated field keys; absent where the record comes whole. */
  readonly fieldsParameter?: string;
  /** Keys of the fields that it shows; absent: all that the list shows. */
  readonly shows?: readonly string[];
}

export interface UpdateCall extends RecordCall {
  readonly method: Extract<ApiRequest['method'], 'put' | 'patch'>;
  /** Absent where the answer tells nothing of the record. */
  readonly within?: Within;
  /** Completes a body in which one value asks for another. */
  readonly complete?: (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

export interface CreateCall extends RecordCall {
  /** Keys of the fields that a new row must fill in, and of all that it may. */
  readonly required: readonly string[];
  readonly accepted: readonly string[];
  /** The fields that say what a new record belongs to: by its key or else by its name. */
  readonly below?: { readonly key: string; readonly name: string };
  /** Whether it also takes fields that the organisation made. */
  readonly ownFields: boolean;
  readonly within?: Within;
  /** Paths of keys (“contract.id”) to the new record's id; the first that is there counts, [] where no answer is described. */
  readonly idAt: readonly string[];
  /** Keys of fields that no two records share: by them a record is found whose creation was not confirmed. */
  readonly unique?: readonly string[];
  /** Key of the field that says when a record was made: tells a new one from an older one that equals it. */
  readonly madeAt?: string;
  /** Whether a refusal may mean that the record is there already, which is what was wanted. */
  readonly refusedWhereThere?: boolean;
}

/** Why something cannot be sent, in plain words with what to do; null where it can. */
export type WriteCheck = (edit: Edit) => string | null;

/** One field of one record that is to be written. */
export interface Edit {
  readonly action: Action;
  /** '' where the whole record is deleted. */
  readonly field: string;
  /** Null where the field is not offered any more. */
  readonly type: FieldType | null;
  readonly to: Canonical;
  /** What else is written to the same record, and this. */
  readonly together: ReadonlyMap<string, Canonical>;
  /** What the row says of a field once it is sent; undefined where nobody knows. */
  readonly row: (key: string) => Canonical | undefined;
}

export interface Writes {
  readonly one?: SingleRead;
  /** Sent with the list as well, so that it leaves out as little as possible. */
  readonly listQuery?: Readonly<Record<string, string>>;
  /** For a resource whose records cannot be read alone: whether one that the complete list lacks is gone. */
  readonly listedOrGone?: boolean;
  readonly update?: UpdateCall;
  readonly create?: CreateCall;
  readonly remove?: RecordCall;
  /** Where values of the organisation's own fields go; absent: flat, beside the others. */
  readonly own?: { readonly name: string; readonly id: string; readonly value: string };
  /** Absent: bare. */
  readonly money?: MoneyForm;
  readonly clearing: Clearing;
  readonly problem?: WriteCheck;
}
