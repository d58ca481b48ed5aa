/** The page's way to its server. */
import type {
  BehindView,
  Command,
  Commands,
  RowsView,
  ScreenState,
  ScriptAnswer,
  ScriptCall,
} from '../../protocol';

/** Rejects with the server's words where the command could not be carried out. */
export async function perform<Name extends Command>(name: Name, body: Commands[Name]): Promise<void> {
  await post(`/do/${name}`, body);
}

export async function callScript(call: ScriptCall): Promise<ScriptAnswer> {
  return (await post('/call', call)) as ScriptAnswer;
}

export async function readRows(tab: number, from: number, count: number): Promise<RowsView> {
  return (await get(`/rows?tab=${tab}&from=${from}&count=${count}`)) as RowsView;
}

export async function readBehind(): Promise<BehindView> {
  return (await get('/behind')) as BehindView;
}

/** The script that gives google.script to the pages of the bundle. */
export async function readFrameScript(): Promise<string> {
  return (await fetch('/frame.js')).text();
}

export interface Listener {
  state(state: ScreenState): void;
  clock(now: number): void;
  /** False while the server cannot be reached; it is tried again without end. */
  online(online: boolean): void;
}

/** @returns how to stop listening */
export function listen(listener: Listener): () => void {
  const source = new EventSource('/events');
  source.addEventListener('state', (event) => listener.state(JSON.parse(event.data) as ScreenState));
  source.addEventListener('clock', (event) => listener.clock(JSON.parse(event.data) as number));
  source.addEventListener('open', () => listener.online(true));
  source.addEventListener('error', () => listener.online(false));
  return () => source.close();
}

async function get(path: string): Promise<unknown> {
  return unwrap(await fetch(path));
}

async function post(path: string, body: unknown): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  return unwrap(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function unwrap(response: Response): Promise<unknown> {
  const value = (await response.json()) as { error?: string };
  if (value.error !== undefined) throw new Error(value.error);
  return value;
}
