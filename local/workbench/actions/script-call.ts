/** A call of google.script.run, with the rules for what may come back. */
import type { Desk } from '../../desk';
import { copyOfArgument } from '../../desk/script-run';
import type { ScriptAnswer, ScriptCall } from '../protocol';

/**
 * Never rejects: what went wrong reaches the page's failure handler. Arguments were checked in the page; what the
 * function returns has the same rules. https://developers.google.com/apps-script/guides/html/reference/run
 */
export async function scriptCall(desk: Desk, { fn, args }: ScriptCall): Promise<ScriptAnswer> {
  const now = (): number => desk.clock.now().getTime();
  try {
    const execution = await desk.scriptRun(fn, ...args);
    if (!execution.ok) throw execution.error ?? new Error('The script ended early.');
    return { ok: true, value: copyOfArgument(execution.value, 'return value'), now: now() };
  } catch (problem) {
    const { name, message } = problem instanceof Error ? problem : new Error(String(problem));
    return { ok: false, name, message, now: now() };
  }
}
