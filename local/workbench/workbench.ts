/** The workbench: a desk that a person uses in a browser. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Desk } from '../desk';
import { writeXlsx } from '../runtime/workbook/xlsx';
import { commandList, type Stage } from './actions/command-list';
import { scriptCall } from './actions/script-call';
import { EventStream, eventText } from './http/event-stream';
import { readJson, send, sendJson } from './http/exchange';
import { isOwnRequest } from './http/guard';
import { buildPage, GRID_FOLDER, type BuiltPage } from './page-build';
import { LocalTenant } from './local-tenant';
import type { Command, Commands, ScreenState, ScriptCall } from './protocol';
import type { RealConnection } from './real-provider';
import { RealTime } from './real-time';
import { ScreenFeed } from './screen-feed';
import { behindView } from './view/behind';
import { rowsView } from './view/rows';
import { screenState } from './view/state';

export interface WorkbenchOptions {
  /** First port to try (default 8787); 0 for any free one. */
  readonly port?: number;
  readonly real?: RealConnection;
}

export interface Workbench {
  readonly url: string;
  close(): Promise<void>;
}

const DEFAULT_PORT = 8787;
/** Ports tried after the first one. */
const MORE_PORTS = 20;
/** Changes within so many milliseconds reach the page together. */
const GATHER = 40;
const MOST_ROWS = 500;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Handler = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => unknown;

/** Serves a desk on this computer only. */
export async function openWorkbench(desk: Desk, options: WorkbenchOptions = {}): Promise<Workbench> {
  const running = new RunningWorkbench(desk, await buildPage(), options.real ?? null);
  const port = await running.listen(options.port ?? DEFAULT_PORT);
  return { url: `http://127.0.0.1:${String(port)}/`, close: () => running.close() };
}

class RunningWorkbench {
  readonly #feed: ScreenFeed;
  readonly #stage: Stage;
  readonly #commands: ReturnType<typeof commandList>;
  readonly #events = new EventStream();
  readonly #server: Server;
  readonly #time: RealTime;
  readonly #quiet: () => void;
  readonly #routes: Readonly<Record<string, Handler>>;
  #behind = 0;
  #gathering: NodeJS.Timeout | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly page: BuiltPage,
    private readonly real: RealConnection | null,
  ) {
    this.#feed = new ScreenFeed(desk.screen);
    this.#stage = {
      desk,
      feed: this.#feed,
      tenants: real ? [] : [new LocalTenant('torii', desk.torii), new LocalTenant('zluri', desk.zluri)],
      connectReal: async () => real?.connect(desk),
    };
    this.#commands = commandList(this.#stage);
    this.#routes = this.#makeRoutes();
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#time = new RealTime(desk, (now) => this.#events.send('clock', now));
    this.#quiet = desk.onChange(() => this.#changed());
  }

  /** Takes the first free port from `first` on. */
  async listen(first: number): Promise<number> {
    for (let port = first; ; port += 1) {
      try {
        return await this.#listenOn(port);
      } catch (problem) {
        const taken = (problem as NodeJS.ErrnoException).code === 'EADDRINUSE';
        if (!taken || port >= first + MORE_PORTS) throw problem;
      }
    }
  }

  async close(): Promise<void> {
    this.#quiet();
    this.#time.stop();
    if (this.#gathering) clearTimeout(this.#gathering);
    this.#feed.close();
    this.#events.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #listenOn(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  #makeRoutes(): Readonly<Record<string, Handler>> {
    const { html, script, style, frameScript } = this.page;
    return {
      'GET /': (_, response) => send(response, html, 'text/html; charset=utf-8'),
      'GET /page.js': (_, response) => send(response, script, 'text/javascript; charset=utf-8'),
      'GET /page.css': (_, response) => send(response, style, 'text/css; charset=utf-8'),
      'GET /frame.js': (_, response) => send(response, frameScript, 'text/javascript; charset=utf-8'),
      'GET /events': (_, response) => {
        this.#events.add(response);
        response.write(eventText('state', this.#state()));
      },
      'GET /rows': (_, response, query) => this.#sendRows(response, query),
      'GET /behind': (_, response) => sendJson(response, behindView(this.desk, this.#stage.tenants)),
      'GET /workbook.xlsx': (_, response) => this.#download(response),
      'POST /call': async (request, response) => {
        sendJson(response, await scriptCall(this.desk, (await readJson(request)) as ScriptCall));
      },
    };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://workbench');
    try {
      if (!isOwnRequest(request)) return sendJson(response, { error: 'Only the workbench’s own page.' }, 403);
      const handler =
        this.#routes[`${request.method ?? ''} ${pathname}`] ??
        this.#command(request, pathname) ??
        gridFile(request, pathname);
      if (!handler) return sendJson(response, { error: 'There is nothing here.' }, 404);
      await handler(request, response, searchParams);
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      if (response.headersSent) response.end();
      else sendJson(response, { error: message });
    }
  }

  #command(request: IncomingMessage, pathname: string): Handler | undefined {
    const [, root, name = ''] = pathname.split('/');
    if (request.method !== 'POST' || root !== 'do' || !Object.hasOwn(this.#commands, name)) return undefined;
    return async (_, response) => {
      // The page is typed against Commands, and only the page gets here.
      const body = (await readJson(request)) as Commands[Command];
      const perform = this.#commands[name as Command] as (body: Commands[Command]) => Promise<void> | void;
      try {
        await perform(body);
        sendJson(response, {});
      } finally {
        // To draw the grid anew would take the cell away from under the person's hands.
        if (name !== 'select') this.#changed();
      }
    };
  }

  #sendRows(response: ServerResponse, query: URLSearchParams): void {
    const sheet = this.desk.workbook.sheetById(Number(query.get('tab')));
    if (!sheet) return sendJson(response, { error: 'That tab is not there any more.' }, 404);
    const count = Math.min(Number(query.get('count')), MOST_ROWS);
    sendJson(response, rowsView(sheet, Number(query.get('from')), count));
  }

  async #download(response: ServerResponse): Promise<void> {
    const { workbook } = this.desk;
    const name = encodeURIComponent(`${workbook.name}.xlsx`);
    const headers = {
      'Content-Disposition': `attachment; filename="workbook.xlsx"; filename*=UTF-8''${name}`,
    };
    send(response, await writeXlsx(workbook.xlsx()), XLSX, 200, headers);
  }

  #state(): ScreenState {
    const { desk } = this;
    return screenState({ desk, feed: this.#feed, behind: this.#behind, real: this.real?.view ?? null });
  }

  #changed(): void {
    this.#behind += 1;
    if (this.#gathering || !this.#events.isHeard) return;
    this.#gathering = setTimeout(() => {
      this.#gathering = null;
      this.#events.send('state', this.#state());
    }, GATHER);
  }
}

/** A file of the grid component; names only, so that no other folder can be reached. */
function gridFile(request: IncomingMessage, pathname: string): Handler | undefined {
  const [, name] = /^\/grid\/([\w.-]+\.js)$/.exec(pathname) ?? [];
  if (request.method !== 'GET' || name === undefined) return undefined;
  return async (_, response) =>
    send(response, await readFile(path.join(GRID_FOLDER, name)), 'text/javascript; charset=utf-8');
}
