/** What google.script.run lets through: plain values, or one form element alone. */
import { copyOfArgument } from '../../../desk/script-run';

/** @throws Error for a Date, a function, another element of the page, or a cycle */
export function argumentsOf(args: readonly unknown[]): unknown[] {
  const [form] = args;
  if (args.length === 1 && form instanceof HTMLFormElement) return [formValues(form)];
  return args.map((arg, place) => copyOfArgument(arg, String(place)));
}

/** Fields by name; a name that comes more than once has all its values. */
function formValues(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  new FormData(form).forEach((value, name) => {
    if (typeof value !== 'string') {
      throw new Error('The workbench does not pass files of a form to the script.');
    }
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  });
  return values;
}
