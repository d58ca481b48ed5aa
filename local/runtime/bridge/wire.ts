/** What travels between the bundle's thread and the services: plain data, and parcels for everything else. */

export type Wire = null | undefined | boolean | number | string | Wire[] | Parcel;

/** A value that is not plain data, or whose kind would be lost on the way. */
export type Parcel =
  | { readonly is: 'date'; readonly time: number }
  | { readonly is: 'bytes'; readonly bytes: Int8Array }
  | { readonly is: 'object'; readonly entries: [string, Wire][] }
  | {
      readonly is: 'service';
      readonly id: number;
      readonly shape: number;
      /** What hangs on the object beside its methods. */
      readonly own?: Readonly<Record<string, number | string>>;
    }
  | { readonly is: 'enum'; readonly of: string; readonly name: string }
  /** What cannot travel: a function, a symbol, a cycle. */
  | { readonly is: 'nothing'; readonly kind: string };

/** The public face of a class of services, told to a thread once. */
export interface Shape {
  readonly id: number;
  readonly className: string;
  readonly methods: readonly string[];
  readonly constants: readonly [string, Wire][];
}

/** A global service of an execution. */
export interface Root {
  readonly name: string;
  readonly id: number;
  readonly shape: number;
}

export interface WireError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

/** The bundle calls a method of a service and waits. */
export interface Call {
  readonly target: number;
  readonly method: string;
  readonly args: Wire[];
}

export interface Reply {
  readonly value?: Wire;
  readonly error?: WireError;
  /** Shapes that the thread meets for the first time. */
  readonly shapes?: readonly Shape[];
}

/** Desk to thread: run one function in a fresh context. */
export interface RunOrder {
  readonly fn: string;
  readonly args: Wire[];
  readonly roots: readonly Root[];
  readonly shapes: readonly Shape[];
  readonly seed: number;
}

/** Thread to desk, beside the calls. */
export type Report = { readonly kind: 'log'; readonly line: string } | ({ readonly kind: 'done' } & Done);

/** How a run ended by itself. */
export interface Done {
  readonly value?: Wire;
  readonly error?: WireError;
  /** The bundle's global functions, where it could be loaded. */
  readonly functions?: readonly string[];
}

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly bundle: string;
  readonly prelude: string;
  /** One float: the virtual time in milliseconds. */
  readonly clock: SharedArrayBuffer;
  /** One integer, woken when the reply to a call has been posted. */
  readonly signal: SharedArrayBuffer;
}
