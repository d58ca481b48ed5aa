import { NOW, texts, zluriClient } from './zluri-client';

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString();
const path = (start: number, end: number, more = '') =>
  `/ext/v2/audit/list?start_date=${iso(start)}&end_date=${iso(end)}${more}`;

describe('the audit log of the Zluri server (Zluri: getauditlogs)', () => {
  it('starts at page 1, whatever other lists do, and has fifty entries a page', async () => {
    const { get, server } = await zluriClient();
    server.options({ firstPage: 0 });
    const { body } = await get(path(NOW - 2 * DAY, NOW));
    expect([body.page, body.page_size, body.items.length]).toEqual([1, 50, body.count]);
    expect(Object.keys(body.items[0])).toEqual(['event', 'timestamp', 'actor', 'entity']);
  });

  it('gives the seven days before the end of a longer span, without a word', async () => {
    const { get } = await zluriClient();
    const [week, month] = await Promise.all([
      get(path(NOW - 7 * DAY, NOW)),
      get(path(NOW - 30 * DAY, NOW, '&page_size=50')),
    ]);
    expect(month.body.count).toBe(week.body.count);
    const earliest = await get(path(NOW - 30 * DAY, NOW, `&page_size=500&page=2`));
    expect(Date.parse(earliest.body.items.at(-1).timestamp)).toBeGreaterThanOrEqual(NOW - 7 * DAY);
  });

  it('gives the last seven days without dates', async () => {
    const { get } = await zluriClient();
    const [plain, week] = await Promise.all([get('/ext/v2/audit/list'), get(path(NOW - 7 * DAY, NOW))]);
    expect(plain.body).toEqual(week.body);
  });

  it('is whole window by window, newest first, in pages of at most 500', async () => {
    const { get, server } = await zluriClient();
    let entries: string[] = [];
    for (let end = NOW; end > NOW - 98 * DAY; end -= 7 * DAY) {
      for (let page = 1; ; page += 1) {
        const { items } = (await get(path(end - 7 * DAY + 1, end, `&page_size=1000&page=${page}`))).body;
        if (items.length === 0) break;
        expect(items.length).toBeLessThanOrEqual(500);
        entries = entries.concat(texts(items, 'timestamp'));
      }
    }
    expect(entries).toHaveLength(server.data.auditLog.length);
    expect(entries).toEqual([...entries].sort().reverse());
  });

  it.each([
    '2026-05-30',
    '2026-05-30T00:00:00Z',
    '2026-05-30T00:00:00.000+02:00',
    'yesterday',
    '2026-06-01T00:00:00.001Z',
  ])('refuses %s as the start of a span until 1 June', async (start) => {
    const { get } = await zluriClient();
    const query = `start_date=${encodeURIComponent(start)}&end_date=2026-06-01T00:00:00.000Z`;
    expect((await get(`/ext/v2/audit/list?${query}`)).status).toBe(400);
  });

  it('refuses a page of nothing', async () => {
    const { get } = await zluriClient();
    expect((await get(path(NOW - DAY, NOW, '&page_size=0'))).status).toBe(400);
  });

  it('shows entries that are added', async () => {
    const { get, server } = await zluriClient({ auditLog: [] });
    server.edit('auditLog', 1, { event: 'app_archived', timestamp: iso(NOW - 1000) });
    expect((await get('/ext/v2/audit/list')).body.items).toEqual([
      { event: 'app_archived', timestamp: iso(NOW - 1000), actor: null, entity: null },
    ]);
  });
});
