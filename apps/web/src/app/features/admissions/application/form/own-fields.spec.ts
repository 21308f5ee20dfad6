import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { FormField } from '@libretto/contracts';
import { emptyForm, withoutFaults } from '@libretto/domain';
import admissions from '../../../../../../../../libs/language/en/admissions.json';
import { readEnglish, speaking } from '../../../../../testing/speaking';
import { OwnFields } from './own-fields';
import { answersOf, type TypedAnswers, typedOf } from './typed';

const text = (words: string) => ({ en: words, it: words });
const option = (id: string) => ({ id, label: text(id) });
const fields: FormField[] = [
  {
    id: 'kinds',
    kind: 'choice',
    label: text('Kinds'),
    several: true,
    required: true,
    options: [option('academic'), option('none')],
  },
  { id: 'a-year', kind: 'number', label: text('How many'), min: 1, when: { field: 'kinds', is: ['academic'] } },
  {
    id: 'tools',
    kind: 'group',
    label: text('Tools'),
    min: 2,
    max: 2,
    when: { field: 'a-year' },
    fields: [{ id: 'name', kind: 'text', label: text('Name') }],
  },
];

@Component({
  imports: [OwnFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<lib-own-fields editionId="x" [fields]="fields" [written]="written()" [(typed)]="typed" />',
})
class Sheet {
  readonly fields = fields;
  readonly typed = signal<TypedAnswers>(typedOf(fields, {}));
  readonly written = computed(() => ({
    form: { ...emptyForm, answers: withoutFaults(fields, answersOf(fields, this.typed())) },
    evidence: [],
  }));
}

async function sheet() {
  TestBed.configureTestingModule({ providers: speaking() });
  await readEnglish({ admissions });
  const fixture = TestBed.createComponent(Sheet);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await fixture.whenStable();
  const find = <E extends HTMLElement>(selector: string) => page.querySelector<E>(selector) as E;
  return {
    typed: () => fixture.componentInstance.typed(),
    shown: () => [...page.querySelectorAll('.own')].map(({ id }) => id),
    said: () => page.textContent,
    focused: () => document.activeElement,
    find,
    async press(selector: string) {
      find(selector).click();
      await fixture.whenStable();
    },
    async type(selector: string, words: string) {
      const input = find<HTMLInputElement>(selector);
      input.value = words;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('blur'));
      await fixture.whenStable();
    },
  };
}

const number = '[id="own.a-year"] input';
const add = '[id="own.tools"] .add';

describe('own fields', () => {
  it('show what the answers above ask for, and keep what was typed while it is hidden', async () => {
    const { shown, press, type, typed } = await sheet();
    expect(shown()).toEqual(['own.kinds']);
    await press('input[type=checkbox]');
    expect(shown()).toEqual(['own.kinds', 'own.a-year']);
    await type(number, '240');
    expect(shown()).toEqual(['own.kinds', 'own.a-year', 'own.tools']);
    await press('input[type=checkbox]');
    expect(shown()).toEqual(['own.kinds']);
    expect(typed()).toEqual({ kinds: [], 'a-year': '240', tools: [] });
  });

  it('say what is wrong in words, and take it for no answer', async () => {
    const { shown, press, type, said } = await sheet();
    await press('input[type=checkbox]');
    await type(number, '0');
    expect(said()).toContain('Enter 1 or more.');
    expect(shown()).not.toContain('own.tools');
  });

  it('put the cursor into a row that is added, and where one goes on when it is removed', async () => {
    const { press, type, focused, find, said } = await sheet();
    await press('input[type=checkbox]');
    await type(number, '240');
    await press(add);
    expect(focused()).toBe(find('[id="own.tools"] input'));
    await type('[id="own.tools"] input', 'ARENA');
    expect(said()).toContain('Add at least 2 rows.');
    await press(add);
    expect(find(add)).toBeNull();
    await press('[id="own.tools"] fieldset button');
    expect(focused()).toBe(find('[id="own.tools"] input'));
    await press('[id="own.tools"] fieldset button');
    expect(focused()).toBe(find(add));
  });
});
