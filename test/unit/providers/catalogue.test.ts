/** Finding providers and resources by name. */
import { AppError } from '../../../src/core/errors';
import { findProvider, findResource } from '../../../src/providers/catalogue';

function errorOf(run: () => unknown): AppError {
  try {
    run();
  } catch (thrown) {
    return AppError.from(thrown);
  }
  throw new Error('nothing was thrown');
}

test('names that exist are found', () => {
  expect(findResource(findProvider('torii'), 'contracts').title).toBe('Contracts');
});

test('names that do not exist are answered with those that do', () => {
  const noProvider = errorOf(() => findProvider('constructor'));
  expect(noProvider.code).toBe('UNKNOWN_PROVIDER');
  expect(noProvider.next).toContain('torii');
  const noResource = errorOf(() => findResource(findProvider('torii'), 'admins'));
  expect(noResource.code).toBe('UNKNOWN_RESOURCE');
  expect(noResource.next).toContain('apps, contracts, users');
});
