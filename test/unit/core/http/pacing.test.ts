/** Pacing: no window of time ever sees more requests than allowed. */
import * as fc from 'fast-check';
import { Pacer } from '../../../../src/core/http/pacing';

const FIVE = { name: 'five', requests: 5, seconds: 60 };

describe('pacing', () => {
  test('a fresh class has its whole allowance, a full one none until the oldest request is a window old', () => {
    const pacer = new Pacer();
    expect(pacer.room(FIVE, 0)).toBe(5);
    for (const moment of [0, 10, 20, 30, 40]) pacer.count(FIVE, moment);
    expect(pacer.room(FIVE, 59_999)).toBe(0);
    expect(pacer.nextRoom(FIVE, 1_000)).toBe(60_000);
    expect(pacer.room(FIVE, 60_000)).toBe(1);
    expect(pacer.room(FIVE, 60_020)).toBe(3);
  });

  test('classes do not share an allowance, unless they have one name', () => {
    const pacer = new Pacer();
    for (let n = 0; n < 5; n += 1) pacer.count(FIVE, 0);
    expect(pacer.room({ ...FIVE, name: 'other' }, 1)).toBe(5);
    expect(pacer.room({ ...FIVE }, 1)).toBe(0);
  });

  test('a closed class opens when the server said, not before', () => {
    const pacer = new Pacer();
    pacer.close(FIVE, 30_000);
    pacer.close(FIVE, 20_000);
    expect(pacer.room(FIVE, 29_999)).toBe(0);
    expect(pacer.nextRoom(FIVE, 0)).toBe(30_000);
    expect(pacer.room(FIVE, 30_000)).toBe(5);
  });

  test('whoever asks nextRoom and waits for it stays within every window', () => {
    const rate = fc.record({
      name: fc.constant('any'),
      requests: fc.integer({ min: 1, max: 8 }),
      seconds: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(
        rate,
        fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 }),
        (rateClass, gaps) => {
          const pacer = new Pacer();
          const sent: number[] = [];
          let now = 0;
          for (const gap of gaps) {
            now = pacer.nextRoom(rateClass, now + gap);
            expect(pacer.room(rateClass, now)).toBeGreaterThan(0);
            pacer.count(rateClass, now);
            sent.push(now);
          }
          sent.forEach((moment, index) => {
            const later = sent[index + rateClass.requests];
            if (later !== undefined) expect(later - moment).toBeGreaterThanOrEqual(rateClass.seconds * 1000);
          });
        },
      ),
    );
  });
});
