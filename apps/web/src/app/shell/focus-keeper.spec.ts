import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FocusKeeper } from './focus-keeper';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main>
      @if (titled()) {
        <h1 tabindex="-1">Attendance</h1>
      }
      <section>
        <h2>Conflicts</h2>
        @if (asked()) {
          <form><button>Declare</button></form>
        }
      </section>
      @if (asked()) {
        <button id="close">Close attendance</button>
      }
      <button id="stays">Print</button>
    </main>
  `,
})
class Page {
  readonly asked = signal(true);
  readonly titled = signal(true);
}

describe('the focus', () => {
  async function open() {
    TestBed.inject(FocusKeeper);
    const fixture = TestBed.createComponent(Page);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    const focus = (selector: string) =>
      (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>(selector)?.focus();
    return { fixture, page: fixture.componentInstance, focus, at: () => document.activeElement?.textContent };
  }

  it.each([
    ['#close', 'Attendance'],
    ['form button', 'Conflicts'],
  ])('of %s goes on to the nearest heading when it goes', async (button, heading) => {
    const { fixture, page, focus, at } = await open();
    focus(button);
    page.asked.set(false);
    await fixture.whenStable();
    expect(at()).toBe(heading);
  });

  it('waits for the heading of the page where none is there yet', async () => {
    const { fixture, page, focus, at } = await open();
    focus('h1');
    page.titled.set(false);
    await fixture.whenStable();
    page.titled.set(true);
    await fixture.whenStable();
    expect(at()).toBe('Attendance');
  });

  it('stays where it is while its button does', async () => {
    const { fixture, page, focus, at } = await open();
    focus('#stays');
    page.asked.set(false);
    await fixture.whenStable();
    expect(at()).toBe('Print');
  });
});
