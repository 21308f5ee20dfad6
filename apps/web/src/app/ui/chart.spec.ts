import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { readEnglish, speaking } from '../../testing/speaking';
import { Chart } from './chart';
import { type Chart as ChartData, heightOf, type Pressed } from './chart-drawing';

const bars: ChartData = {
  kind: 'bars',
  parts: [
    { key: 'admitted', name: 'admitted', colour: 'var(--green)' },
    { key: 'rejected', name: 'rejected', colour: 'var(--red)' },
  ],
  rows: [
    { key: 'HR', name: 'Croatia' },
    { key: 'IT', name: 'Italy' },
  ],
  values: [
    { row: 'HR', part: 'admitted', value: 3 },
    { row: 'HR', part: 'rejected', value: 0 },
    { row: 'IT', part: 'admitted', value: 1 },
    { row: 'IT', part: 'rejected', value: 2 },
  ],
};

const lines: ChartData = {
  kind: 'lines',
  parts: [{ key: 'started', name: 'started', colour: 'var(--ink)' }],
  points: [
    { part: 'started', day: '2026-10-05', value: 2 },
    { part: 'started', day: '2026-10-09', value: 6 },
  ],
};

@Component({
  imports: [Chart],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template:
    '<lib-chart [chart]="chart()" label="Bars of two countries: Croatia 3, Italy 3." (pressed)="pressed.push($event)" />',
})
class Page {
  readonly chart = signal<ChartData>(bars);
  readonly pressed: Pressed[] = [];
}

describe('a chart', () => {
  beforeEach(async () => {
    // jsdom lays nothing out.
    globalThis.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
    TestBed.configureTestingModule({ providers: speaking() });
    await readEnglish();
  });

  async function page(chart: ChartData) {
    const fixture = TestBed.createComponent(Page);
    fixture.componentInstance.chart.set(chart);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    for (let turn = 0; turn < 200 && !host.querySelector('svg'); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    return { host, pressed: fixture.componentInstance.pressed };
  }

  it('is a picture that says its figures, as high before it is drawn as after', async () => {
    const { host } = await page(bars);
    const picture = host.querySelector<HTMLElement>('[role=img]');
    expect(picture?.getAttribute('aria-label')).toBe('Bars of two countries: Croatia 3, Italy 3.');
    expect(picture?.style.minHeight).toBe(`${heightOf(bars)}px`);
    expect(picture?.querySelector('svg')?.getAttribute('height')).toBe(String(heightOf(bars)));
    expect(picture?.querySelector('a, button, [tabindex], [aria-label]')).toBeNull();
  });

  it('draws a piece for each figure that is not nought, in the colours of the tokens, with rows and totals in words', async () => {
    const { host } = await page(bars);
    const pieces = [...host.querySelectorAll('.bar rect')];
    expect(pieces.map((piece) => piece.getAttribute('fill'))).toEqual(['var(--green)', 'var(--green)', 'var(--red)']);
    const words = [...host.querySelectorAll('svg text')].map(({ textContent }) => textContent);
    expect(words).toEqual(expect.arrayContaining(['Croatia', 'Italy', '3']));
    expect([...host.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(['admitted', 'rejected']);
  });

  it('says which piece was pressed', async () => {
    const { host, pressed } = await page(bars);
    const pieces = host.querySelectorAll('.bar rect');
    pieces[2]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    host.querySelector('svg')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(pressed).toEqual([{ row: 'IT', part: 'rejected' }]);
  });

  it('draws lines in steps', async () => {
    const { host } = await page(lines);
    expect(host.querySelectorAll('.line path')).toHaveLength(1);
    expect(host.querySelectorAll('.dot circle')).toHaveLength(2);
    expect(host.querySelector('ul')).toBeNull();
  });
});
