import type * as Plot from '@observablehq/plot';

/** One of the parts that a drawing distinguishes by colour; `colour` is a token: `var(--green)`. */
export interface ChartPart {
  readonly key: string;
  readonly name: string;
  readonly colour: string;
}

/** Lying bars, each divided into parts. */
export interface BarsChart {
  readonly kind: 'bars';
  readonly parts: readonly ChartPart[];
  readonly rows: readonly { readonly key: string; readonly name: string }[];
  readonly values: readonly { readonly row: string; readonly part: string; readonly value: number }[];
}

/** Lines over calendar days. */
export interface LinesChart {
  readonly kind: 'lines';
  readonly parts: readonly ChartPart[];
  readonly points: readonly { readonly part: string; readonly day: string; readonly value: number }[];
}

export type Chart = BarsChart | LinesChart;

/** The piece of a bar that was pressed. */
export interface Pressed {
  readonly row: string;
  readonly part: string;
}

const rowHeight = 30;
const axisHeight = 34;
const linesHeight = 260;
const mostDots = 60;
/** The last line is drawn through, those before it are told apart without colour too. */
const dashes = ['1 4', '7 4', 'none'];

/** The height of a drawing, independent of its width: its place is kept while it loads. */
export const heightOf = (chart: Chart): number =>
  chart.kind === 'bars' ? chart.rows.length * rowHeight + axisHeight : linesHeight;

type Library = typeof Plot;
type Drawing = SVGSVGElement | HTMLElement;

/** Draws a chart at a width. Colours stay names of tokens, so that light and dark need no second drawing. */
export function draw(library: Library, chart: Chart, width: number, language: string): Drawing {
  const drawing = chart.kind === 'bars' ? drawBars(library, chart, width) : drawLines(library, chart, width, language);
  // The library names groups of shapes for screen readers; a picture has one name, so theirs become classes.
  for (const group of drawing.querySelectorAll('[aria-label]')) {
    group.classList.add((group.getAttribute('aria-label') ?? '').replace(/\W+/g, '-'));
    for (const { name } of [...group.attributes]) if (name.startsWith('aria-')) group.removeAttribute(name);
  }
  return drawing;
}

const looks = {
  background: 'none',
  color: 'var(--soft)',
  fontFamily: 'var(--sans)',
  fontSize: '13px',
  overflow: 'visible',
};

function drawBars(library: Library, chart: BarsChart, width: number): Drawing {
  const nameOf = new Map(chart.rows.map(({ key, name }) => [key, name]));
  const shown = shownValues(chart);
  const totals = chart.rows.map(({ key }) => ({
    row: key,
    total: shown.reduce((sum, { row, value }) => sum + (row === key ? value : 0), 0),
  }));
  const most = Math.max(1, ...totals.map(({ total }) => total));
  const longest = Math.max(...chart.rows.map(({ name }) => name.length), 4);
  const marginLeft = Math.round(Math.min(longest * 6.6 + 16, width * 0.42, 260));
  return library.plot({
    width,
    height: heightOf(chart),
    marginLeft,
    marginRight: 36,
    marginTop: 4,
    marginBottom: axisHeight - 4,
    style: looks,
    x: {
      domain: [0, most],
      ticks: Math.min(most, Math.max(2, Math.floor(width / 110))),
      tickFormat: 'd',
      label: null,
      grid: true,
    },
    y: { domain: chart.rows.map(({ key }) => key), label: null, padding: 0.28 },
    color: { domain: chart.parts.map(({ key }) => key), range: chart.parts.map(({ colour }) => colour) },
    marks: [
      library.axisY({
        tickSize: 0,
        tickFormat: (key: string) => nameOf.get(key) ?? '',
        lineWidth: (marginLeft - 12) / 13,
        textOverflow: 'ellipsis',
        fill: 'var(--text)',
      }),
      library.barX(shown, {
        x: 'value',
        y: 'row',
        fill: 'part',
        order: chart.parts.map(({ key }) => key),
        insetRight: 1,
      }),
      library.text(totals, {
        x: 'total',
        y: 'row',
        text: ({ total }: { total: number }) => String(total),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--text)',
      }),
      library.ruleX([0], { stroke: 'var(--edge)' }),
    ],
  }) as Drawing;
}

const shownValues = ({ values }: BarsChart) => values.filter(({ value }) => value > 0);

function drawLines(library: Library, chart: LinesChart, width: number, language: string): Drawing {
  const points = chart.points.map(({ part, day, value }) => ({ part, value, at: new Date(`${day}T00:00:00Z`) }));
  const most = Math.max(1, ...points.map(({ value }) => value));
  const dayOf = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return library.plot({
    width,
    height: linesHeight,
    marginLeft: 34,
    marginRight: 16,
    marginTop: 12,
    marginBottom: axisHeight - 4,
    style: looks,
    x: {
      type: 'utc',
      label: null,
      ticks: Math.max(2, Math.floor(width / 110)),
      tickFormat: (at: Date) => dayOf.format(at),
    },
    y: { domain: [0, most], ticks: Math.min(most, 6), tickFormat: 'd', label: null, grid: true },
    marks: [
      library.ruleY([0], { stroke: 'var(--edge)' }),
      ...chart.parts.map(({ key, colour }, index) =>
        library.line(
          points.filter(({ part }) => part === key),
          {
            x: 'at',
            y: 'value',
            curve: 'step-after',
            stroke: colour,
            strokeWidth: 2.25,
            strokeDasharray: dashes.at(index - chart.parts.length) ?? 'none',
          },
        ),
      ),
      // Dots would grow together on a line of many days: its last one is enough.
      ...chart.parts.map(({ key, colour }) =>
        library.dot(points.filter(({ part }) => part === key).slice(points.length > mostDots ? -1 : 0), {
          x: 'at',
          y: 'value',
          r: 2.5,
          fill: colour,
        }),
      ),
    ],
  }) as Drawing;
}

/** The piece of a drawn bar to which an element belongs. */
export function pressedIn(chart: Chart, target: Element): Pressed | null {
  const bar = target.closest('.bar rect') as (Element & { __data__?: number }) | null;
  if (chart.kind !== 'bars' || bar?.__data__ === undefined) return null;
  const value = shownValues(chart)[bar.__data__];
  return value ? { row: value.row, part: value.part } : null;
}
