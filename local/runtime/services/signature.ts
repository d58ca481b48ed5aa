/** The exception for arguments that no overload of a method takes. */
import { EnumValue, ScriptError, ServiceObject } from '../service-object';

/** Google's name for the type of an argument, as its signature errors print it. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (Array.isArray(value)) return typeof value[0] === 'number' ? 'number[]' : '(class)[]';
  if (value instanceof EnumValue) return `${value.enumName}`;
  if (value instanceof ServiceObject) return value.className;
  return typeof value === 'object' ? '(class)' : typeof value;
}

/**
 * The error that Google gives for a call that fits no overload; `method` is written in full, such as
 * `Ui.alert` or `CacheService.Cache.put`. Trailing missing arguments are not counted.
 */
export function mismatch(method: string, args: readonly unknown[]): ScriptError {
  const given = [...args];
  while (given.length > 0 && given[given.length - 1] === undefined) given.pop();
  return new ScriptError(
    `The parameters (${given.map(typeName).join(',')}) don't match the method signature for ${method}.`,
  );
}
