import { TestBed } from '@angular/core/testing';
import type { OwnSurvey, SurveyResults } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/surveys.json';
import workload from '../../../../../../libs/language/en/workload.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { Confirm } from '../../ui/confirm';
import { SurveyPage } from './survey.page';
import { SurveyResultsPage } from './survey-results.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const both = (text: string) => ({ en: text, it: text });
const ends = { least: both('not at all'), most: both('very') };
const options = [
  { id: 'slow', label: both('too slow') },
  { id: 'right', label: both('<b>right</b>') },
];
const open: OwnSurvey = {
  standing: 'open',
  from: '2026-11-20T23:00:00.000Z',
  until: '2026-12-11T22:59:59.000Z',
  answeredAt: null,
  isRequired: true,
  least: 5,
  introduction: both('Three minutes.'),
  questions: [
    { id: 'useful', kind: 'scale', required: true, text: both('How useful is it?'), ends, steps: 3 },
    { id: 'pace', kind: 'choice', text: both('How was the pace?'), options },
    {
      id: 'modules',
      kind: 'matrix',
      text: both('What did you learn?'),
      ends,
      rows: [{ id: 'one', label: both('One') }],
    },
    { id: 'hours', kind: 'number', text: both('How many hours?'), max: 60, unit: both('hours') },
    { id: 'remarks', kind: 'text', text: both('What should change?') },
  ],
  can: { answer: true },
};

describe('the survey of an edition', () => {
  async function show(reply: OwnSurvey, isSure = true) {
    const confirm = { ask: jest.fn(async () => isSure) };
    TestBed.configureTestingModule({ providers: speaking({ provide: Confirm, useValue: confirm }) });
    const api = await readEnglish({ surveys: sentences });
    const fixture = TestBed.createComponent(SurveyPage);
    fixture.componentRef.setInput('editionId', editionId);
    TestBed.tick();
    api.expectOne(`/api/editions/${editionId}/survey`).flush(reply);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const send = async () => {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await fixture.whenStable();
    };
    const pick = (at: number) => page.querySelectorAll<HTMLInputElement>('input[type="radio"]')[at]?.click();
    const write = (selector: string, text: string) => {
      const field = page.querySelector<HTMLInputElement>(selector)!;
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };
    const text = () => (page.textContent ?? '').replace(/\s+/g, ' ');
    return { api, confirm, fixture, page, pick, send, text, write };
  }

  it('says that it is anonymous and for good, asks once more, and sends what was answered', async () => {
    const { api, confirm, pick, send, text, write } = await show(open);
    expect(text()).toContain('Your answers are anonymous');
    expect(text()).toContain('Sent answers can’t be changed or deleted');
    expect(text()).toContain('<b>right</b>');
    pick(2);
    write('input.typed', '6');
    write('textarea', '  ');
    await send();
    expect(confirm.ask).toHaveBeenCalledTimes(1);
    const sent = api.expectOne(`/api/editions/${editionId}/survey/answers`);
    expect(sent.request.body).toEqual({ answers: { useful: 3, hours: 6 } });
  });

  it('sends nothing while a required answer is missing or one is wrong, and says at which question', async () => {
    const { api, confirm, page, send, text, write } = await show(open);
    write('input.typed', '61');
    await send();
    expect(text()).toContain('2 questions need your attention.');
    expect([...page.querySelectorAll('fieldset .fault')].map((one) => one.textContent)).toEqual([
      'Required',
      'Enter 60 or less.',
    ]);
    expect(page.querySelector('fieldset')?.getAttribute('aria-describedby')).toBe('survey-useful-fault');
    expect(confirm.ask).not.toHaveBeenCalled();
    api.verify();
  });

  it('sends nothing where somebody is not sure', async () => {
    const { api, pick, send } = await show(open, false);
    pick(0);
    await send();
    api.verify();
  });

  it('thanks whoever has answered, and shows no answer', async () => {
    const answered = { ...open, answeredAt: '2026-11-23T10:00:00Z', questions: [], can: { answer: false } };
    const { page, text } = await show(answered);
    expect(text()).toContain('Thank you for your answers');
    expect(page.querySelector('form')).toBeNull();
  });
});

describe('the results of a survey', () => {
  beforeAll(() => {
    globalThis.ResizeObserver ??= class {
      observe = () => undefined;
      unobserve = () => undefined;
      disconnect = () => undefined;
    };
  });

  const closed: SurveyResults = {
    ...{ standing: 'closed', from: open.from, until: open.until, answered: 6, participants: 8, least: 5 },
    results: [
      {
        question: open.questions[1]!,
        tally: {
          id: 'pace',
          kind: 'choice',
          answered: 6,
          counts: [
            { of: 'slow', count: 1 },
            { of: 'right', count: 5 },
          ],
        },
      },
      { question: open.questions[4]!, tally: { id: 'remarks', kind: 'text', answered: 1, texts: ['<img src=x>'] } },
    ],
  };
  async function show(reply: SurveyResults) {
    TestBed.configureTestingModule({ providers: speaking() });
    const api = await readEnglish({ surveys: sentences, workload });
    const fixture = TestBed.createComponent(SurveyResultsPage);
    fixture.componentRef.setInput('editionId', editionId);
    TestBed.tick();
    api.expectOne(`/api/editions/${editionId}/survey/results`).flush(reply);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('are figures in a table beside the drawing, and texts as they were written', async () => {
    const page = await show(closed);
    const rows = [...page.querySelectorAll('tbody tr')].map((row) =>
      (row.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
    expect(rows).toEqual(['too slow117 %', '<b>right</b>583 %']);
    expect(page.querySelector('.texts')?.textContent).toContain('<img src=x>');
    expect(page.textContent).toContain('6 of 8 participants answered (75 %).');
    expect(page.querySelectorAll('a[download]')).toHaveLength(2);
  });

  it.each<[string, Partial<SurveyResults>, string]>([
    ['while it is open', { standing: 'open' }, 'Results appear once the survey has closed'],
    ['where too few answered', { answered: 4 }, 'Too few answers to show results'],
    ['where there is no survey', { standing: 'none', answered: 0 }, 'This edition has no survey'],
  ])('are not there %s, and the page says why', async (_, values, why) => {
    const page = await show({ ...closed, ...values, results: null });
    expect(page.textContent).toContain(why);
    expect(page.querySelector('a[download]')).toBeNull();
  });
});
