/** Where the records of a package stand in their tabs by now: people sort and edit while an upload is under way. */
import { cellWord } from '../../core/upload/reading/cell-word';
import { columnIndex } from '../../core/upload/matching';
import { plainAddress } from '../../core/upload/reading/email';
import type { UploadValue } from '../../core/upload/package';
import { identityWords } from '../../core/upload/record';
import type { SheetRow, UploadSheet } from '../../core/upload/sheet';
import type { Ports } from '../../ports';
import type { UploadMemory } from './memory';
import type { StagedHead, StagedSource } from './staged-head';
import { targetOf } from './targets';
import { readSheet } from './upload-sheet';

export interface RecordPlace {
  /** What identifies the record, in a person's words. */
  readonly name: string;
  /** Row of the tab, from 1; absent where the record is not to be found in it. */
  readonly row?: number;
}

type PageRecord = Readonly<Record<string, UploadValue>>;

interface Page {
  /** Null where they cannot be told apart in the text, as in a CSV. */
  readonly records: readonly PageRecord[] | null;
  /** By place of a record, the row that it came from. */
  readonly rows: readonly number[];
}

/** Of pages of records; every page and every tab is read once. */
export class RecordPlaces {
  private readonly pages = new Map<number, Page>();
  private readonly sheets = new Map<number, UploadSheet | null>();

  constructor(
    private readonly ports: Ports,
    private readonly memory: UploadMemory,
    private readonly head: StagedHead,
  ) {}

  /** `file`: place of the page in the package; `index`: of the record in the page, from 0. Null where there is none. */
  find(file: number, index: number): RecordPlace | null {
    const { records, rows } = this.page(file);
    const [record, before] = [records?.[index], rows[index]];
    const source = this.head.sources.find(({ target }) => target === this.head.files[file]?.target);
    if (before === undefined || !source) return null;
    if (!records) return { name: '', row: before };
    if (!record) return null;
    const name = identityWords(targetOf(source.target), record);
    const sheet = this.sheet(source);
    if (!sheet) return { name };
    const isThere = matcher(sheet, source, record);
    const found = sheet.rows.find((each) => each.row === before && isThere(each)) ?? sheet.rows.find(isThere);
    return found ? { name, row: found.row } : { name };
  }

  private page(file: number): Page {
    let page = this.pages.get(file);
    if (!page) {
      page = { records: this.records(file), rows: this.memory.rows(this.head.upload, file) };
      this.pages.set(file, page);
    }
    return page;
  }

  private records(file: number): readonly PageRecord[] | null {
    const { kind } = targetOf(this.head.files[file]?.target ?? '').shape;
    if (kind === 'csv') return null;
    const content: unknown = JSON.parse(this.memory.text(this.head.upload, file));
    return kind === 'people'
      ? (content as { readonly users: readonly PageRecord[] }).users
      : (content as readonly PageRecord[]);
  }

  private sheet({ tab }: StagedSource): UploadSheet | null {
    let sheet = this.sheets.get(tab.id);
    if (sheet === undefined) {
      sheet = readSheet(this.ports, tab);
      this.sheets.set(tab.id, sheet);
    }
    return sheet;
  }
}

/** Whether a row says the record, as far as columns tell what identifies it. */
function matcher(
  sheet: UploadSheet,
  { target, columns }: StagedSource,
  record: PageRecord,
): (row: SheetRow) => boolean {
  const { identity, fields } = targetOf(target);
  const wanted = identity.flatMap((key) => {
    const column = columns[key] ?? columns[fields.find((field) => field.key === key)?.fallback ?? ''];
    const at = column === undefined ? -1 : columnIndex(sheet, column);
    return at < 0 ? [] : [{ at, word: String(record[key] ?? '').toLowerCase() }];
  });
  return ({ cells }) =>
    wanted.every(({ at, word }) => {
      const written = cellWord(cells[at] ?? '', sheet.timeZone);
      return written.toLowerCase() === word || plainAddress(written) === word;
    });
}
