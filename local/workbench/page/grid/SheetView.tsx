/** A tab with its formula bar, notes and right-click menu. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ScreenState, TabView, TypedCell } from '../../protocol';
import { NoteEditor } from '../dialogs/NoteEditor';
import { Menu } from '../menu/Menu';
import { perform } from '../server/client';
import type { Attempt } from '../trouble';
import { ChartLayer, type Scrolled } from './ChartLayer';
import { contextItems, type Spot } from './context-items';
import { FormulaBar } from './FormulaBar';
import { GridView } from './grid-view';
import { NoteCard, type HoveredNote } from './NoteCard';

interface Props {
  tab: TabView;
  version: number;
  led: ScreenState['led'];
  attempt: Attempt;
}

interface Chosen {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface Clicked {
  readonly spot: Spot;
  readonly left: number;
  readonly top: number;
}

const UNSCROLLED: Scrolled = { left: 0, top: 0 };
const A1: Chosen = { row: 1, column: 1, text: '' };

export function SheetView({ tab, version, led, attempt }: Props): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<GridView | null>(null);
  const [chosen, setChosen] = useState(A1);
  const [scrolled, setScrolled] = useState(UNSCROLLED);
  const [note, setNote] = useState<HoveredNote | null>(null);
  const [clicked, setClicked] = useState<Clicked | null>(null);
  const [noting, setNoting] = useState<Spot | null>(null);

  const type = useCallback(
    (cells: readonly TypedCell[]) => attempt(perform('type', { tab: tab.id, cells })),
    [tab.id],
  );
  const choose = (row: number, column: number): void => {
    const cell = view.current?.data.cell(row, column);
    setChosen({ row, column, text: cell?.typed ?? cell?.text ?? '' });
  };

  useEffect(() => {
    if (!place.current) return;
    setChosen(A1);
    setScrolled(UNSCROLLED);
    const grid = new GridView(place.current, tab, version, {
      choose,
      select: (block) => attempt(perform('select', { tab: tab.id, block })),
      type,
      resize: (column, pixels) => attempt(perform('resize', { tab: tab.id, column, pixels })),
      scroll: setScrolled,
    });
    view.current = grid;
    return () => grid.remove();
  }, [tab.id]);
  useEffect(() => view.current?.show(tab, version), [tab, version]);
  useEffect(() => {
    if (led.times > 0) view.current?.lead(led.row, led.column);
  }, [led.times]);

  const hover = (event: MouseEvent): void => {
    const cell = cellAt(event.target);
    const { warning, note } = (cell && view.current?.data.cell(cell.row, cell.column)) ?? {};
    const text = [warning, note].filter(Boolean).join('\n\n');
    setNote(cell && text ? { text, cell: cell.element.getBoundingClientRect() } : null);
  };
  const rightClick = (event: MouseEvent): void => {
    const spot = spotAt(event.target, tab.id);
    if (!spot) return;
    event.preventDefault();
    setNote(null);
    setClicked({ spot, left: event.clientX, top: event.clientY });
  };

  return (
    <section class="sheet" aria-label={tab.name}>
      <FormulaBar
        row={chosen.row}
        column={chosen.column}
        text={chosen.text}
        onType={(text) => type([{ row: chosen.row, column: chosen.column, text }])}
      />
      <div
        ref={place}
        class="grid"
        onMouseOver={hover}
        onMouseLeave={() => setNote(null)}
        onContextMenu={rightClick}
      />
      <ChartLayer tab={tab} scrolled={scrolled} />
      {note && <NoteCard note={note} />}
      {clicked && (
        <>
          <div class="veil" onMouseDown={() => setClicked(null)} />
          <Menu
            label="Actions"
            style={{ position: 'fixed', ...inside(clicked) }}
            onClose={() => setClicked(null)}
            items={contextItems(clicked.spot, attempt, () => setNoting(clicked.spot))}
          />
        </>
      )}
      {noting?.row !== undefined && noting.column !== undefined && (
        <NoteEditor
          row={noting.row}
          column={noting.column}
          text={view.current?.data.cell(noting.row, noting.column).note ?? ''}
          onCancel={() => setNoting(null)}
          onSave={(text) => {
            const { row = 1, column = 1 } = noting;
            attempt(perform('note', { tab: tab.id, row, column, text }));
            setNoting(null);
          }}
        />
      )}
    </section>
  );
}

/** Keeps the menu on screen. */
function inside({ left, top }: Clicked): { left: string; top: string } {
  return {
    left: `${String(Math.min(left, window.innerWidth - 260))}px`,
    top: `${String(Math.min(top, window.innerHeight - 470))}px`,
  };
}

function cellAt(target: EventTarget | null): { element: HTMLElement; row: number; column: number } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null;
  if (!element) return null;
  return { element, row: Number(element.dataset['row']), column: Number(element.dataset['column']) };
}

function spotAt(target: EventTarget | null, tab: number): Spot | null {
  const cell = cellAt(target);
  if (cell) return { tab, row: cell.row, column: cell.column };
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-header-row]')?.dataset['headerRow'];
  if (row !== undefined) return { tab, row: Number(row) };
  const column = target.closest<HTMLElement>('[data-header-column]')?.dataset['headerColumn'];
  return column === undefined ? null : { tab, column: Number(column) };
}
