/** Calls the server's one door and unwraps its envelope. */
import type { Api, ApiMethod, Envelope } from '../../src/app/contract';
import type { Runner } from '../google/script';
import { RpcFailure, transportFailure } from './failure';

/** Resolves with the method's value; rejects with RpcFailure, whatever went wrong. */
export type Rpc = <Method extends ApiMethod>(
  method: Method,
  payload: Api[Method]['payload'],
) => Promise<Api[Method]['value']>;

/**
 * A run ends after six minutes at the latest, so an answer that is not there after seven will not come.
 * https://developers.google.com/apps-script/guides/services/quotas
 */
const LONGEST_CALL = 7 * 60_000;

/** @param online whether the browser believes that there is a network */
export function createRpc(runner: () => Runner, online: () => boolean): Rpc {
  return (method, payload) =>
    new Promise((resolve, reject) => {
      const fail = (message: string): void => {
        clearTimeout(timer);
        reject(new RpcFailure(transportFailure(message, online()), true));
      };
      const timer = setTimeout(() => fail('timed out'), LONGEST_CALL);
      try {
        runner()
          .withSuccessHandler((answer) => {
            clearTimeout(timer);
            if (!isEnvelope(answer)) fail('');
            else if (answer.ok) resolve(answer.value as Api[typeof method]['value']);
            else reject(new RpcFailure(answer.error, false));
          })
          .withFailureHandler((error) => fail(error.message))
          .api(method, payload);
      } catch (thrown) {
        fail(thrown instanceof Error ? thrown.message : String(thrown));
      }
    });
}

function isEnvelope(answer: unknown): answer is Envelope<unknown> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
