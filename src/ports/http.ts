/** The way out to a provider. Only core/http/dispatcher.ts calls it. */

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A request ready to send: whole address, headers with the key in them, text body. */
export interface HttpCall {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body?: string;
  /** In place of a body: a form in several parts, with one file as its last. */
  readonly form?: {
    readonly fields: Readonly<Record<string, string>>;
    readonly file: {
      readonly field: string;
      readonly name: string;
      readonly contentType: string;
      readonly text: string;
    };
  };
}

/**
 * What came back: an answer of any status, or the reason why none came. `unknown` means that the request may
 * have reached the server, `unsent` that it surely has not.
 */
export type HttpOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Header names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'unsent' | 'unknown'; readonly reason: string }
  /** Google's own daily or burst limit on outgoing requests. */
  | { readonly kind: 'quota'; readonly reason: string; readonly burst: boolean };

export interface Http {
  /** Sends all at once and answers in the order given; never throws for a failed request. */
  fetchAll(calls: readonly HttpCall[]): readonly HttpOutcome[];
}
