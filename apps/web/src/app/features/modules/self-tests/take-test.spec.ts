import { TestBed } from '@angular/core/testing';
import type { OwnAttempts, TestAttempt } from '@libretto/contracts';
import modules from '../../../../../../../libs/language/en/modules.json';
import sentences from '../../../../../../../libs/language/en/self-tests.json';
import shell from '../../../../../../../libs/language/en/shell.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { TakeTest } from './take-test';

const [editionId, materialId] = [1, 2].map((at) => `01936c5e-0000-7000-8000-00000000000${at}`) as [string, string];
const address = `/api/editions/${editionId}/materials/${materialId}/attempts`;
const at = '2026-11-23T09:00:00.000Z';
const options = (...words: string[]) => words.map((en, place) => ({ id: String(place), text: { en } }));
const asked = { points: 1, prompts: [], options: [], answer: null, outcome: null };
const attempt: TestAttempt = {
  ...{ number: 1, startedAt: at, finishedAt: null, percent: null, isPassed: null, feedback: 'each', passPercent: 70 },
  questions: [
    { ...asked, id: 'c', kind: 'choice', text: { en: '<b>Who</b>?' }, options: options('Embassy', 'Authority') },
    { ...asked, id: 'o', kind: 'order', text: { en: 'Order?' }, options: options('Decide', 'Receive', 'Assess') },
    {
      ...{ ...asked, id: 'm', kind: 'match', text: { en: 'Match?' }, options: options('1999', '1997') },
      prompts: [{ en: 'Lisbon' }, { en: 'Bologna' }],
    },
    { ...asked, id: 'n', kind: 'number', text: { en: 'Months?' } },
  ],
};
const view: OwnAttempts = {
  ...{ introduction: { en: 'Four questions.' }, questions: 4, passPercent: 70, feedback: 'each', attempts: 2, left: 1 },
  ...{ taken: [], best: null, open: attempt, can: { begin: true } },
};

async function open(values: Partial<OwnAttempts> = {}) {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ modules, 'self-tests': sentences, shell });
  const fixture = TestBed.createComponent(TakeTest);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('materialId', materialId);
  fixture.componentRef.setInput('test', { ...view, ...values });
  let passed = 0;
  fixture.componentInstance.passed.subscribe(() => (passed += 1));
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const press = async (name: string) => {
    const all = [...page.querySelectorAll<HTMLElement>('button, input')];
    const nameOf = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.closest('label, button')?.textContent;
    all.find((one) => nameOf(one)?.trim() === name)!.click();
    await settled();
  };
  const saved = async (): Promise<unknown> => {
    for (let tries = 0; tries < 40; tries += 1) {
      const [sent] = api.match({ method: 'PUT', url: `${address}/1/answers` });
      if (sent) {
        sent.flush(null);
        await settled();
        return JSON.parse(JSON.stringify(sent.request.body)) as unknown;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('Nothing was saved.');
  };
  /** The page asks again. */
  const ask = (test: OwnAttempts) => fixture.componentRef.setInput('test', test);
  return { api, page, press, saved, settled, ask, passed: () => passed };
}

describe('taking a self-test', () => {
  it('keeps each answer by places on the sheet; items are put in order by buttons, pairs are chosen', async () => {
    const { page, press, saved } = await open();
    expect(page.querySelector('legend b')).toBeNull();
    await press('Authority');
    await press('Move Decide down');
    const [, bologna] = page.querySelectorAll<HTMLSelectElement>('select');
    bologna!.value = '0';
    bologna!.dispatchEvent(new Event('change'));
    expect(await saved()).toEqual({ answers: { c: '1', o: ['1', '0', '2'], m: ['', '0'] } });
  });

  it('says when a number is none, sends it with a comma as a number, and takes it back', async () => {
    const { page, saved, settled } = await open();
    const field = page.querySelector<HTMLInputElement>('label.typed input')!;
    const type = async (words: string) => {
      field.value = words;
      field.dispatchEvent(new Event('input'));
      await settled();
    };
    await type('four');
    expect(page.textContent).toContain('Enter a number, such as 12 or 0.5.');
    await type('4,5');
    expect(await saved()).toEqual({ answers: { n: 4.5 } });
    await type('');
    expect(await saved()).toEqual({ answers: { n: null } });
  });

  it('tells what was right once an answer is checked, and asks for one before', async () => {
    const { api, page, press, settled } = await open();
    await press('Check answer 1');
    expect(page.textContent).toContain('Choose or enter an answer first.');
    await press('Embassy');
    await press('Check answer 1');
    const sent = api.expectOne({ method: 'POST', url: `${address}/1/check` });
    expect(sent.request.body).toEqual({ questionId: 'c', answer: '0' });
    const outcome = { percent: 0, right: '1', tolerance: 0, feedback: { en: 'Article III.5' }, remarks: [] };
    sent.flush({ answer: '0', outcome });
    await settled();
    expect(page.querySelector('.option.right')?.textContent).toContain('Authority');
    expect(page.textContent).toContain('Article III.5');
    expect([...page.querySelectorAll<HTMLInputElement>('input[type=radio]')].every(({ disabled }) => disabled)).toBe(
      true,
    );
  });

  it('hands in only what has reached the server, and says who has passed', async () => {
    const { api, page, press, saved, settled, passed, ask } = await open({
      open: { ...attempt, questions: [attempt.questions[0]!] },
    });
    await press('Authority');
    await press('Hand in');
    api.expectNone({ method: 'POST', url: `${address}/1/finish` });
    await saved();
    await settled();
    const finished = { ...attempt, questions: [], finishedAt: at, percent: 100, isPassed: true };
    api.expectOne({ method: 'POST', url: `${address}/1/finish` }).flush(finished);
    await new Promise((resolve) => setTimeout(resolve));
    const taken = [{ number: 1, startedAt: at, finishedAt: at, percent: 100, isPassed: true }];
    ask({ ...view, open: null, taken, best: 1 });
    await settled();
    expect(page.textContent).toContain('Passed with 100 %.');
    expect(passed()).toBe(1);
  });

  it('says its terms and how many attempts are left', async () => {
    const taken = { number: 1, startedAt: at, finishedAt: at, percent: 50, isPassed: false };
    const { page } = await open({ open: null, taken: [taken], best: 1, left: 0, can: { begin: false } });
    expect(page.textContent).toContain('4 questions · 70 % to pass');
    expect(page.textContent).toContain('No attempts left.');
    expect([...page.querySelectorAll('button')].map((one) => one.textContent.trim())).toEqual(['Show answers 1']);
  });
});
