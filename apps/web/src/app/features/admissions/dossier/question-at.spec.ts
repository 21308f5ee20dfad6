import type { HttpTestingController } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { ReturnView } from '@libretto/contracts';
import admissions from '../../../../../../../libs/language/en/admissions.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { AskedQuestions } from './asked-questions';
import { QuestionAt } from './question-at';

const asked = (answer: string): ReturnView => ({
  number: 1,
  at: '2026-11-23T09:00:00.000Z',
  word: '',
  questions: [{ id: 'q1', field: 'posts', text: 'Since when?', answer }],
  answerUntil: '2026-11-30T09:00:00.000Z',
  answeredAt: null,
  lapsedAt: null,
});

describe('a question at its field', () => {
  const open = signal<ReturnView | undefined>(undefined);
  let http: HttpTestingController;
  let fixture: ComponentFixture<QuestionAt>;
  const field = () => (fixture.nativeElement as HTMLElement).querySelector('textarea');

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [...speaking(), AskedQuestions] });
    http = await readEnglish({ admissions });
    TestBed.inject(AskedQuestions).follow(open, signal('e1'));
    open.set(asked('Since 2019.'));
    fixture = TestBed.createComponent(QuestionAt);
    fixture.componentRef.setInput('field', 'posts');
    await fixture.whenStable();
  });

  it('shows with the word that was kept, and nowhere else', async () => {
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Since when?');
    expect(field()?.value).toBe('Since 2019.');
    fixture.componentRef.setInput('field', 'degrees');
    await fixture.whenStable();
    expect(field()).toBeNull();
  });

  it('saves what is typed with what it began from, and leaves it there when the page reads again', async () => {
    const typed = field() as HTMLTextAreaElement;
    typed.value = ' Since 2020. ';
    typed.dispatchEvent(new Event('input'));
    open.set(asked('Since 2019.'));
    await fixture.whenStable();
    expect(field()?.value).toBe(' Since 2020. ');
    const saving = TestBed.inject(AskedQuestions).saveNow();
    await Promise.resolve();
    const sent = http.expectOne('/api/editions/e1/application/answers/q1');
    expect(sent.request.body).toEqual({ from: { answer: 'Since 2019.' }, to: { answer: 'Since 2020.' } });
    sent.flush({ stored: { answer: 'Since 2020.' } });
    expect(await saving).toBe(true);
    await fixture.whenStable();
    expect(field()?.value).toBe(' Since 2020. ');
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Saved');
  });
});
