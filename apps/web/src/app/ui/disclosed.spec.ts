import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Disclosed } from './disclosed';

@Component({
  imports: [Disclosed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template:
    '<lib-disclosed><span opener>Ana</span><button id="out">Sign out</button></lib-disclosed><button id="else">Else</button>',
})
class Bar {}

describe('what is disclosed', () => {
  async function bar() {
    const fixture = TestBed.createComponent(Bar);
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
    const opener = page.querySelector('button') as HTMLElement;
    opener.click();
    await fixture.whenStable();
    return {
      opener,
      isOpen: () =>
        opener.getAttribute('aria-expanded') === 'true' && !page.querySelector<HTMLElement>('.panel')?.hidden,
      press: async (id: string) => {
        page.querySelector<HTMLElement>(`#${id}`)?.click();
        await fixture.whenStable();
      },
      escape: async () => {
        page.querySelector('#out')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        await fixture.whenStable();
      },
    };
  }

  it('opens at a press and closes after a choice', async () => {
    const { isOpen, press } = await bar();
    expect(isOpen()).toBe(true);
    await press('out');
    expect(isOpen()).toBe(false);
  });

  it('closes at a press elsewhere', async () => {
    const { isOpen, press } = await bar();
    await press('else');
    expect(isOpen()).toBe(false);
  });

  it('closes at Escape, with the focus back where it was', async () => {
    const { opener, isOpen, escape } = await bar();
    await escape();
    expect([isOpen(), document.activeElement]).toEqual([false, opener]);
  });
});
