/** Whatever can be changed comes back as it was typed: pull, type, preview, send, pull again, and nothing is left to do. */
import type { Desk } from '../../../local/desk';
import { type Around, COUNTRIES, RESOURCES, type ResourceCase } from './round-trip-cases';
import {
  apply,
  edit,
  expectSettled,
  type Id,
  nthId,
  people,
  preview,
  type Preview,
  type Push,
  pulledDesk,
  remote,
  records,
  type ServerRecord,
  writes,
} from './push-desk';

/** One run over all fields of a resource. */
interface Trip {
  readonly desk: Desk;
  readonly around: Around;
  readonly ids: readonly Id[];
  readonly shown: Preview;
  readonly end: Push;
  /** The edited records as the platform held them before and after. */
  readonly before: readonly ServerRecord[];
  readonly after: readonly ServerRecord[];
}

async function trip(each: ResourceCase, locale: keyof typeof COUNTRIES): Promise<Trip> {
  const { provider, resource, tab, standing, fields } = each;
  const aroundOf = (on: Desk): Around => ({ ...COUNTRIES[locale], people: people(on, provider) });
  const desk = await pulledDesk(provider, resource, {
    locale,
    fields: fields.map(({ field }) => field),
    prepare: (on) => {
      for (const record of records(on, provider, resource)) {
        Object.assign(record, standing);
        for (const { attribute, before } of fields) record[attribute] = before(aroundOf(on));
      }
    },
  });
  const around = aroundOf(desk);
  const most = Math.max(...fields.map(({ typed }) => typed(around).length));
  const ids = Array.from({ length: most }, (_, n) => nthId(desk, provider, resource, n));
  const held = () => ids.map((id) => structuredClone(remote(desk, provider, resource, id) ?? {}));
  const before = held();
  for (const [n, id] of ids.entries()) {
    for (const { field, typed } of fields) {
      const [text] = typed(around)[n] ?? [];
      if (text !== undefined) await edit(desk, tab, id, { [field]: text });
    }
  }
  const shown = await preview(desk, tab);
  const end = await apply(desk, shown.plan);
  return { desk, around, ids, shown, end, before, after: held() };
}

const CASES = RESOURCES.flatMap((each) =>
  (['en_US', 'de_DE'] as const).map((locale) => [each.provider, each.resource, locale, each] as const),
);

describe.each(CASES)('%s %s in a file of %s', (provider, resource, locale, each) => {
  let done: Trip;

  beforeAll(async () => {
    done = await trip(each, locale);
  });
  afterAll(() => done.desk.close());

  test.each(each.fields.map((one) => [one.field, one] as const))('%s', (field, { attribute, typed }) => {
    const { around, ids, shown, after } = done;
    const texts = typed(around);
    const items = shown.items.filter((item) => item.field === field);
    expect(items.map(({ id, kind, message }) => [id, kind, message])).toEqual(
      texts.map((_, n) => [String(ids[n]), 'change', undefined]),
    );
    expect(texts.map((_, n) => after[n]?.[attribute])).toEqual(texts.map(([, stored]) => stored));
  });

  test('sends what is shown, one request for each record, and changes nothing else', () => {
    const { desk, around, ids, shown, end, before, after } = done;
    expect(shown.counts).toMatchObject({ rows: ids.length, conflicts: 0, problems: 0, same: 0 });
    expect(end).toMatchObject({
      state: 'done',
      result: { sent: shown.items.length, records: ids.length, failed: 0, unknown: 0, conflicts: 0 },
    });
    const edited = (n: number) =>
      each.fields.filter(({ typed }) => typed(around).length > n).map(({ attribute }) => attribute);
    for (const n of ids.keys()) {
      const untouched = ([key]: [string, unknown]) => !edited(n).includes(key);
      const rest = (record: ServerRecord = {}) =>
        Object.fromEntries(Object.entries(record).filter(untouched));
      expect(rest(after[n])).toEqual(rest(before[n]));
    }
    expect(writes(desk)).toHaveLength(ids.length);
  });

  test('leaves nothing to do', async () => {
    await expectSettled(done.desk, provider, resource, each.tab);
  });

  test('can be taken back, whole', async () => {
    const { desk, ids, shown, before } = done;
    const back = (await desk.api('undo')) as Preview;
    expect(back.counts).toMatchObject({ cells: shown.items.length, conflicts: 0, problems: 0 });
    expect(await apply(desk, back.plan)).toMatchObject({ state: 'done', result: { failed: 0, unknown: 0 } });
    expect(ids.map((id) => remote(desk, provider, resource, id))).toEqual(before);
    await expectSettled(desk, provider, resource, each.tab);
  });
});
