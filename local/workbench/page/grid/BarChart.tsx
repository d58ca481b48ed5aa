/** A chart of bars in plain shapes: enough to see what it says. */
import type { JSX } from 'preact';
import type { ChartBar, ChartView } from '../../protocol';

/** As large as a chart that a script puts into Sheets without a size. */
const SIZE = { width: 600, height: 371 };
/** Around the bars, for the title and the names. */
const EDGE = { top: 52, right: 96, bottom: 24, left: 150 };
const STANDING = { top: 64, right: 24, bottom: 56, left: 40 };
/** How much of its share a bar fills. */
const FILL = 0.68;
const LONGEST_NAME = 20;

export function BarChart({
  chart,
  style,
}: {
  chart: ChartView;
  style: { left: string; top: string };
}): JSX.Element {
  const { type, title, bars } = chart;
  const most = Math.max(0, ...bars.map(({ amount }) => amount));
  const part = ({ amount }: ChartBar): number => (most > 0 ? Math.max(0, amount) / most : 0);
  return (
    <figure class="chart" style={style}>
      <svg
        width={SIZE.width}
        height={SIZE.height}
        viewBox={`0 0 ${String(SIZE.width)} ${String(SIZE.height)}`}
        role="img"
        aria-label={`${title}: ${bars.map(({ name, text }) => `${name} ${text}`).join(', ')}`}
      >
        <text class="chart-title" x={24} y={30}>
          {title}
        </text>
        {bars.length === 0 && (
          <text class="chart-name" x={24} y={60}>
            Nothing to draw yet
          </text>
        )}
        {bars.map((bar, index) =>
          type === 'bar' ? (
            <Lying key={index} bar={bar} part={part(bar)} index={index} count={bars.length} />
          ) : (
            <Standing key={index} bar={bar} part={part(bar)} index={index} count={bars.length} />
          ),
        )}
      </svg>
    </figure>
  );
}

interface Placed {
  bar: ChartBar;
  /** Of the longest bar, 0 to 1. */
  part: number;
  index: number;
  count: number;
}

function Lying({ bar, part, index, count }: Placed): JSX.Element {
  const share = (SIZE.height - EDGE.top - EDGE.bottom) / count;
  const middle = EDGE.top + share * (index + 0.5);
  const length = part * (SIZE.width - EDGE.left - EDGE.right);
  return (
    <g>
      <text class="chart-name" x={EDGE.left - 8} y={middle} text-anchor="end" dominant-baseline="central">
        {shortened(bar.name)}
      </text>
      <rect
        class="chart-bar"
        x={EDGE.left}
        y={middle - (share * FILL) / 2}
        width={length}
        height={share * FILL}
      />
      <text class="chart-amount" x={EDGE.left + length + 6} y={middle} dominant-baseline="central">
        {bar.text}
      </text>
    </g>
  );
}

function Standing({ bar, part, index, count }: Placed): JSX.Element {
  const share = (SIZE.width - STANDING.left - STANDING.right) / count;
  const middle = STANDING.left + share * (index + 0.5);
  const ground = SIZE.height - STANDING.bottom;
  const length = part * (ground - STANDING.top);
  return (
    <g>
      <rect
        class="chart-bar"
        x={middle - (share * FILL) / 2}
        y={ground - length}
        width={share * FILL}
        height={length}
      />
      <text class="chart-amount" x={middle} y={ground - length - 6} text-anchor="middle">
        {bar.text}
      </text>
      <text
        class="chart-name"
        x={middle}
        y={ground + 14}
        text-anchor="end"
        transform={`rotate(-35 ${String(middle)} ${String(ground + 14)})`}
      >
        {shortened(bar.name)}
      </text>
    </g>
  );
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
