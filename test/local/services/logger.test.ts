/** Logger: the log of one execution. https://developers.google.com/apps-script/reference/base/logger */
import { createLogger } from '../../../local/runtime/services/logger';
import { fakeHost, scripted } from './fake-host';

test('logs values and formats, with time and level', () => {
  const host = fakeHost();
  const logger = scripted(createLogger(host));
  logger.log!('100%').log('%s has %d', 'Ada', 3).log({ a: 1 }).log(null);
  expect(host.logLines).toEqual(['100%', 'Ada has 3', '{"a":1}', 'null']);
  expect(logger.getLog!().split('\n')[1]).toBe('Sun Nov 22 06:00:00 UTC 2026 INFO: Ada has 3');
  logger.clear!();
  expect(logger.getLog!()).toBe('');
  expect(host.logLines).toHaveLength(4);
});
