/** What a page of the script and the workbench around it say to each other. */
import type { ScriptAnswer } from '../../protocol';

export type FromFrame =
  | {
      readonly workbench: 'call';
      readonly id: number;
      readonly fn: string;
      readonly args: readonly unknown[];
    }
  | { readonly workbench: 'close' }
  | { readonly workbench: 'size'; readonly width?: number; readonly height?: number };

export type ToFrame =
  | { readonly workbench: 'answer'; readonly id: number; readonly answer: ScriptAnswer }
  | { readonly workbench: 'clock'; readonly now: number };
