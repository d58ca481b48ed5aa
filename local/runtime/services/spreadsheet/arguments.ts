/** Checks arguments against the signatures of a method, and refuses what fits none in Google's words. */
import { EnumValue } from '../../service-object';
import { mismatch } from '../signature';

/** Whether a value may stand at one place of a signature. */
export type Kind = (value: unknown) => boolean;

export const text: Kind = (value) => typeof value === 'string';
export const whole: Kind = (value) => typeof value === 'number' && Number.isFinite(value);
export const flag: Kind = (value) => typeof value === 'boolean';
export const date: Kind = (value) => value instanceof Date;
export const list: Kind = Array.isArray;
/** A two-dimensional array. */
export const grid: Kind = (value) => Array.isArray(value) && value.every(Array.isArray);
export const anything: Kind = () => true;
export const options: Kind = (value) =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

export const orNull =
  (kind: Kind): Kind =>
  (value) =>
    value === null || value === undefined || kind(value);

export const oneOf =
  (values: Readonly<Record<string, EnumValue>>): Kind =>
  (value) =>
    value instanceof EnumValue && values[value.name]?.enumName === value.enumName;

export const instance =
  (type: abstract new (...args: never[]) => object): Kind =>
  (value) =>
    value instanceof type;

/**
 * Refuses arguments that fit none of the signatures. Missing arguments at the end are not counted.
 * @param method such as `Range.setValues`
 */
export function demand(method: string, args: readonly unknown[], ...signatures: readonly Kind[][]): void {
  const given = [...args];
  while (given.length > 0 && given.at(-1) === undefined) given.pop();
  const fits = signatures.some(
    (signature) => given.length <= signature.length && signature.every((kind, index) => kind(given[index])),
  );
  if (!fits) throw mismatch(`SpreadsheetApp.${method}`, given);
}
