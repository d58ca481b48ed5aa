/** The rows, or the columns, of a tab: how many, how large, which hidden. */
import { insertGap, moveBlock, removeBlock } from './line';

interface Track {
  /** Pixels; absent for the default. */
  readonly size?: number;
  readonly hiddenByUser?: boolean;
  readonly hiddenByFilter?: boolean;
}

export class Axis {
  #tracks: (Track | undefined)[] = [];

  constructor(
    public count: number,
    readonly defaultSize: number,
  ) {}

  size(position: number): number {
    return this.#tracks[position - 1]?.size ?? this.defaultSize;
  }

  resize(position: number, size: number): void {
    this.#change(position, { size });
  }

  isHiddenByUser(position: number): boolean {
    return this.#tracks[position - 1]?.hiddenByUser === true;
  }

  isHiddenByFilter(position: number): boolean {
    return this.#tracks[position - 1]?.hiddenByFilter === true;
  }

  hide(position: number, hidden: boolean): void {
    this.#change(position, { hiddenByUser: hidden });
  }

  hideByFilter(position: number, hidden: boolean): void {
    this.#change(position, { hiddenByFilter: hidden });
  }

  /** Positions that a person or a script has hidden, in order. */
  hiddenPositions(): number[] {
    return this.#positions((track) => track.hiddenByUser === true);
  }

  /** Positions whose size was set, with the pixels. */
  sizes(): Map<number, number> {
    const sized = this.#positions((track) => track.size !== undefined);
    return new Map(sized.map((position) => [position, this.size(position)]));
  }

  insert(at: number, count: number): void {
    this.count += count;
    this.#tracks = insertGap(this.#tracks, at, count);
  }

  remove(at: number, count: number): void {
    this.count -= count;
    removeBlock(this.#tracks, at, count);
  }

  move(from: number, count: number, to: number): void {
    this.#tracks = moveBlock(this.#tracks, from, count, to);
  }

  clone(): Axis {
    const copy = new Axis(this.count, this.defaultSize);
    copy.#tracks = this.#tracks.slice();
    return copy;
  }

  #change(position: number, change: Track): void {
    this.#tracks[position - 1] = { ...this.#tracks[position - 1], ...change };
  }

  #positions(test: (track: Track) => boolean): number[] {
    const found: number[] = [];
    this.#tracks.forEach((track, index) => {
      if (track !== undefined && test(track)) found.push(index + 1);
    });
    return found;
  }
}
