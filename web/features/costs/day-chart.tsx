// The days of a month as columns; each can be chosen.
import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/messages.ts';
import { costsWords } from './messages.ts';

export interface DayValue {
  readonly day: string;
  readonly value: number;
  /** What the column stands for, in words. */
  readonly label: string;
}

interface DayChartProps {
  readonly days: readonly DayValue[];
  readonly chosen: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
  readonly format: (value: number) => string;
}

const height = 200;
const margin = { left: 52, right: 4, top: 8, bottom: 24 };
const narrow = 560;

export default function DayChart({ days, chosen, onChoose, format }: DayChartProps) {
  const say = useWords(costsWords);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const x = scaleBand({
    domain: days.map(({ day }) => day),
    range: [margin.left, Math.max(margin.left, width - margin.right)],
    paddingInner: 0.3,
    paddingOuter: 0.15,
  });
  const most = Math.max(...days.map(({ value }) => value), 0);
  const y = scaleLinear({ domain: [0, most || 1], range: [height - margin.bottom, margin.top], nice: true });
  const every = width < narrow ? 7 : 3;
  const labelled = days.filter((_, place) => place % every === 0).map(({ day }) => day);
  return (
    <div className="chart" ref={frame}>
      {width > 0 && (
        <>
          <svg width={width} height={height} role="img" aria-label={say('chart')}>
            <AxisLeft
              scale={y}
              left={margin.left}
              numTicks={4}
              hideAxisLine
              hideTicks
              tickClassName="chart-tick"
              tickFormat={(value) => format(Number(value))}
            />
            <Group>
              {y.ticks(4).map((tick) => (
                <line
                  key={tick}
                  className="chart-line"
                  x1={margin.left}
                  x2={width - margin.right}
                  y1={y(tick)}
                  y2={y(tick)}
                />
              ))}
              {days.map(({ day, value }) => (
                <Bar
                  key={day}
                  className="chart-bar"
                  data-faded={(chosen !== undefined && chosen !== day) || undefined}
                  x={x(day) ?? 0}
                  width={x.bandwidth()}
                  y={Math.min(y(value), y(0) - (value > 0 ? 2 : 0))}
                  height={Math.max(y(0) - y(value), value > 0 ? 2 : 0)}
                  rx={2}
                />
              ))}
            </Group>
            <AxisBottom
              scale={x}
              top={height - margin.bottom}
              hideTicks
              axisLineClassName="chart-axis"
              tickClassName="chart-tick"
              tickValues={labelled}
              tickFormat={(day) => String(Number(String(day).slice(-2)))}
            />
          </svg>
          <div className="chart-days">
            {days.map(({ day, label, value }) => (
              <button
                key={day}
                type="button"
                className="chart-day"
                style={{ insetInlineStart: `${(x(day) ?? 0) - x.step() * 0.15}px`, inlineSize: `${x.step()}px` }}
                aria-pressed={chosen === day}
                aria-label={label}
                title={label}
                disabled={value === 0 && chosen !== day}
                onClick={() => onChoose(chosen === day ? undefined : day)}
              />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function useWidth(frame: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [frame]);
  return width;
}
