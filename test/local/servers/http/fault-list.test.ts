import { FaultList } from '../../../../local/servers/http/fault-list';

const APPS = 'GET /v1.0/apps?size=2';

describe('FaultList (source: the desk contract for fault rules)', () => {
  it('strikes once by default, and then never again', () => {
    const faults = new FaultList();
    faults.add({ match: 'GET /v1.0/apps', status: 502 });
    expect(faults.strike(APPS)?.status).toBe(502);
    expect(faults.strike(APPS)).toBeUndefined();
  });

  it('takes a string as a prefix of method, path and query', () => {
    const faults = new FaultList();
    faults.add({ match: 'GET /v1.0/apps?size=2', status: 502 });
    expect(faults.strike('GET /v1.0/apps?size=3')).toBeUndefined();
    expect(faults.strike('PUT /v1.0/apps?size=2')).toBeUndefined();
    expect(faults.strike('GET /v1.0/apps?size=2&q=x')).toBeDefined();
  });

  it('matches expressions anew each time, global ones too', () => {
    const faults = new FaultList();
    faults.add({ match: /cursor=/g, status: 500, times: 2 });
    expect(faults.strike(APPS)).toBeUndefined();
    expect(faults.strike(`${APPS}&cursor=a`)).toBeDefined();
    expect(faults.strike(`${APPS}&cursor=a`)).toBeDefined();
  });

  it('lets `after` matches pass, then strikes `times` times', () => {
    const faults = new FaultList();
    faults.add({ match: 'GET', status: 500, after: 2, times: 2 });
    const struck = [1, 2, 3, 4, 5].map(() => faults.strike(APPS) !== undefined);
    expect(struck).toEqual([false, false, true, true, false]);
  });

  it('lets the oldest rule that is due strike, while the others count the request', () => {
    const faults = new FaultList();
    faults.add({ match: 'GET', status: 500 });
    faults.add({ match: 'GET', status: 503, after: 1 });
    expect([1, 2, 3].map(() => faults.strike(APPS)?.status)).toEqual([500, 503, undefined]);
  });
});
