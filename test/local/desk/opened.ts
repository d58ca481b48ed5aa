/** Opens desks on small scripts of their own, and closes them after each test. */
import { openDesk, type Desk, type DeskOptions } from '../../../local/desk';

const open: Desk[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((desk) => desk.close()));
});

/** A desk on a tiny tenant that runs the given script in place of the built bundle. */
export async function opened(bundle: string, options: Omit<DeskOptions, 'bundle'> = {}): Promise<Desk> {
  const desk = await openDesk({ tenant: { apps: 1, contracts: 1, users: 1 }, bundle, ...options });
  open.push(desk);
  return desk;
}

/** What a function of the script returns, run as from the script editor. */
export async function valueOf(bundle: string, options: Omit<DeskOptions, 'bundle'> = {}): Promise<unknown> {
  const desk = await opened(`function run() { ${bundle} }`, options);
  const { ok, value, error } = await desk.call('run');
  if (!ok) throw error;
  return value;
}
