/** google.script.run inside a frame: what may be passed, and which time the page sees. */
import { followClock } from '../../../../local/workbench/page/frame/clock';
import { argumentsOf } from '../../../../local/workbench/page/frame/script-arguments';

// Argument rules: https://developers.google.com/apps-script/guides/html/reference/run
describe('arguments', () => {
  beforeAll(() => Object.assign(globalThis, { HTMLFormElement: class {} }));
  afterAll(() => Reflect.deleteProperty(globalThis, 'HTMLFormElement'));

  test('plain values pass as copies', () => {
    const given = { a: [1, 'x', null, true], b: undefined };
    const [copy] = argumentsOf([given]);
    expect(copy).toEqual({ a: [1, 'x', null, true] });
    expect(copy).not.toBe(given);
  });

  test('undefined in an array becomes null', () => {
    expect(argumentsOf([[1, undefined]])).toEqual([[1, null]]);
  });

  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  test.each([
    ['a Date', new Date(0)],
    ['a function', () => 1],
    ['a cycle', cycle],
    ['a Map', new Map()],
    ['a Date inside', { deep: [new Date(0)] }],
  ])('%s is refused', (_, value) => {
    expect(() => argumentsOf([value])).toThrow('illegal value');
  });
});

test('the page’s clock tells the desk’s time', () => {
  const RealDate = Date;
  const start = RealDate.parse('2030-01-01T00:00:00Z');
  try {
    const setNow = followClock(start);
    expect(Date.now() - start).toBeLessThan(1000);
    expect(new Date().getUTCFullYear()).toBe(2030);
    expect(new Date(0).getTime()).toBe(0);
    expect(Date.parse('1970-01-01T00:00:01Z')).toBe(1000);
    expect(new Date() instanceof Date).toBe(true);
    setNow(start + 86_400_000);
    expect(new Date().getUTCDate()).toBe(2);
  } finally {
    globalThis.Date = RealDate;
  }
});
