/** Server-sent events to every page that is open. https://html.spec.whatwg.org/multipage/server-sent-events.html */
import type { ServerResponse } from 'node:http';

export class EventStream {
  readonly #listeners = new Set<ServerResponse>();

  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  add(response: ServerResponse): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      Connection: 'keep-alive',
    });
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  send(event: string, value: unknown): void {
    const text = eventText(event, value);
    for (const listener of this.#listeners) listener.write(text);
  }

  close(): void {
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
  }
}

/** One event; JSON holds no line breaks, which would end it. */
export function eventText(event: string, value: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(value)}\n\n`;
}
