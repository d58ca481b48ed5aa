/** A file of modelled tabs behind the ports, as far as what is tested here asks for them; calls are counted. */
import { AppError } from '../../../../src/core/errors';
import type { Ports } from '../../../../src/ports';
import type { CellValue, Grid, Rect, TabPlan, TabRef } from '../../../../src/ports/grid';
import { SheetModel } from '../../core/table/sheet-model';

export class FileOfModels {
  readonly tabs: { readonly sheet: SheetModel; readonly name: string; readonly guarded: boolean }[] = [];
  readonly stored = new Map<string, string>();
  /** Names of what was asked of the grid, in order. */
  asked: string[] = [];
  /** Whether somebody holds the lock just now. */
  locked = false;
  private next = 100;

  add(sheet: SheetModel, name = sheet.name, guarded = false): SheetModel {
    this.tabs.push({ sheet, name, guarded });
    return sheet;
  }

  find({ id, name }: TabRef): SheetModel | undefined {
    return this.tabs.find((tab) => (id === undefined ? tab.name === name : tab.sheet.id === id))?.sheet;
  }

  ports(): Ports {
    const grid: Pick<
      Grid,
      | 'file'
      | 'readValues'
      | 'readRows'
      | 'headerNotes'
      | 'readBackgrounds'
      | 'readNotes'
      | 'create'
      | 'execute'
      | 'idOf'
      | 'list'
      | 'flush'
    > = {
      file: () => ({ timeZone: 'UTC' }),
      readValues: (tab) => this.ask('readValues', this.find(tab)?.image().values ?? null),
      readRows: (tab, row, { most = Infinity } = {}) =>
        this.ask('readRows', this.rowsOf(tab)?.slice(row - 1, row - 1 + most) ?? null),
      headerNotes: (tab) => this.ask('headerNotes', this.find(tab)?.image().headerNotes ?? null),
      readBackgrounds: (tab, at) =>
        this.ask(
          'readBackgrounds',
          block(at, (row, column) => this.find(tab)?.cell(row, column).background ?? '#ffffff'),
        ),
      readNotes: (tab, at) =>
        this.ask(
          'readNotes',
          block(at, (row, column) => this.find(tab)?.cell(row, column).note ?? ''),
        ),
      create: (name, { guarded = false } = {}) => {
        if (this.find({ name })) throw new AppError('TAB_TAKEN', { tab: name });
        return this.ask('create', this.add(new SheetModel('UTC', (this.next += 1), name), name, guarded).id);
      },
      execute: (plan) => this.execute(plan),
      idOf: (name) => this.find({ name })?.id ?? null,
      list: () => this.tabs.map(({ sheet, name }) => ({ id: sheet.id, name })),
      flush: () => void this.ask('flush', null),
    };
    const ports: Pick<Ports, 'store' | 'lock'> & { readonly grid: typeof grid } = {
      grid,
      store: {
        get: (_scope, key) => this.stored.get(key) ?? null,
        set: (_scope, key, value) => void this.stored.set(key, value),
        remove: (_scope, key) => void this.stored.delete(key),
        all: () => Object.fromEntries(this.stored),
      },
      lock: {
        hold: (work) => {
          this.locked = true;
          try {
            return work();
          } finally {
            this.locked = false;
          }
        },
      },
    };
    // The rest is asked for by nobody here; a test that needs it fails.
    return ports as unknown as Ports;
  }

  private rowsOf(tab: TabRef): readonly (readonly CellValue[])[] | undefined {
    return this.find(tab)?.image().values;
  }

  private execute({ tab, operations }: TabPlan): void {
    const sheet = this.find(tab);
    if (!sheet) throw new AppError('TAB_GONE', { tab: tab.name });
    for (const { kind } of operations) this.ask(kind, null);
    sheet.execute({ tab, operations });
  }

  private ask<Answer>(name: string, answer: Answer): Answer {
    this.asked.push(name);
    return answer;
  }
}

function block(at: Rect, read: (row: number, column: number) => string): string[][] {
  return Array.from({ length: at.rows }, (_, row) =>
    Array.from({ length: at.columns }, (__, column) => read(at.row + row, at.column + column)),
  );
}
