/** Whatever people do to a tab and whatever happens on the platform meanwhile: a refresh loses nothing and gets nothing wrong. */
import fc from 'fast-check';
import type { Desk } from '../../local/desk';
import { desk, type Job } from './desks';
import { problemsOf, withoutStatusLine } from './shuffle/checks';
import { Memory } from './shuffle/memory';
import { deed, type Deed, Person } from './shuffle/person';
import { Platform, remoteEvent, type RemoteEvent } from './shuffle/platform';
import {
  recordsOf,
  serverOf,
  type ServerRecord,
  shown,
  type Subject,
  SUBJECTS,
  surroundingsOf,
} from './shuffle/subjects';
import { viewOf, wallText } from './shuffle/tab-view';

/** Cases of each of the four tables; CASES=1000 tries more. */
const CASES = Number(process.env['CASES'] ?? 60);

/** A run that is not through by then stops with the smallest case found so far. */
const MINUTES_TO_SHRINK = 4;

/** What happens until the next refresh. */
interface Round {
  readonly person: readonly Deed[];
  readonly platform: readonly RemoteEvent[];
  /** The refresh asks for all fields again, so that deleted columns come back. */
  readonly chosenAgain: boolean;
}

const round: fc.Arbitrary<Round> = fc.record({
  person: fc.array(deed, { maxLength: 8 }),
  platform: fc.array(remoteEvent, { maxLength: 5 }),
  chosenAgain: fc.integer({ min: 0, max: 2 }).map((n) => n === 2),
});
const rounds = fc.array(round, { minLength: 1, maxLength: 3 });

const TENANT = { seed: 5, apps: 7, contracts: 6, users: 7 };

/** One table, from its first pull on. */
class Shuffle {
  private readonly person: Person;
  private readonly platform: Platform;
  private readonly memory: Memory;
  private readonly story: string[] = [];

  constructor(
    private readonly on: Desk,
    private readonly subject: Subject,
  ) {
    this.person = new Person(on, subject, this.story);
    this.platform = new Platform(on, subject, this.story);
    const around = surroundingsOf(on, subject);
    this.memory = new Memory(subject, (field, record) => shown(field, record, around));
  }

  async play(rounds: readonly Round[]): Promise<void> {
    try {
      await this.first();
      for (const each of rounds) await this.round(each);
      await this.quiet();
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      throw new Error(`${['', ...this.story].join('\n')}\n${message}`, { cause: problem });
    }
  }

  private async first(): Promise<void> {
    const counts = await this.pull(true);
    const wanted = this.memory.refresh(null, this.records(), this.today(), true);
    const after = viewOf(this.on, this.subject.tab);
    const before = { ...after, cells: after.cells.slice(0, 1), formulas: after.formulas.slice(0, 1) };
    const { subject, person } = this;
    expect(problemsOf({ before, after, subject, wanted, formulas: person.formulas })).toEqual([]);
    expect(counts).toMatchObject({ ...wanted.counts });
  }

  private async round({ person, platform, chosenAgain }: Round): Promise<void> {
    for (const each of person) await this.person.does(each);
    for (const each of platform) this.platform.happens(each);
    await this.on.clock.advance({ days: 1 });
    this.story.push(`A refresh on ${this.today()}${chosenAgain ? ' with all fields chosen again' : ''}.`);
    const before = viewOf(this.on, this.subject.tab);
    const counts = await this.pull(chosenAgain);
    const after = viewOf(this.on, this.subject.tab);
    const wanted = this.memory.refresh(before, this.records(), this.today(), chosenAgain);
    const { subject } = this;
    expect(problemsOf({ before, after, subject, wanted, formulas: this.person.formulas })).toEqual([]);
    expect(counts).toMatchObject({ ...wanted.counts });
  }

  /** Another refresh, without anything having happened. */
  private async quiet(): Promise<void> {
    this.story.push('A second refresh.');
    const before = viewOf(this.on, this.subject.tab);
    const { counts } = this.memory.refresh(before, this.records(), this.today(), false);
    const second = await this.pull(false);
    expect(withoutStatusLine(viewOf(this.on, this.subject.tab))).toEqual(withoutStatusLine(before));
    expect(second).toMatchObject({ ...counts, added: 0, updated: 0, vanished: 0 });
  }

  private async pull(chosen: boolean): Promise<Record<string, unknown> | undefined> {
    const { provider, resource, fields } = this.subject;
    const payload = { provider, resource, ...(chosen ? { fields: fields.map(({ key }) => key) } : {}) };
    const { job } = (await this.on.api('pull', payload)) as { job: string };
    const { state, result, error } = (await this.on.run(job)) as Job;
    expect([state, error]).toEqual(['done', undefined]);
    return result;
  }

  private records(): Map<string, ServerRecord> {
    return recordsOf(this.on, this.subject);
  }

  private today(): string {
    return wallText(this.on.clock.now(), this.on.workbook.timeZone).slice(0, 10);
  }
}

/** The file and the platform as they were before the first pull: a desk serves many cases. */
function startOver(on: Desk, subject: Subject, records: readonly ServerRecord[]): void {
  for (const name of [subject.tab, `SaaS Ledger · ${subject.tab}`]) {
    const sheet = on.workbook.sheet(name);
    if (sheet !== null) on.workbook.deleteSheet(sheet);
  }
  const server = serverOf(on, subject);
  const idOf = (record: ServerRecord) => record[subject.key] as string | number;
  const live = [...(server.data[subject.resource] as ServerRecord[])];
  for (const record of live) server.edit(subject.resource, idOf(record), null);
  for (const record of records) server.edit(subject.resource, idOf(record), structuredClone(record));
}

test.each(SUBJECTS.map((subject) => [subject.title, subject.resource, subject] as const))(
  '%s %s: nobody loses anything, everything arrives, and a second refresh is empty',
  async (_title, resource, subject) => {
    const on = await desk({ tenant: TENANT });
    const server = serverOf(on, subject);
    await on.api('connect', { provider: subject.provider, apiKey: server.apiKey });
    const records = structuredClone(server.data[resource] as ServerRecord[]);
    await fc.assert(
      fc.asyncProperty(rounds, async (each) => {
        startOver(on, subject, records);
        await new Shuffle(on, subject).play(each);
      }),
      { numRuns: CASES, interruptAfterTimeLimit: MINUTES_TO_SHRINK * 60_000, markInterruptAsFailure: true },
    );
  },
  // Longer than usual: a case that fails is made small before it is shown.
  (MINUTES_TO_SHRINK + 1) * 60_000,
);
