/** Zluri's SDK for one instance, in memory: as much of it as the life of a sync needs. */
import { AppError } from '../../../../../src/core/errors';
import type { ApiAnswer, ApiRequest } from '../../../../../src/core/http/request';
import { readMessage } from '../../../../../src/providers/zluri/errors';

type Status = 'started' | 'completed' | 'failed' | 'aborted';

interface Page {
  readonly entity_name: string;
  readonly page_number: number;
  readonly data: readonly unknown[];
}

interface Sync {
  readonly sync_id: string;
  readonly started_at: string;
  status: Status;
  readonly pages: Map<string, Page>;
  /** What its details say of a page in place of “valid”. */
  readonly bad: Map<string, Readonly<Record<string, unknown>>>;
}

interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

/**
 * What happens to a request: it works; its answer is lost; it is lost itself; or Zluri answers something of its own and does nothing.
 */
export type Fate = 'works' | 'answerLost' | 'lost' | Refusal | AppError;

export class SdkInMemory {
  readonly syncs: Sync[] = [];
  readonly requests: string[] = [];
  fateOf: (name: string, times: number) => Fate = () => 'works';
  /** What the finish says of a sync that is complete. */
  onFinish: (sync: Sync) => Refusal | null = () => null;
  /** Milliseconds since 1970 by Zluri's clock. */
  now = Date.UTC(2026, 10, 20, 9);
  newestFirst = false;
  /** Whether details list the pages. */
  showsPages = true;
  totals = true;
  private readonly times = new Map<string, number>();

  add(status: Status, pages: readonly Page[] = []): Sync {
    const sync: Sync = {
      sync_id: `s${String(this.syncs.length + 1)}`,
      started_at: new Date(this.now).toISOString(),
      status,
      pages: new Map(),
      bad: new Map(),
    };
    this.syncs.push(sync);
    for (const page of pages) sync.pages.set(keyOf(page), page);
    return sync;
  }

  open(): readonly Sync[] {
    return this.syncs.filter(({ status }) => status === 'started');
  }

  send(request: ApiRequest): ApiAnswer | AppError {
    const name = `${request.method} ${request.path}`;
    this.requests.push(name);
    const times = (this.times.get(name) ?? 0) + 1;
    this.times.set(name, times);
    const fate = this.fateOf(name, times);
    if (fate instanceof AppError) return fate;
    if (fate === 'lost') return lost();
    const { status, body } = typeof fate === 'object' ? fate : this.answer(request);
    if (fate === 'answerLost') return lost();
    return read(request, status, body);
  }

  private answer({ method, path, body, query }: ApiRequest): Refusal {
    const [, , , kind, id, action] = path.split('/');
    if (kind === 'instances')
      return method === 'post' ? this.start() : this.listed(this.shownSyncs(), query, {});
    const sync = this.syncs.find(({ sync_id }) => sync_id === id);
    if (!sync) return refused(404, 'no such sync');
    const { sync_id, status } = sync;
    switch (action) {
      case undefined:
        if (!this.showsPages) return { status: 200, body: { sync_id, status } };
        return this.listed(shownPages(sync), query, { sync_id, status });
      case 'snapshot-data':
      case 'incremental-data':
        if (status !== 'started') return refused(409, 'the sync is read-only');
        sync.pages.set(keyOf(body as Page), body as Page);
        return { status: 200, body: { message: 'page accepted' } };
      case 'abort':
        if (status !== 'started') return refused(400, 'only a started sync can be aborted');
        sync.status = 'aborted';
        return { status: 200, body: { sync_id, status: 'aborted' } };
      case 'finish': {
        if (method !== 'put') return refused(404, 'not found');
        if (status !== 'started') return refused(409, 'the sync is over');
        const refusal = sync.pages.size === 0 ? refused(403, 'pages are missing') : this.onFinish(sync);
        if (refusal) return refusal;
        sync.status = 'completed';
        return { status: 200, body: { sync_id, status: 'completed' } };
      }
      default:
        return refused(404, 'not found');
    }
  }

  private start(): Refusal {
    if (this.open().length > 0) return refused(409, 'A sync is already running for this instance');
    const { sync_id, status } = this.add('started');
    return { status: 201, body: { sync_id, status } };
  }

  private shownSyncs(): readonly unknown[] {
    const shown = this.syncs.map(({ sync_id, status, started_at }) => ({ sync_id, status, started_at }));
    return this.newestFirst ? shown.reverse() : shown;
  }

  private listed(all: readonly unknown[], query: ApiRequest['query'], more: object): Refusal {
    const offset = Number(query?.['offset']);
    const items = all.slice(offset, offset + Number(query?.['limit']));
    return { status: 200, body: { ...more, ...(this.totals ? { count: all.length } : {}), items } };
  }
}

export function refused(status: number, msg: string, more: Readonly<Record<string, unknown>> = {}): Refusal {
  return { status, body: { errors: [{ msg, ...more }], code: 'REFUSED' } };
}

function shownPages({ pages, bad }: Sync): readonly unknown[] {
  return [...pages].map(([key, { entity_name, page_number, data }]) => ({
    ...{ entity_name, page_number, records: data.length, status: 'valid' },
    ...{ raw_data_url: 'https://signed.example/raw?sig=1' },
    ...bad.get(key),
  }));
}

export function keyOf({ entity_name, page_number }: Pick<Page, 'entity_name' | 'page_number'>): string {
  return `${entity_name}/${String(page_number)}`;
}

function lost(): AppError {
  return new AppError('NO_NETWORK', { provider: 'Zluri', subject: 'x', attempts: 5, outcome: 'unknown' });
}

/** As core/http/answer.ts reads it. */
function read(request: ApiRequest, status: number, body: unknown): ApiAnswer | AppError {
  const about = { provider: 'Zluri', subject: request.subject };
  if (status < 300 || request.reads?.includes(status)) return { status, body };
  if (status === 401) return new AppError('KEY_REFUSED', about);
  if (status === 403) return new AppError('KEY_LACKS_RIGHTS', about);
  if (status === 404) return new AppError('NOT_FOUND', about);
  return new AppError('PROVIDER_REFUSED', { ...about, status, message: readMessage(body) ?? '' });
}
