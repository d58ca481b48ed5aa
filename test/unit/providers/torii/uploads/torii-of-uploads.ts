/** A Torii that takes uploads, in memory, and a runner that carries a protocol through it as a job does, cut-offs included. */
import { AppError } from '../../../../../src/core/errors';
import type { ApiAnswer, ApiRequest } from '../../../../../src/core/http/request';
import type {
  UploadFileHead,
  UploadMove,
  UploadOrder,
  UploadProtocol,
} from '../../../../../src/providers/uploading';

export const START = Date.UTC(2026, 10, 22, 9);

const BUCKET = 'https://torii-files.s3.us-east-1.amazonaws.com';

export function orderOf(target: string, bytes: number, more: Partial<UploadOrder> = {}): UploadOrder {
  const csv = target !== 'torii.customIntegration';
  const file: UploadFileHead = {
    target,
    entity: '',
    page: 1,
    name: csv ? 'rows.csv' : 'users.json',
    contentType: csv ? 'text/csv' : 'application/json',
    bytes,
    records: 2,
  };
  return {
    upload: 'u1',
    target,
    place: csv && target === 'torii.expenses' ? '' : '77',
    files: [file],
    startedAt: START,
    ...more,
  };
}

export const TEXT = '{"users":[{"email":"ann@acme.com"},{"email":"bob@acme.com"}],"licenses":[]}';

type Reply = ApiAnswer | AppError;

/** What was asked of Torii, by method and path. */
export class ToriiOfUploads {
  now = START;
  readonly asked: string[] = [];
  readonly requests: ApiRequest[] = [];
  /** Bodies of syncs and parsings that took effect. */
  readonly begun: { readonly path: string; readonly body: unknown }[] = [];
  readonly audit: Record<string, unknown>[] = [];
  /** Replies for coming requests, by the beginning of “method path”: each once, in order. */
  readonly script: { readonly on: string; readonly reply: Reply; readonly works?: true }[] = [];
  /** How far Torii's clock is ahead of ours. */
  skew = 0;
  /** Milliseconds after which an event shows in the audit log. */
  auditDelay = 0;
  /** Milliseconds for which a sync keeps Torii busy. */
  busyFor = 0;
  parsing: Record<string, unknown> = {
    status: 'parsed_successfully',
    matchedTransactions: 55,
    totalTransactions: 60,
  };
  private nextId = 1000;
  private busyUntil = 0;
  private readonly stored = new Set<string>();

  constructor(private readonly event = 'sync_custom_integration') {}

  answer(request: ApiRequest): Reply {
    this.requests.push(request);
    const on = `${request.method} ${request.path}`;
    this.asked.push(on);
    const at = this.script.findIndex((each) => on.startsWith(each.on));
    const [scripted] = at < 0 ? [] : this.script.splice(at, 1);
    if (scripted && !scripted.works) return scripted.reply;
    const reply = this.reply(request, on);
    return scripted ? scripted.reply : reply;
  }

  /** A sync of somebody else, which keeps Torii busy. */
  syncOfOthers(properties: Record<string, unknown> = {}): void {
    this.note(this.event, properties);
    this.busyUntil = this.now + this.busyFor;
  }

  note(type: string, properties: Record<string, unknown> = {}): void {
    const creationTime = new Date(this.now + this.skew).toISOString();
    this.audit.push({ type, creationTime, properties });
  }

  private reply(request: ApiRequest, on: string): Reply {
    switch (on) {
      case 'post /files/upload':
        return ok({ id: this.nextId++ }, 201);
      case 'get /files/url': {
        const filePath = `${String(this.now)}/${String(request.query?.['name'])}`;
        return ok({
          uploadFileParameters: { url: `${BUCKET}/${filePath}?X-Amz-Signature=s3cr3t`, filePath },
        });
      }
      case 'put /(signed address)':
        this.stored.add(new URL(request.signed?.address ?? '').pathname.slice(1));
        return ok(null);
      case 'post /files': {
        const { path } = request.body as { path: string };
        return this.stored.has(path) ? ok({ id: this.nextId++ }) : refused(400, 'no such file');
      }
      case 'get /audit':
        return this.auditPage(request);
      case 'put /services/sync/custom':
      case 'put /services/sync/gluu':
        if (this.now < this.busyUntil) return refused(409, 'A sync is already running');
        this.begun.push({ path: request.path, body: request.body });
        this.note(this.event);
        this.busyUntil = this.now + this.busyFor;
        return ok({ success: true });
      case 'put /parsings/automatic':
      case 'put /parsings/manual':
        this.begun.push({ path: request.path, body: request.body });
        return ok({ id: 5 });
      case 'get /parsings/5':
        return ok({ parse: { id: 5, ...this.parsing } });
      default:
        return new AppError('NOT_FOUND', { provider: 'Torii', subject: on });
    }
  }

  private auditPage({ query = {} }: ApiRequest): Reply {
    const from = Date.parse(String(query['startTime']));
    const until = this.now + this.skew - this.auditDelay;
    const found = this.audit.filter(({ creationTime }) => {
      const time = Date.parse(String(creationTime));
      return time > from && time <= until;
    });
    if (query['sort'] === 'desc') found.reverse();
    return ok({ audit: found.slice(0, Number(query['size'])), count: found.length });
  }
}

export const ok = (body: unknown, status = 200): ApiAnswer => ({ status, body });

export const refused = (status: number, message: string): AppError =>
  new AppError('PROVIDER_REFUSED', { provider: 'Torii', subject: 'it', status, message });

/** The request may have taken effect. */
export const lost = (): AppError =>
  new AppError('NO_NETWORK', { provider: 'Torii', subject: 'it', outcome: 'unknown', attempts: 1 });

/** Where an execution dies: before the nth sending goes out, or after it took effect and before its answer is noted. */
export type CutOff = { readonly sending: number; readonly when: 'before' | 'after' };

export interface Ride {
  readonly last: Extract<UploadMove, { kind: 'end' | 'fail' }>;
  readonly waits: readonly { readonly ms: number; readonly reason: string }[];
  /** All that was ever kept between two moves. */
  readonly kept: readonly string[];
}

/** Carries an upload to its end; what is kept loses its secret wherever the execution dies. */
export function ride(
  protocol: UploadProtocol,
  order: UploadOrder,
  torii: ToriiOfUploads,
  cutOffs: readonly CutOff[] = [],
  text = TEXT,
): Ride {
  const waits: { ms: number; reason: string }[] = [];
  const kept: string[] = [];
  let state = protocol.begin(order);
  let sending = 0;
  const died = () => JSON.parse(keep(state)) as unknown;
  const keep = (value: unknown) => {
    const { secret: _secret, ...rest } = value as { secret?: unknown };
    const noted = JSON.stringify(rest);
    kept.push(noted);
    return noted;
  };
  for (let moves = 0; moves < 1_000; moves += 1) {
    const move = protocol.move(state, order, () => text, torii.now);
    if (move.kind === 'end' || move.kind === 'fail') return { last: move, waits, kept };
    if (move.kind === 'wait') {
      expect(move.until).toBeGreaterThan(torii.now);
      waits.push({ ms: move.until - torii.now, reason: move.reason });
      torii.now = move.until;
      continue;
    }
    sending += 1;
    const cut = cutOffs.find((each) => each.sending === sending);
    torii.now += 250;
    if (cut?.when !== 'before') {
      const answers = move.requests.map((request) => torii.answer(request));
      torii.now += 250;
      if (!cut) {
        state = protocol.after(state, order, answers, torii.now);
        keep(state);
        continue;
      }
    }
    torii.now += 60_000;
    state = move.once ? protocol.cutOff(died(), order, torii.now) : died();
  }
  throw new Error('the upload never ends');
}
