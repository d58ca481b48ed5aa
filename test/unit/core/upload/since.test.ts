import fc from 'fast-check';
import { fewerQuestion, since } from '../../../../src/core/upload/since';

const GONE = { missing: 'gone', singular: 'person', plural: 'people' } as const;

const identities = fc.uniqueArray(fc.string({ maxLength: 3 })).map((all) => all.sort());

describe('since the last upload', () => {
  it('counts what is new and names what is gone', () => {
    expect(since(['a', 'b', 'd'], ['b', 'c', 'd', 'e'])).toEqual({ added: 2, gone: ['a'] });
    expect(since([], ['a'])).toEqual({ added: 1, gone: [] });
    expect(since(['a', 'b'], [])).toEqual({ added: 0, gone: ['a', 'b'] });
  });

  it('agrees with sets, whatever the lists', () => {
    fc.assert(
      fc.property(identities, identities, (before, after) => {
        expect(since(before, after)).toEqual({
          added: after.filter((each) => !before.includes(each)).length,
          gone: before.filter((each) => !after.includes(each)),
        });
      }),
    );
  });
});

describe('the question about whoever is missing', () => {
  const gone = (count: number) => ({ added: 4, gone: Array.from({ length: count }, (_, at) => `p${at}`) });

  it('is asked above a share, and the number always said', () => {
    expect(fewerQuestion(GONE, gone(37), 120, 'Zluri')).toEqual({
      asks: true,
      words:
        '37 of 120 people fewer than last time (31 %). Zluri counts people that are missing as gone or inactive. Send it all the same?',
    });
    expect(fewerQuestion(GONE, gone(24), 120, 'Zluri')).toEqual({
      asks: false,
      words:
        '24 of 120 people fewer than last time (20 %). Zluri counts people that are missing as gone or inactive.',
    });
    expect(fewerQuestion(GONE, gone(1), 1, 'Zluri')?.words).toContain('1 of 1 person fewer');
    expect(fewerQuestion(GONE, gone(1), 50_000, 'Zluri')?.words).toContain(
      '1 of 50,000 people fewer than last time (less than 1 %)',
    );
  });

  it('says where nobody knows what happens to them', () => {
    expect(fewerQuestion({ ...GONE, missing: 'unknown' }, gone(3), 10, 'Torii')).toEqual({
      asks: true,
      words:
        '3 of 10 people fewer than last time (30 %). Torii’s documents do not say what becomes of people that are missing. Send it all the same?',
    });
  });

  it('is none where nobody is missing, or nothing ever goes', () => {
    expect(fewerQuestion(GONE, gone(0), 10, 'Zluri')).toBeNull();
    expect(fewerQuestion({ ...GONE, missing: 'stays' }, gone(9), 10, 'Zluri')).toBeNull();
  });
});
