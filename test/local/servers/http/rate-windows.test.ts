import { RateWindows } from '../../../../local/servers/http/rate-windows';

describe('RateWindows (Torii: limits are per endpoint and minute, llms.txt)', () => {
  it('counts by the clock that it is given, endpoint by endpoint', () => {
    const clock = { time: 1_000_000, now: () => clock.time };
    const windows = new RateWindows(clock);
    expect([windows.take('a', 2), windows.take('a', 2)]).toEqual([0, 0]);
    clock.time += 14_500;
    expect(windows.take('a', 2)).toBe(46);
    expect(windows.take('b', 2)).toBe(0);
    clock.time += 45_500;
    expect(windows.take('a', 2)).toBe(0);
  });

  it('says at least one second', () => {
    const clock = { time: 0, now: () => clock.time };
    const windows = new RateWindows(clock);
    windows.take('a', 1);
    clock.time = 59_999;
    expect(windows.take('a', 1)).toBe(1);
  });
});
