import { TestBed } from '@angular/core/testing';
import type { ApplicationFormBody, FormField } from '@libretto/contracts';
import admissions from '../../../../../../../libs/language/en/admissions.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { DossierForm } from './dossier-form';

const text = (words: string) => ({ en: words, it: words });
const options = [
  { id: 'hei', label: text('Higher education') },
  { id: 'body', label: text('Public body') },
];
const fields: FormField[] = [
  { id: 'sector', kind: 'choice', label: text('Sector'), options },
  {
    id: 'tools',
    kind: 'group',
    label: text('Tools'),
    fields: [
      { id: 'name', kind: 'text', label: text('Name') },
      { id: 'of', kind: 'choice', label: text('Of'), options },
    ],
  },
];
const degree = {
  rowId: 'd',
  title: 'Laurea',
  institution: 'Sapienza',
  country: 'IT',
  eqfLevel: 6 as const,
  year: 2015,
};
const stored: ApplicationFormBody = {
  degrees: [degree],
  posts: [],
  languages: [],
  referees: [],
  motivation: 'body',
  exceptionalConditions: '',
  answers: { sector: 'hei', tools: [{ rowId: 't', name: 'hei', of: 'hei' }] },
};
/** The form as another window wrote it meanwhile. */
const theirs: ApplicationFormBody = {
  ...stored,
  degrees: [{ ...degree, country: 'HR', eqfLevel: 7 }],
  motivation: 'hei',
  answers: { sector: 'body', tools: [{ rowId: 't', name: 'body', of: 'body' }] },
};
const mine = {
  degrees: [{ ...degree, country: 'FR', eqfLevel: '5', year: '2015' }],
  motivation: 'IT',
  answers: { sector: '', tools: [] },
};

it('asks in words which of two choices is right, not in codes', async () => {
  localStorage.clear();
  TestBed.configureTestingModule({ providers: speaking() });
  const http = await readEnglish({ admissions });
  const fixture = TestBed.createComponent(DossierForm);
  const inputs = {
    editionId: 'e',
    stored,
    fields,
    programme: { parts: ['degrees', 'posts', 'languages'], criteria: [], illustrative: [] },
    evidence: [],
  };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const form = fixture.componentInstance as unknown as {
    draft: { write(change: (screen: object) => object): void; saveNow(): Promise<void> };
  };
  form.draft.write((screen) => ({ ...screen, ...mine }));
  const saved = form.draft.saveNow();
  await Promise.resolve();
  const refusal = {
    type: 'about:blank',
    status: 409,
    code: 'common.changed-elsewhere',
    numbers: {},
    detail: '',
    stored: theirs,
  };
  http.expectOne({ method: 'PATCH' }).flush(refusal, { status: 409, statusText: 'Conflict' });
  await saved;
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const questions = [...page.querySelectorAll('.clash')].map((one) => [
    one.getAttribute('aria-label'),
    ...[...one.querySelectorAll('dd')].map(({ textContent }) => textContent),
  ]);
  const changed = (field: string) => `${field} was changed in another window too`;
  expect(questions).toEqual([
    [changed('Degrees, Country'), 'France', 'Croatia'],
    [changed('Degrees, Level'), 'EQF 5: short cycle', 'EQF 7: second cycle, master'],
    // Typed text is no code, even if it looks like one.
    [changed('Motivation'), 'IT', 'hei'],
    [changed('Sector'), 'Empty', 'Public body'],
    [changed('Tools'), 'Empty', 'body · Public body'],
  ]);
});
