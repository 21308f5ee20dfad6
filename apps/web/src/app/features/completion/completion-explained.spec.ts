import { TestBed } from '@angular/core/testing';
import type { CompletionView } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/completion.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { CompletionExplained } from './completion-explained';
import { CompletionState } from './completion-state';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const completion: CompletionView = {
  editionId,
  enrolmentId: '01936c5e-0000-7000-8000-000000000002',
  name: 'Ana Kovač',
  met: false,
  metAt: null,
  isOwn: true,
  requirements: [
    {
      kind: 'modules',
      met: false,
      missing: 1,
      percent: 80,
      modules: [{ number: 1, title: { en: '<b>Policy</b>' }, minutes: 60, needed: 480, earlier: 0, done: false }],
    },
    {
      kind: 'in-presence',
      met: true,
      missing: 0,
      percent: 80,
      attended: 1,
      needed: 1,
      open: 0,
      sessions: [
        {
          sessionId: editionId,
          title: 'Workshop',
          startsAt: '2026-11-19T08:00:00Z',
          zone: 'Europe/Rome',
          mark: 'late',
          counts: true,
          isEarlier: false,
          isAsked: true,
        },
      ],
    },
    { kind: 'ledger-minutes', met: false, missing: 90, minutes: 510, needed: 600, earlier: 0 },
    {
      kind: 'project-work',
      met: false,
      missing: 1,
      works: [
        {
          brief: 'project-work',
          title: { en: 'A report' },
          passed: false,
          isUnseen: false,
          work: { workId: 'w1', attempt: 1, result: null },
        },
      ],
    },
  ],
};

async function shown(part: typeof CompletionExplained | typeof CompletionState, view: CompletionView) {
  TestBed.configureTestingModule({ providers: speaking() });
  await readEnglish({ completion: sentences });
  const fixture = TestBed.createComponent<CompletionExplained | CompletionState>(part);
  fixture.componentRef.setInput('completion', view);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const words = (element: Element) => (element.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
  return { page, lines: [...page.querySelectorAll('summary')].map(words), text: words(page) };
}

describe('completion, explained', () => {
  it('says per requirement whether it is met and what there is', async () => {
    const { lines } = await shown(CompletionExplained, completion);
    expect(lines).toEqual([
      'open Modules completed: 0 of 1',
      'met In-presence sessions attended: 1 of 1; 1 required',
      'open Hours recorded: 8 h 30 min, 10 h required',
      'open Project work: submitted, result not published yet',
    ]);
  });

  it('does not say to a marker who has handed in a work that is marked without names', async () => {
    const works = [{ brief: 'project-work', title: { en: 'A report' }, passed: false, isUnseen: true, work: null }];
    const requirements = [{ kind: 'project-work' as const, met: false, missing: 1, works }];
    const { lines, page } = await shown(CompletionExplained, { ...completion, requirements });
    expect(lines).toEqual(['open Project work: marked without names, shown once results are published']);
    expect(page.querySelector('.records a')).toBeNull();
  });

  it.each([
    ['one’s own', true, `/editions/${editionId}/project-work?brief=project-work`],
    ['somebody else’s', false, `/editions/${editionId}/project-work/marking/w1`],
  ])('opens to the records: %s', async (_, isOwn, work) => {
    const { page } = await shown(CompletionExplained, { ...completion, isOwn });
    const ledger = `/editions/${editionId}/enrolments/${completion.enrolmentId}/ledger`;
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      `${ledger}?module=1`,
      ledger,
      work,
    ]);
  });

  it('keeps a hostile title as text', async () => {
    const { page, text } = await shown(CompletionExplained, completion);
    expect(text).toContain('1. <b>Policy</b>');
    expect(page.querySelector('b')).toBeNull();
  });

  it.each([
    [completion, '3 of 4 requirements are still open.'],
    [
      { ...completion, met: true, metAt: '2026-11-23T10:00:00Z' },
      'All requirements are met. Since Monday, 23 November 2026.',
    ],
  ])('says in one line where it stands', async (view, line) => {
    expect((await shown(CompletionState, view)).text).toBe(line);
  });
});
