/**
 * google.script for a page of the script, inside its frame. Calls go to the workbench around it by messages, so the
 * frame can be sandboxed. https://developers.google.com/apps-script/guides/html/reference/run
 */
import type { ScriptAnswer } from '../../protocol';
import { followClock } from './clock';
import type { FromFrame, ToFrame } from './messages';
import { argumentsOf } from './script-arguments';

interface Handlers {
  readonly success?: (value: unknown, object: unknown) => void;
  readonly failure?: (error: Error, object: unknown) => void;
  readonly object?: unknown;
}

const waiting = new Map<number, Handlers>();
let calls = 0;

function tell(message: FromFrame): void {
  // The frame's own origin is opaque, and so is the name of the one around it.
  window.parent.postMessage(message, '*');
}

/** A runner is never changed: each `with…` makes another one. */
function runner(handlers: Handlers): object {
  const settings: Record<string, (given: never) => object> = {
    withSuccessHandler: (success: NonNullable<Handlers['success']>) => runner({ ...handlers, success }),
    withFailureHandler: (failure: NonNullable<Handlers['failure']>) => runner({ ...handlers, failure }),
    withUserObject: (object: unknown) => runner({ ...handlers, object }),
  };
  return new Proxy(settings, {
    get: (target, name) => {
      // Functions whose names end in _ are private; `then` would make it look like a promise.
      if (typeof name !== 'string' || name.endsWith('_') || name === 'then') return undefined;
      return target[name] ?? ((...args: unknown[]) => call(name, args, handlers));
    },
    set: () => false,
  });
}

function call(fn: string, args: readonly unknown[], handlers: Handlers): void {
  const copies = argumentsOf(args);
  calls += 1;
  waiting.set(calls, handlers);
  tell({ workbench: 'call', id: calls, fn, args: copies });
}

function settle(handlers: Handlers, answer: ScriptAnswer): void {
  if (answer.ok) {
    handlers.success?.(answer.value, handlers.object);
    return;
  }
  const error = Object.assign(new Error(answer.message), { name: answer.name });
  if (handlers.failure) handlers.failure(error, handlers.object);
  else console.error('Uncaught', error);
}

const setNow = followClock(Number(document.currentScript?.dataset['now']));

window.addEventListener('message', (event: MessageEvent<ToFrame>) => {
  if (event.source !== window.parent) return;
  const message = event.data;
  if (message.workbench === 'clock') setNow(message.now);
  if (message.workbench !== 'answer') return;
  const handlers = waiting.get(message.id);
  waiting.delete(message.id);
  setNow(message.answer.now);
  if (handlers) settle(handlers, message.answer);
});

Object.defineProperty(window, 'google', {
  value: {
    script: {
      run: runner({}),
      host: {
        close: () => tell({ workbench: 'close' }),
        setWidth: (width: number) => tell({ workbench: 'size', width }),
        setHeight: (height: number) => tell({ workbench: 'size', height }),
        editor: { focus: () => window.parent.focus() },
      },
    },
  },
});
