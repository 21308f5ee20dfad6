import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormField, FormRoot, validateStandardSchema } from '@angular/forms/signals';
import * as z from 'zod/mini';
import { readEnglish, speaking } from '../../../testing/speaking';
import { ProblemError } from '../../platform/api';
import { FieldError, FormProblem, formToSend } from './index';

const body = z.object({ email: z.email(), name: z.string().check(z.minLength(3)) });
const refusal = (fields?: { path: string; message: string }[]) =>
  new ProblemError({
    type: 'about:blank',
    status: 422,
    code: 'x.y',
    numbers: {},
    detail: 'The list is closed.',
    ...(fields && { fields }),
  });

@Component({
  imports: [FormRoot, FormField, FieldError, FormProblem],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formRoot]="form">
      <input id="email" [formField]="form.email" /><lib-field-error id="email-error" [field]="form.email" />
      <input id="name" [formField]="form.name" /><lib-field-error id="name-error" [field]="form.name" />
      <lib-form-problem [form]="form" />
      <button>Send</button>
    </form>
  `,
})
class Sheet {
  answer: () => Promise<unknown> = () => Promise.resolve();
  readonly model = signal({ email: '', name: '' });
  readonly form = formToSend(
    this.model,
    (path) => validateStandardSchema(path, body),
    () => this.answer(),
  );
}

describe('a form', () => {
  async function sheet(email: string, name: string, answer?: () => Promise<unknown>) {
    TestBed.configureTestingModule({ providers: speaking() });
    await readEnglish();
    const fixture = TestBed.createComponent(Sheet);
    if (answer) fixture.componentInstance.answer = answer;
    fixture.componentInstance.model.set({ email, name });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    return {
      said: (id: string) => page.querySelector(id)?.textContent.trim(),
      focused: () => document.activeElement?.id,
    };
  }

  it('says which gap is there and goes to the first', async () => {
    const { said, focused } = await sheet('', 'Al');
    expect([said('#email-error'), said('#name-error')]).toEqual(['Required', 'At least 3 characters.']);
    expect(focused()).toBe('email');
  });

  it('words a wrong address', async () => {
    const { said } = await sheet('ana', 'Ana');
    expect(said('#email-error')).toContain('valid e-mail address');
  });

  it('puts a refusal on the field that it names', async () => {
    const { said } = await sheet('ana@example.org', 'Ana', () =>
      Promise.reject(refusal([{ path: 'body.name', message: 'Taken.' }])),
    );
    expect([said('#name-error'), said('lib-form-problem')]).toEqual(['Taken.', '']);
  });

  it('puts any other refusal above the button', async () => {
    const { said } = await sheet('ana@example.org', 'Ana', () => Promise.reject(refusal()));
    expect(said('lib-form-problem')).toBe('The list is closed.');
  });
});
