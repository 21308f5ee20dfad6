import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SearchBox } from './search-box';

@Component({
  imports: [SearchBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<lib-search-box label="Name" [q]="q()" found="3 found" />',
})
class List {
  readonly q = input<string>();
}

describe('the search box', () => {
  const afterAMoment = () => new Promise((resolve) => setTimeout(resolve, 350));

  async function open(address: string) {
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: 'desk', component: List }], withComponentInputBinding())],
    });
    const harness = await RouterTestingHarness.create(address);
    const box = harness.routeNativeElement?.querySelector('input') as HTMLInputElement;
    const type = (words: string) => {
      box.value = words;
      box.dispatchEvent(new Event('input'));
    };
    return { harness, box, type, url: () => TestBed.inject(Router).url };
  }

  it('puts what is typed into the address after a moment, and begins at the first page', async () => {
    const { harness, type, url, box } = await open('/desk?after=x&step=voted');
    type('Kov');
    type('Kovač');
    expect(url()).toBe('/desk?after=x&step=voted');
    await afterAMoment();
    await harness.fixture.whenStable();
    expect(url()).toBe('/desk?step=voted&q=Kova%C4%8D');
    expect(box.value).toBe('Kovač');
    expect(harness.routeNativeElement?.querySelector('[role=status]')?.textContent).toBe('3 found');
  });

  it('searches at once with Enter, and empties with Escape', async () => {
    const { harness, box, type, url } = await open('/desk?q=ana');
    expect(box.value).toBe('ana');
    type('ana k');
    box.form?.dispatchEvent(new Event('submit', { cancelable: true }));
    await harness.fixture.whenStable();
    expect(url()).toBe('/desk?q=ana%20k');
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await harness.fixture.whenStable();
    expect([url(), box.value]).toEqual(['/desk', '']);
  });
});
