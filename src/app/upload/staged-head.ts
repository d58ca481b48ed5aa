/** What is known of a package that lies in the file, without its texts. */
import { markOf } from '../../core/table/mark';
import type { UploadCounts } from '../../core/upload/package';
import type { ProviderName } from '../../providers/definition';
import type { UploadFileHead } from '../../providers/uploading';

/** A tab by the id of its sheet, and by the name that it had. */
export interface TabName {
  readonly id: number;
  readonly name: string;
}

export interface StagedHead {
  readonly upload: string;
  /** The one that the upload was started from. */
  readonly tab: TabName;
  readonly target: string;
  /** Id of the app account or instance; '' where the target has none. */
  readonly place: string;
  readonly provider: ProviderName;
  /** When it was packed, milliseconds since 1970. */
  readonly at: number;
  /** Who sends it. */
  readonly who: string;
  readonly counts: UploadCounts;
  readonly bytes: number;
  readonly route: string;
  readonly files: readonly UploadFileHead[];
  /** By place of the file, the mark of its text. */
  readonly texts: readonly string[];
  readonly seal: string;
  /** Where the records of each target came from, so that what the platform says of one finds its row. */
  readonly sources: readonly StagedSource[];
}

export interface StagedSource {
  readonly target: string;
  readonly tab: TabName;
  /** By key of the field, the name of the column that fills it. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Another one for whatever differs in a package, as its texts have their marks in the head. */
export function markOfHead(head: StagedHead): string {
  return markOf(JSON.stringify(head));
}
