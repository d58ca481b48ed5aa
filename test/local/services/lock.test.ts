/** LockService: one execution at a time. https://developers.google.com/apps-script/reference/lock/lock */
import { createLockService, releaseLocks } from '../../../local/runtime/services/lock';
import { anotherExecution, fakeHost, scripted, START } from './fake-host';

const locksOf = (host = fakeHost()) => ({ host, service: scripted(createLockService(host)) });

test('a lock belongs to the execution that took it', async () => {
  const { host, service } = locksOf();
  const lock = service.getDocumentLock!();
  expect(await lock.tryLock(0)).toBe(true);
  expect(await lock.tryLock(0)).toBe(true);
  expect(lock.hasLock()).toBe(true);
  const other = scripted(createLockService(anotherExecution(host, 2)));
  expect(await other.getDocumentLock!().tryLock(0)).toBe(false);
  expect(await other.getScriptLock!().tryLock(0)).toBe(true);
  other.getDocumentLock!().releaseLock();
  expect(lock.hasLock()).toBe(true);
  lock.releaseLock();
  expect(await other.getDocumentLock!().tryLock(0)).toBe(true);
});

// Text: seen live by developers; the platform facts mark it [M].
test('waiting passes virtual time, then tryLock says no and waitLock throws', async () => {
  const { host, service } = locksOf();
  host.file.locks.set('user:ada@example.com', 99);
  expect(await service.getUserLock!().tryLock(250)).toBe(false);
  expect(host.clock.now()).toBe(START + 250);
  await expect(service.getUserLock!().waitLock(1000)).rejects.toThrow(
    'Lock timeout: another process was holding the lock for too long.',
  );
  expect(host.clock.now()).toBe(START + 1250);
});

test('a lock that is released meanwhile is taken', async () => {
  const { host, service } = locksOf();
  const other = anotherExecution(host, 2);
  await scripted(createLockService(other)).getScriptLock!().waitLock(0);
  const waiting = service.getScriptLock!().tryLock(60_000);
  releaseLocks(other);
  expect(await waiting).toBe(true);
  expect(host.clock.now()).toBeLessThan(START + 1000);
});

test('the end of an execution releases its locks and no others', async () => {
  const { host, service } = locksOf();
  await service.getScriptLock!().waitLock(0);
  host.file.locks.set('document', 2);
  releaseLocks(host);
  expect([...host.file.locks]).toEqual([['document', 2]]);
});
