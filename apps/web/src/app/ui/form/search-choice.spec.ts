import { TestBed } from '@angular/core/testing';
import common from '../../../../../../libs/language/en/common.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { SearchChoice } from './search-choice';

const options = [
  { id: 'CI', label: 'Côte d’Ivoire' },
  { id: 'ER', label: 'Eritrea' },
  { id: 'GQ', label: 'Equatorial Guinea' },
  { id: 'GN', label: 'Guinea' },
];

async function choice() {
  TestBed.configureTestingModule({ providers: speaking() });
  await readEnglish({ common });
  const fixture = TestBed.createComponent(SearchChoice);
  fixture.componentRef.setInput('options', options);
  fixture.componentRef.setInput('value', 'ER');
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await fixture.whenStable();
  const box = page.querySelector('input') as HTMLInputElement;
  const changes = jest.fn();
  page.addEventListener('change', changes);
  const step = async (act: () => unknown) => {
    act();
    await fixture.whenStable();
  };
  return {
    box,
    changes,
    value: () => fixture.componentInstance.value(),
    offered: () => [...document.querySelectorAll('mat-option')].map((one) => one.textContent?.trim()),
    press: (at: number) => step(() => document.querySelectorAll<HTMLElement>('mat-option')[at]?.click()),
    leave: () =>
      step(() => {
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', keyCode: 9, bubbles: true }));
        box.dispatchEvent(new FocusEvent('blur'));
      }),
    /** Acts like the "next" of a phone's keyboard: no key is pressed. */
    goOn: () =>
      step(() =>
        box.dispatchEvent(
          new FocusEvent('blur', { relatedTarget: document.body.appendChild(document.createElement('input')) }),
        ),
      ),
    type: (words: string) =>
      step(() => {
        box.focus();
        box.value = words;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}

describe('search choice', () => {
  it('offers what holds the letters in whatever spelling, what begins with them first', async () => {
    const { type, offered } = await choice();
    await type('guinea');
    expect(offered()).toEqual(['Guinea', 'Equatorial Guinea']);
    await type('cote d');
    expect(offered()).toEqual(['Côte d’Ivoire']);
    await type('atlantis');
    expect(offered()).toEqual(['No results']);
  });

  it('takes the option that was pressed, and says so to the form', async () => {
    const { type, press, value, box, changes } = await choice();
    await type('guin');
    await press(1);
    expect([value(), box.value]).toEqual(['GQ', 'Equatorial Guinea']);
    expect(changes).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['guinea', 'GN', 'Guinea'],
    ['equat', 'GQ', 'Equatorial Guinea'],
    ['', '', ''],
    ['atlantis', 'ER', 'Eritrea'],
  ])('left with “%s” means %p', async (words, id, label) => {
    for (const way of ['leave', 'goOn'] as const) {
      const { type, value, box, ...ways } = await choice();
      await type(words);
      await ways[way]();
      expect([value(), box.value]).toEqual([id, label]);
      TestBed.resetTestingModule();
    }
  });
});
