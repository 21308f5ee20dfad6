import { TestBed } from '@angular/core/testing';
import type { LatenessView } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/project-work.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { OwnResult } from './own-result';

const id = '01936c5e-0000-7000-8000-000000000001';
const late = (taken: number, counts: string, days = 1): LatenessView => ({
  ...{ days, points: 4, of: 30 },
  grade: { given: '19', taken, counts },
});

describe('one’s own result', () => {
  it.each<[string, LatenessView | null, string]>([
    ['in time', null, ''],
    ['late', late(4, '15', 2), '19 of 30 given, 4 taken off because it was submitted 2 days late: 15'],
    [
      'late, and a pass',
      late(0, '18'),
      '19 of 30 given. Nothing is taken off although it was submitted one day late: a pass stays a pass.',
    ],
    ['late without a grade', { ...late(0, ''), grade: null }, ''],
  ])('says of a work that came %s what was given and what counts', async (_, lateness, said) => {
    TestBed.configureTestingModule({ providers: speaking() });
    await readEnglish({ 'project-work': sentences });
    const fixture = TestBed.createComponent(OwnResult);
    fixture.componentRef.setInput('editionId', id);
    fixture.componentRef.setInput('workId', id);
    fixture.componentRef.setInput('result', {
      ...{ outcome: 'passed', grade: '18', late: lateness, ownReason: null, earlyReason: null, appeal: null },
      ...{ releasedAt: '2026-12-20T10:00:00Z', markings: [], appealUntil: null, can: { appeal: false } },
    });
    await fixture.whenStable();
    const text = (fixture.nativeElement as HTMLElement).textContent;
    expect(text.replace(/\s+/g, ' ').trim()).toBe(said);
  });

  it.each<[string, string | null, string | null, string]>([
    ['changed a grade', '24', '27', 'Changed from “passed 24” to “passed 27”.'],
    ['confirmed a grade', '24', '24', 'Confirmed: “passed 24”.'],
    ['confirmed a pass', null, null, 'Confirmed: “passed”.'],
  ])('says what a second look that %s was', async (_, was, grade, said) => {
    TestBed.configureTestingModule({ providers: speaking() });
    await readEnglish({ 'project-work': sentences });
    const fixture = TestBed.createComponent(OwnResult);
    fixture.componentRef.setInput('editionId', id);
    fixture.componentRef.setInput('workId', id);
    const appeal = {
      asked: 'The captions.',
      said: { outcome: 'passed', grade, before: { outcome: 'passed', grade: was }, reason: 'Read again.' },
    };
    fixture.componentRef.setInput('result', {
      ...{ outcome: 'passed', grade, late: null, ownReason: null, earlyReason: null, appeal },
      ...{ releasedAt: '2026-12-20T10:00:00Z', markings: [], appealUntil: null, can: { appeal: false } },
    });
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain(said);
  });
});
