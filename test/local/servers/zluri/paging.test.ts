import { texts, zluriClient } from './zluri-client';

const twelve = { apps: Array.from({ length: 12 }, (_, i) => ({ app_name: `App ${i}` })) };
const names = (items: object[]) => texts(items, 'app_name').map((name) => Number(String(name).slice(4)));

describe('pages of the Zluri server', () => {
  it('come in the documented envelope, fifty rows long (Zluri: pagination)', async () => {
    const { post } = await zluriClient();
    const { body } = await post('/v2/users');
    expect(Object.keys(body)).toEqual(['count', 'page', 'page_size', 'items']);
    expect([body.count, body.page, body.page_size, body.items.length]).toEqual([450, 0, 50, 50]);
  });

  it('start at 0 and end with an empty one (Zluri: listcontracts)', async () => {
    const { all, post, server } = await zluriClient();
    expect(texts(await all('/v2/contracts'), 'contract_id')).toEqual(
      texts(server.data.contracts, 'contract_id'),
    );
    expect((await post('/v2/contracts?page=9')).body).toMatchObject({ count: 90, items: [] });
  });

  it('start at 1 when that is wanted, and then show the first page for page 0, refuse it, or fail', async () => {
    const { post, server } = await zluriClient(twelve);
    const page = async (n: number) => (await post(`/v2/applications?page=${n}&page_size=5`)).body;
    server.options({ firstPage: 1 });
    expect(names((await page(0)).items)).toEqual([0, 1, 2, 3, 4]);
    expect(names((await page(1)).items)).toEqual([0, 1, 2, 3, 4]);
    expect(names((await page(3)).items)).toEqual([10, 11]);
    expect((await post('/v2/applications?page_size=5')).body.page).toBe(1);
    server.options({ pageBelowFirst: 'refused' });
    expect((await post('/v2/applications?page=0')).status).toBe(400);
    server.options({ pageBelowFirst: 'failed' });
    expect((await post('/v2/applications?page=0')).status).toBe(500);
    expect((await post('/v2/applications?page=1')).status).toBe(200);
  });

  it('are capped at 100 rows without a word (documented for contracts, inferred for the others)', async () => {
    const { post, server } = await zluriClient();
    expect((await post('/v2/users?page_size=500')).body.items).toHaveLength(100);
    server.options({ maxPageSize: 20 });
    const { body } = await post('/v2/users?page=1&page_size=500');
    expect([body.items.length, body.page_size, body.items[0].user_id]).toEqual([
      20,
      20,
      server.data.users[20].user_id,
    ]);
    server.options({ oversize: 'refused' });
    expect((await post('/v2/users?page_size=21')).status).toBe(400);
    expect((await post('/v2/users?page_size=20')).status).toBe(200);
  });

  it('repeat the last one for ever when that is wanted', async () => {
    const { post, server } = await zluriClient(twelve);
    server.options({ afterLastPage: 'repeat' });
    const { body } = await post('/v2/applications?page=7&page_size=5');
    expect([body.page, ...names(body.items)]).toEqual([7, 10, 11]);
  });

  it('overlap when that is wanted, and still show every row', async () => {
    const { post, server } = await zluriClient(twelve);
    server.options({ overlap: 2 });
    const pages: number[][] = [];
    for (let n = 0; n < 5; n += 1) {
      pages.push(names((await post(`/v2/applications?page=${n}&page_size=5`)).body.items));
    }
    expect(pages).toEqual([[0, 1, 2, 3, 4], [3, 4, 5, 6, 7], [6, 7, 8, 9, 10], [9, 10, 11], []]);
  });

  it('claim another number of records when that is wanted', async () => {
    const { post, server } = await zluriClient(twelve);
    server.options({ countOff: 3 });
    expect((await post('/v2/applications')).body.count).toBe(15);
  });

  it('are asked for in the body when that is wanted, and then not in the query string', async () => {
    const { post, server } = await zluriClient(twelve);
    server.options({ pagingIn: 'body' });
    expect(names((await post('/v2/applications?page=1&page_size=5')).body.items)).toHaveLength(12);
    const { body } = await post('/v2/applications?page=0', { page: 1, page_size: 5 });
    expect(names(body.items)).toEqual([5, 6, 7, 8, 9]);
  });

  it.each([
    ['data', 'total', { total: 12, page: 0, page_size: 50, data: expect.any(Array) }],
    ['results', 'total_count', { total_count: 12, page: 0, page_size: 50, results: expect.any(Array) }],
    ['named', 'meta.total', { meta: { total: 12 }, page: 0, page_size: 50, applications: expect.any(Array) }],
    ['items', 'none', { page: 0, page_size: 50, items: expect.any(Array) }],
    ['none', 'count', expect.any(Array)],
  ])('come under the keys %s and %s (client code: v1 and web app)', async (itemsKey, totalKey, wanted) => {
    const { post, server } = await zluriClient(twelve);
    server.options({ itemsKey, totalKey });
    expect((await post('/v2/applications')).body).toEqual(wanted);
  });

  it.each(['page=-1', 'page=x', 'page=1.5', 'page_size=0', 'page_size='])('refuse %s', async (query) => {
    const { post } = await zluriClient();
    expect((await post(`/v2/users?${query}`)).status).toBe(400);
  });

  it('are no snapshot: a record that is removed moves the ones behind it', async () => {
    const { post, server } = await zluriClient(structuredClone(twelve));
    await post('/v2/applications?page=0&page_size=5');
    server.edit('apps', server.data.apps[0].app_id, null);
    expect(names((await post('/v2/applications?page=1&page_size=5')).body.items)).toEqual([6, 7, 8, 9, 10]);
  });
});
