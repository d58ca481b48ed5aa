/** The small values that a file keeps of its uploads, all of them read in one call. */
import type { Store } from '../../ports/store';

const PREFIX = 'upload.';

export class UploadProperties {
  private values: Map<string, string> | undefined;

  constructor(private readonly store: Store) {}

  get(key: string): string | null {
    return this.known().get(key) ?? null;
  }

  set(key: string, value: string): void {
    this.store.set('document', PREFIX + key, value);
    this.values?.set(key, value);
  }

  remove(key: string): void {
    this.store.remove('document', PREFIX + key);
    this.values?.delete(key);
  }

  /** Those whose key begins so, by the rest of it. */
  below(prefix: string): readonly (readonly [string, string])[] {
    return [...this.known()].flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : [],
    );
  }

  /** Forgets what was read: an execution takes minutes, and others work in the same file. */
  reload(): void {
    this.values = undefined;
  }

  private known(): Map<string, string> {
    this.values ??= new Map(
      Object.entries(this.store.all('document', PREFIX)).map(([key, value]) => [
        key.slice(PREFIX.length),
        value,
      ]),
    );
    return this.values;
  }
}
