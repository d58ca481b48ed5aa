/** A conditional format rule, kept as its specification. */
import type { BooleanCondition } from './condition';
import type { Region } from './region';

export interface GradientPoint {
  readonly color: string;
  /** Name of an InterpolationType, such as NUMBER; null for the ends of the data. */
  readonly type: string | null;
  readonly value: string;
}

export interface ConditionalFormat {
  readonly regions: readonly Region[];
  readonly condition: BooleanCondition | null;
  /** What the rule sets; absent fields stay as they are. */
  readonly look: {
    readonly background?: string | null;
    readonly fontColor?: string | null;
    readonly bold?: boolean | null;
    readonly italic?: boolean | null;
    readonly strikethrough?: boolean | null;
    readonly underline?: boolean | null;
  };
  readonly gradient: {
    readonly min?: GradientPoint;
    readonly mid?: GradientPoint;
    readonly max?: GradientPoint;
  } | null;
}
