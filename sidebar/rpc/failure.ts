/** What went wrong with a call, in words a person can act on. */
import type { ErrorCode, ErrorPlace, Retry } from '../../src/core/errors';

/** Codes of failures that happen between the sidebar and the add-on's server code. */
export type TransportCode = 'OFFLINE' | 'NO_PERMISSION' | 'CUT_SHORT' | 'GOOGLE_TROUBLE';

export interface Failure {
  readonly code: ErrorCode | TransportCode;
  readonly what: string;
  readonly next: string;
  readonly where?: ErrorPlace;
  readonly retry: Retry;
}

/** The only error that an Rpc rejects with. */
export class RpcFailure extends Error {
  constructor(
    readonly failure: Failure,
    /** True when the server code did not get to answer, so that the same call may simply be sent again. */
    readonly transport: boolean,
  ) {
    super(failure.what);
    this.name = 'RpcFailure';
  }
}

/** The failure inside anything that was thrown. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof RpcFailure) return thrown.failure;
  return googleTrouble(thrown instanceof Error ? thrown.message : String(thrown));
}

/**
 * Words for an error that google.script.run reports itself: it has only a message, in Google's words.
 * A second signed-in account shows as PERMISSION_DENIED:
 * https://theappsscriptlab.com/%f0%9f%91%a5the-multi-account-trap-in-google-workspace-add-ons-and-how-to-avoid-it
 */
export function transportFailure(message: string, online: boolean): Failure {
  if (!online || /NetworkError|HTTP 0|connection failure/i.test(message)) {
    return {
      code: 'OFFLINE',
      what: 'This computer is not connected to Google Sheets at the moment.',
      next: 'Check your internet connection, then try again. What was finished before is kept.',
      retry: 'now',
    };
  }
  if (/PERMISSION_DENIED|authori[sz]ation|do not have permission/i.test(message)) {
    return {
      code: 'NO_PERMISSION',
      what: 'Google did not let SaaS Ledger run for this account.',
      next: 'Open the sidebar again from the menu and accept Google’s question. If you are signed in to several Google accounts, use this file in a window with only one of them.',
      retry: 'after fixing',
    };
  }
  if (/maximum execution time|timed out|timeout/i.test(message)) {
    return {
      code: 'CUT_SHORT',
      what: 'Google ended the run before it was finished.',
      next: 'Try again: it goes on from the last finished part.',
      retry: 'now',
    };
  }
  return googleTrouble(message);
}

function googleTrouble(message: string): Failure {
  return {
    code: 'GOOGLE_TROUBLE',
    what: message
      ? `Google Sheets did not carry out the request: ${message}`
      : 'Google Sheets gave no answer to the request.',
    next: 'Try again. If it comes back, reload the spreadsheet.',
    retry: 'now',
  };
}
