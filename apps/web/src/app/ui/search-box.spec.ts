import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SearchBox } from './search-box';
import { SearchBoxHarness } from './search-box.harness';

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
    const { fixture } = await RouterTestingHarness.create(address);
    const box = await TestbedHarnessEnvironment.loader(fixture).getHarness(SearchBoxHarness);
    return { box, url: () => TestBed.inject(Router).url };
  }

  it('puts what is typed into the address after a moment, and begins at the first page', async () => {
    const { url, box } = await open('/desk?after=x&step=voted');
    await box.type('Kov');
    await box.type('Kovač');
    expect(url()).toBe('/desk?after=x&step=voted');
    await afterAMoment();
    expect([await box.words(), await box.found()]).toEqual(['Kovač', '3 found']);
    expect(url()).toBe('/desk?step=voted&q=Kova%C4%8D');
  });

  it('searches at once with Enter, and empties with Escape', async () => {
    const { box, url } = await open('/desk?q=ana');
    expect(await box.words()).toBe('ana');
    await box.type('ana k');
    await box.enter();
    expect(url()).toBe('/desk?q=ana%20k');
    await box.escape();
    expect([await box.words(), url()]).toEqual(['', '/desk']);
  });
});
