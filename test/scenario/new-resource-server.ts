/** A server with a made-up list, in Torii's manner; everything else is answered by the local Torii behind it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers by path below /v1.0, made from the query. */
export type MadeUpAnswers = Readonly<Record<string, (query: URLSearchParams) => object>>;

export class ToriiWithMore {
  /** Address of the server that the rest is passed on to. */
  behind = '';
  /** Addresses that were answered here, in the order of their requests. */
  readonly asked: string[] = [];
  readonly #answers: MadeUpAnswers;
  readonly #server: Server;

  private constructor(answers: MadeUpAnswers) {
    this.#answers = answers;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async open(answers: MadeUpAnswers): Promise<ToriiWithMore> {
    const opened = new ToriiWithMore(answers);
    await new Promise<void>((resolve) => opened.#server.listen(0, '127.0.0.1', resolve));
    return opened;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const made = this.#answers[pathname.replace('/v1.0', '')];
    if (made !== undefined) {
      this.asked.push(request.url ?? '');
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(made(searchParams)));
      return;
    }
    const { authorization = '' } = request.headers;
    const passed = await fetch(this.behind + (request.url ?? ''), { headers: { authorization } });
    response.writeHead(passed.status, { 'Content-Type': 'application/json' }).end(await passed.text());
  }
}
