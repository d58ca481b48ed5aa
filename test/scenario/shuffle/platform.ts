/** What happens on the platform between two refreshes, as data that a failing case prints. */
import fc from 'fast-check';
import type { Desk } from '../../../local/desk';
import { pick } from './person';
import { recordsOf, serverOf, type ServerRecord, type Subject, surroundingsOf } from './subjects';

const EVENTS = ['changes', 'changes', 'changes', 'adds', 'adds', 'removes', 'brings back'] as const;

/** One event; the numbers choose among what is there at that moment. */
export interface RemoteEvent {
  readonly event: (typeof EVENTS)[number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const remoteEvent: fc.Arbitrary<RemoteEvent> = fc.record({
  event: fc.constantFrom(...EVENTS),
  a: fc.nat(60),
  b: fc.nat(60),
  c: fc.nat(60),
});

/** The platform of one table; its story is told in words. */
export class Platform {
  private readonly removed: ServerRecord[] = [];
  private made = 0;

  constructor(
    private readonly desk: Desk,
    private readonly subject: Subject,
    private readonly story: string[],
  ) {}

  happens({ event, a, b, c }: RemoteEvent): void {
    const records = [...recordsOf(this.desk, this.subject)];
    if (event === 'adds') return this.add(a, b, c);
    if (event === 'brings back') return this.bringBack();
    if (records.length === 0) return;
    const [id, record] = pick(records, a);
    if (event === 'removes') {
      this.removed.push({ ...record });
      this.edit(id, null);
      return this.tell(`${id} is removed`);
    }
    const field = pick(this.subject.fields, b);
    const value = pick(field.kind.stored(surroundingsOf(this.desk, this.subject)), c);
    this.edit(id, { [field.attribute]: value });
    this.tell(`${field.attribute} of ${id} becomes ${JSON.stringify(value)}`);
  }

  private add(a: number, b: number, c: number): void {
    const id = this.subject.newId((this.made += 1));
    const around = surroundingsOf(this.desk, this.subject);
    const values = this.subject.fields.map(({ attribute, kind }, at): [string, unknown] => [
      attribute,
      pick(kind.stored(around), [a, b, c][at % 3] ?? 0),
    ]);
    this.edit(id, { ...this.subject.standing, ...Object.fromEntries(values) });
    this.tell(`${String(id)} is added: ${JSON.stringify(Object.fromEntries(values))}`);
  }

  private bringBack(): void {
    const record = this.removed.pop();
    if (record === undefined) return;
    const id = record[this.subject.key] as string | number;
    this.edit(id, record);
    this.tell(`${String(id)} comes back`);
  }

  private edit(id: string | number, patch: ServerRecord | null): void {
    serverOf(this.desk, this.subject).edit(this.subject.resource, id, patch);
  }

  private tell(what: string): void {
    this.story.push(`On the platform, ${what}.`);
  }
}
