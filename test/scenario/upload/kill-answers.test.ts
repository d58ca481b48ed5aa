/** An upload whose answers are lost, before or after the platform did what was asked, has sent what was shown, once. */
import { calm, CASES, driven, expectAsCalm, prepared, traces } from './killed';
import { lines } from './sending';

const exactly = (route: string): RegExp =>
  new RegExp(`^${route.replace(/\d{6,}/g, '\\d+').replace(/[.()]/g, '\\$&')}(\\?|$)`);

/** What begins something on a platform. */
const ONCE = /^(PUT .*\/(sync\/custom|parsings\/automatic)|POST .*\/instances\/\w+\/syncs)$/;

describe.each(Object.entries(CASES))('an upload by %s', (_name, each) => {
  test('whose answers are cut off once, ends as if nothing had been', async () => {
    const { seen, routes } = await calm(each, driven);
    for (const route of new Set(routes)) {
      for (const cut of ['before', 'after'] as const) {
        const given = await prepared(each);
        given.desk[each.provider].fault({ match: exactly(route), cut });
        expectAsCalm({ route, cut }, await traces(given, each, await driven(given)), seen, each);
      }
    }
  }, 120_000);

  test.each(['before', 'after'] as const)(
    'whose one request that must not go twice is never answered, and is lost %s it is done, says what is known',
    async (cut) => {
      const given = await prepared(each);
      given.desk[each.provider].fault({ match: ONCE, cut, times: 500 });
      const seen = await traces(given, each, await driven(given));
      const [line] = await lines(given.desk);
      expect(seen.arrived).toHaveLength(cut === 'after' ? 1 : 0);
      if (seen.state === 'done') expect([cut, line?.end, line?.kept]).toEqual(['after', 'done', true]);
      else {
        expect([line?.end, line?.kept, seen.packages, seen.properties]).toEqual(['failed', false, 0, 0]);
        expect(line?.outcome).toContain('did not say whether it began to work on the upload');
      }
    },
  );
});
