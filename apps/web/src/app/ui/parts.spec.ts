import { HttpClient, httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject, input, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import type { MadeFileState } from '@libretto/domain';
import { readEnglish, speaking } from '../../testing/speaking';
import { Confirm } from './confirm';
import { HoursBar } from './hours-bar';
import { MadeFile } from './made-file';
import { Pager } from './pager';
import { Steps } from './steps';
import { Waiting } from './waiting';

async function shown<C>(part: Type<C>, inputs: Record<string, unknown>) {
  TestBed.configureTestingModule({ providers: speaking() });
  await readEnglish();
  const fixture = TestBed.createComponent(part);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

@Component({
  imports: [Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lib-waiting [for]="thing" />
    @if (thing.hasValue()) {
      <p>{{ thing.value() }}</p>
    }`,
})
class Page {
  readonly http = inject(HttpClient);
  readonly thing = httpResource<string>(() => '/api/thing');
}

@Component({
  imports: [MadeFile],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lib-made-file [state]="state()" name="Minutes" [done]="1" [total]="4">Try again.</lib-made-file>`,
})
class PageOfFile {
  readonly state = input.required<MadeFileState>();
}

describe('parts of a page', () => {
  it('say how far a file is, and what to do only where it failed', async () => {
    const made = async (state: MadeFileState) => {
      TestBed.resetTestingModule();
      return shown(PageOfFile, { state });
    };
    const queued = await made('queued');
    expect(queued.textContent).toMatch(/^\s*in preparation\s*1 of 4\s*$/);
    expect(queued.querySelector('progress[aria-label=Minutes]')?.getAttribute('value')).toBe('1');
    const failed = await made('failed');
    expect(failed.querySelector('lib-status')?.textContent).toBe('failed');
    expect(failed.querySelector('lib-status + div')?.textContent).toBe('Try again.');
    expect(failed.querySelector('progress')).toBeNull();
    expect((await made('ready')).textContent.trim()).toBe('ready');
  });

  it('say hours in words beside the bar', async () => {
    const bar = await shown(HoursBar, { notional: 1500, attended: 750, declared: 375 });
    expect(bar.querySelector('p')?.textContent.trim().replaceAll('\u00a0', ' ')).toBe(
      '12 h 30 min of sessions, 6 h 15 min of self-study and project work, of 25 h planned',
    );
    expect([...bar.querySelectorAll<HTMLElement>('.bar div')].map(({ style }) => style.width)).toEqual(['50%', '25%']);
  });

  it('keep the bar whole where more was done than foreseen', async () => {
    const bar = await shown(HoursBar, { notional: 60, attended: 90, declared: 30 });
    expect([...bar.querySelectorAll<HTMLElement>('.bar div')].map(({ style }) => style.width)).toEqual(['75%', '25%']);
  });

  it('say where a line stands without its colours', async () => {
    const steps = await shown(Steps, {
      steps: [
        { label: 'Draft', is: 'done' },
        { label: 'Ruling', is: 'now', note: 'by Friday' },
      ],
    });
    expect(steps.querySelector('[aria-current=step]')?.textContent).toContain('Ruling');
    expect(steps.querySelector('li')?.textContent).toContain('(done)');
  });

  it('page on by key and back to the start, each at its own address', async () => {
    const pager = await shown(Pager, { next: 'k9', after: 'k4' });
    expect([...pager.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/', '/?after=k9']);
  });

  it('show no pager where one page is all', async () => {
    expect((await shown(Pager, { next: null })).textContent.trim()).toBe('');
  });

  it('wait, say why it failed, and try again', async () => {
    TestBed.configureTestingModule({ providers: speaking() });
    const http = await readEnglish();
    const fixture = TestBed.createComponent(Page);
    const page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    expect(page.querySelector('[role=status]')?.textContent).toBe('Loading…');
    const refusal = {
      type: 'about:blank',
      status: 404,
      code: 'common.not-found',
      numbers: {},
      detail: 'Not yours to see.',
    };
    http.expectOne('/api/thing').flush(refusal, { status: 404, statusText: 'Not Found' });
    await fixture.whenStable();
    expect(page.querySelector('[role=alert] p')?.textContent).toBe('Not yours to see.');
    page.querySelector<HTMLElement>('[role=alert] button')?.click();
    TestBed.tick();
    http.expectOne('/api/thing').flush('"there"');
    await fixture.whenStable();
    expect(page.textContent.trim()).toBe('"there"');
  });

  it('lead from a place that a list does not have to its first page', async () => {
    TestBed.configureTestingModule({ providers: speaking() });
    const http = await readEnglish();
    const fixture = TestBed.createComponent(Page);
    const page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    const refusal = {
      type: 'about:blank',
      status: 400,
      code: 'common.no-such-place',
      numbers: {},
      detail: 'Go to the first page.',
    };
    http.expectOne('/api/thing').flush(refusal, { status: 400, statusText: 'Bad Request' });
    await fixture.whenStable();
    expect(page.querySelector('a')?.textContent).toBe('First page');
    expect(page.querySelector('button')).toBeNull();
  });

  it.each([
    ['Withdraw', true],
    ['Cancel', false],
  ])('ask before a step that takes away: %s', async (button, answer) => {
    TestBed.configureTestingModule({ providers: speaking() });
    await readEnglish();
    const asked = TestBed.inject(Confirm).ask({
      title: 'Withdraw?',
      consequence: 'Your place goes to the next.',
      verb: 'Withdraw',
    });
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    const dialog = document.querySelector('[role=alertdialog]');
    expect(dialog?.textContent).toContain('Your place goes to the next.');
    [...(dialog?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent.trim() === button)?.click();
    expect(await asked).toBe(answer);
    TestBed.inject(MatDialog).closeAll();
  });
});
