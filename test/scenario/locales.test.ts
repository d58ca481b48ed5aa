/** Files of other countries: what a person types there, what their clocks show, and text that only looks like a number. */
import type { Desk } from '../../local/desk';
import { connectedDesk, pull } from './desks';

const FIELDS = ['name', 'description', 'c_seatLimit', 'c_yearlyCost', 'c_reviewDate', 'creationTime'];
/** Where these fields stand, from 0; the id comes first. */
const AT = { name: 1, description: 2, seats: 3, cost: 4, review: 5, added: 6 };

interface Country {
  readonly locale: string;
  readonly timeZone: string;
  /** 1234.5 as people type it there. */
  readonly typedNumber: string;
  /** 1999.9, likewise. */
  readonly typedCost: string;
  /** 31 December 2026, likewise. */
  readonly typedDay: string;
  /** 2024-08-03T22:30:00Z on the wall. */
  readonly wall: string;
  readonly shownCost: RegExp;
  readonly lookalikes: readonly string[];
}

const COUNTRIES: readonly Country[] = [
  {
    locale: 'de_DE',
    timeZone: 'America/New_York',
    typedNumber: '1.234,5',
    typedCost: '1999,90',
    typedDay: '31.12.2026',
    wall: '2024-08-03 18:30',
    shownCost: /^1\.234,56/,
    lookalikes: ['12,50', '1.234', '31.12.2026', '1.2', 'WAHR', '5 €', '12:30', '3. März'],
  },
  {
    locale: 'fr_FR',
    timeZone: 'Asia/Kolkata',
    typedNumber: '1 234,5',
    typedCost: '1999,90',
    typedDay: '31/12/2026',
    wall: '2024-08-04 04:00',
    shownCost: /^1\s234,56/,
    lookalikes: ['12,50', '1 234', '31/12/2026', '3/4', 'VRAI', '5 €', '50 %', '1e5'],
  },
];

describe.each(COUNTRIES)('$locale in $timeZone', (country) => {
  const { locale, timeZone } = country;
  let desk: Desk;
  let id: number;

  const row = (): unknown[] =>
    desk
      .tab('Apps')
      .values()
      .find(([key]) => key === id) ?? [];
  const shown = (): string[] =>
    desk
      .tab('Apps')
      .display()
      .find(([key]) => key === String(id)) ?? [];
  const refresh = async () => (await pull(desk, 'apps')).result;
  const set = (column: number, text: string): Promise<void> => {
    const tab = desk.tab('Apps');
    return tab.set(id, tab.header()[column] ?? '', text);
  };
  /** The platform's record takes other values. */
  const becomes = (patch: Record<string, unknown>): void => {
    desk.torii.edit('apps', id, patch);
  };

  beforeEach(async () => {
    desk = await connectedDesk({ locale, timeZone });
    id = (desk.torii.data.apps[2] as { id: number }).id;
    becomes({
      c_yearlyCost: 123_456,
      c_reviewDate: '2026-03-08',
      creationTime: '2024-08-03T22:30:00.000Z',
      c_seatLimit: 7,
    });
    await pull(desk, 'apps', { fields: FIELDS });
  });

  test('days are that day, moments what the clock on the wall shows, amounts as people write them there', () => {
    expect(shown()[AT.review]).toBe('2026-03-08');
    expect(shown()[AT.added]).toBe(country.wall);
    expect(row()[AT.cost]).toBe(1234.56);
    expect(shown()[AT.cost]).toMatch(country.shownCost);
  });

  test('a number, an amount and a day that a person types are understood: once the platform has them, nothing is pending', async () => {
    await set(AT.seats, country.typedNumber);
    await set(AT.cost, country.typedCost);
    await set(AT.review, country.typedDay);
    expect([row()[AT.seats], row()[AT.cost]]).toEqual([1234.5, 1999.9]);
    expect(await refresh()).toMatchObject({ pending: 3, conflicts: 0, updated: 0 });
    becomes({ c_seatLimit: 1234.5, c_yearlyCost: 199_990, c_reviewDate: '2026-12-31T00:00:00.000Z' });
    expect(await refresh()).toMatchObject({ pending: 0, conflicts: 0, updated: 0 });
    expect(shown()[AT.review]).toBe('2026-12-31');
  });

  test.each(country.lookalikes)(
    'the text “%s” stays text, in a column of text and to a second refresh',
    async (text) => {
      becomes({ name: text, description: `${text}\n` });
      await refresh();
      expect([row()[AT.name], row()[AT.description]]).toEqual([text, `${text}\n`]);
      expect(await refresh()).toMatchObject({ updated: 0, pending: 0, conflicts: 0 });
    },
  );

  test('a number that a person typed over a text of the same digits is no edit', async () => {
    becomes({ name: '12' });
    await refresh();
    await set(AT.name, '12');
    expect(row()[AT.name]).toBe(12);
    expect(await refresh()).toMatchObject({ updated: 0, pending: 0, conflicts: 0 });
  });

  test('the day since when a row is gone is the file’s day, not the server’s', async () => {
    await desk.clock.advance({ hours: 11, minutes: 30 });
    desk.torii.edit('apps', id, null);
    await refresh();
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(desk.clock.now());
    expect(row().at(-1)).toBe(`Gone from Torii since ${day}`);
  });
});
