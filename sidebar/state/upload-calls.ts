/** What the person can do about uploads: each method asks the server, and rejects with RpcFailure. */
import type { Api } from '../../src/app/contract';
import type {
  UploadCheckInfo,
  UploadEntry,
  UploadMappingInfo,
  UploadTabInfo,
  UploadTargetInfo,
} from '../../src/app/upload/contract';
import type { UploadPlace } from '../../src/providers/uploading';
import type { RunQueue } from '../job/queue';
import type { Rpc } from '../rpc/client';
import type { UploadRun } from './run';
import type { UploadOrder, UploadPick } from './upload-draft';
import { wholeFile, type WholeFile } from './upload-file';

export class UploadCalls {
  constructor(
    private readonly rpc: Rpc,
    private readonly queue: RunQueue,
  ) {}

  tabs(): Promise<readonly UploadTabInfo[]> {
    return this.rpc('uploadTabs', {});
  }

  /** Splits a tab whose columns are all in one. */
  async split(tab: string): Promise<void> {
    await this.rpc('uploadSplit', { tab });
  }

  targets(): Promise<readonly UploadTargetInfo[]> {
    return this.rpc('uploadTargets', {});
  }

  /** @param template to read the tab as this one, whatever is remembered */
  mapping({ tab, target }: UploadPick, template?: string): Promise<UploadMappingInfo> {
    return this.rpc('uploadMapping', { tab, target, ...(template === undefined ? {} : { template }) });
  }

  /** Keeps choices with the tab; answers what they mean for its words. */
  remember(order: UploadOrder): Promise<UploadMappingInfo> {
    return this.rpc('uploadRemember', order);
  }

  /** Checks every row and marks problems in the tab; nothing is sent. */
  check(order: UploadOrder): Promise<UploadCheckInfo> {
    return this.rpc('uploadCheck', order);
  }

  async unmark(tab: string): Promise<void> {
    await this.rpc('uploadUnmark', { tab });
  }

  /** The exact text that would be sent. */
  file(order: UploadOrder): Promise<WholeFile> {
    return wholeFile((part) => this.rpc('uploadFile', { ...order, part }));
  }

  /** The text that was sent. */
  sent(upload: string): Promise<WholeFile> {
    return wholeFile((part) => this.rpc('uploadSent', { upload, part }));
  }

  /** Sends what a check has shown; answers the run's id. */
  async send(order: UploadOrder, run: UploadRun): Promise<string> {
    const { job } = await this.rpc('uploadSend', order);
    this.queue.follow(job, { upload: run });
    return job;
  }

  /** Compares what the platform has by now with what was sent; answers the run's id. */
  async verify(upload: string, run: UploadRun): Promise<string> {
    const { job } = await this.rpc('uploadVerify', { upload });
    this.queue.follow(job, { upload: run });
    return job;
  }

  /** The latest uploads, newest first. */
  latest(limit: number): Promise<readonly UploadEntry[]> {
    return this.rpc('uploads', { limit });
  }

  places(target: string): Promise<Api['uploadPlaces']['value']> {
    return this.rpc('uploadPlaces', { target });
  }

  apps(target: string, text: string): Promise<Api['uploadApps']['value']> {
    return this.rpc('uploadApps', { target, text });
  }

  /** Remembers a place whose id is known, or makes one. */
  place(place: Api['uploadPlace']['payload']): Promise<UploadPlace> {
    return this.rpc('uploadPlace', place);
  }

  /** Selects a cell, or the row where no column is to blame; false where the column is gone. */
  async showCell(tab: string, row: number, column?: string): Promise<boolean> {
    const { shown } = await this.rpc('showCell', { tab, row, ...(column === undefined ? {} : { column }) });
    return shown || column === undefined;
  }
}
