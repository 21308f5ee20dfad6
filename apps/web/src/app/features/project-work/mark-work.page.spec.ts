import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AnnotationsView, WorkToMarkView } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/project-work.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { Drafts } from '../../platform/drafts';
import { MarkWorkPage } from './mark-work.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const workId = '01936c5e-0000-7000-8000-000000000002';
const memberId = '01936c5e-0000-7000-8000-000000000003';
const same = (text: string) => ({ en: text, it: text });
const levels = ['met', 'partly', 'not-met'].map((id) => ({ id }));
const work: WorkToMarkView = {
  workId,
  group: '<b>Group 1</b>',
  members: [{ enrolmentId: memberId, name: 'Ana Kovač', institution: null }],
  attempt: 1,
  state: 'handed-in',
  versions: [2, 1].map((version) => ({
    id: memberId,
    version,
    files: [
      {
        id: memberId,
        name: `v${version}.odt`,
        type: 'application/vnd.oasis.opendocument.text',
        shown: null,
        bytes: 10,
        sha256: '0'.repeat(64),
      },
    ],
    links: [],
    text: '',
    by: 'Ana Kovač',
    at: '2026-11-20T10:00:00Z',
    isLate: false,
  })),
  title: same('Three diplomas'),
  brief: same('Describe three diplomas.'),
  rubric: [{ id: 'accuracy', title: same('Accuracy'), description: same('What is said is so.'), weight: 1, levels }],
  markersNeeded: 1,
  markings: [],
  outcome: null,
  draft: { levels: {}, outcome: null, comment: '', mustChange: '', stays: '', grade: '' },
  next: null,
  previous: null,
  grade: null,
  late: null,
  atIt: [],
  agreement: null,
  secondLooks: [],
  contributions: [],
  grades: [],
  hasGrades: false,
  hasSimilarity: false,
  can: { mark: true, lookAgain: null, releaseAlone: false, setIndividual: false },
  whyNotMark: null,
};
const address = `/api/editions/${editionId}/project-work/marking/${workId}`;

async function desk(view: WorkToMarkView, annotations?: AnnotationsView) {
  TestBed.configureTestingModule({ providers: speaking(provideRouter([{ path: '**', children: [] }])) });
  const api = await readEnglish({ 'project-work': sentences });
  const fixture = TestBed.createComponent(MarkWorkPage);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('workId', workId);
  TestBed.tick();
  api.expectOne(address).flush(view);
  // What stands beside the work: annotations, recordings, comments.
  for (let round = 0; round < 4; round++) {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    for (const beside of api.match(({ method, url }) => method === 'GET' && url !== address))
      if (annotations && beside.request.url.endsWith('/annotations')) beside.flush(annotations);
      else beside.flush({ code: 'common.not-found' }, { status: 404, statusText: 'Not found' });
  }
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const choose = (value: string) => page.querySelector<HTMLInputElement>(`input[value="${value}"]`)?.click();
  const send = async () => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  return { api, fixture, page, choose, send };
}

describe('marking a work', () => {
  it('sends what the rubric, the comment and the result say, for the version that was read', async () => {
    const { api, fixture, page, choose, send } = await desk(work);
    choose('partly');
    choose('passed');
    const comment = page.querySelector('textarea') as HTMLTextAreaElement;
    comment.value = 'Well read.';
    comment.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    await send();
    const kept = api.expectOne({ method: 'PATCH', url: `${address}/draft` });
    const draft = { levels: { accuracy: 'partly' }, outcome: 'passed', comment: 'Well read.' };
    expect(kept.request.body).toEqual({ from: { levels: {}, outcome: null, comment: '' }, to: draft });
    kept.flush({ stored: { ...work.draft, ...draft } });
    await new Promise((resolve) => setTimeout(resolve));
    const sent = api.expectOne({ method: 'POST', url: address });
    expect(sent.request.body).toEqual({
      version: 2,
      outcome: 'passed',
      comment: 'Well read.',
      rubric: [{ row: 'accuracy', level: 'partly' }],
    });
    sent.flush(null, { status: 204, statusText: 'No Content' });
  });

  it('sends nothing while something is missing, and says what', async () => {
    const { api, page, send } = await desk(work);
    await send();
    api.expectNone({ method: 'POST', url: address });
    expect([...page.querySelectorAll('lib-field-error')].map(({ textContent }) => textContent)).toEqual([
      'Required',
      'Required',
      'Required',
    ]);
  });

  it('marks sentences of a typed text, in which nothing is markup', async () => {
    const text = 'A market.\n\nWho <b>buys</b>? Nobody.';
    const typed = { ...work, versions: [{ ...work.versions[0]!, files: [], text }] };
    const none = { own: { annotations: {} }, others: [], recordings: [], can: { annotate: true } };
    // jsdom scrolls nowhere.
    Element.prototype.scrollIntoView = () => undefined;
    const { api, fixture, page } = await desk(typed, none);
    const press = async (name: string) => {
      [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)?.click();
      await fixture.whenStable();
    };
    await press('Highlight');
    expect(page.textContent).toContain('Select the words in the document first.');
    for (const name of ['Select sentence', 'Select sentence', 'Highlight']) await press(name);
    expect([...page.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['Who <b>buys</b>?']);
    expect(page.querySelector('blockquote')?.textContent).toBe('Who <b>buys</b>?');
    expect(page.querySelector('.text b')).toBeNull();
    void TestBed.inject(Drafts).saveAll();
    await new Promise((resolve) => setTimeout(resolve));
    const sent = api.expectOne(({ url }) => url.endsWith(`/submissions/${memberId}/text/annotations`));
    const [kept] = Object.values(sent.request.body.to.annotations) as [{ target: object }];
    expect(kept.target).toEqual({
      selector: [
        { type: 'TextPositionSelector', start: 11, end: 27 },
        { type: 'TextQuoteSelector', exact: 'Who <b>buys</b>?', prefix: 'A market.\n\n', suffix: ' Nobody.' },
      ],
    });
  });

  it('says what it costs that it is late, and what was given beside what counts', async () => {
    const late = { days: 1, points: 2, of: 30, grade: null };
    const grades = [{ grade: '27', outcome: 'passed' as const }];
    const toMark = await desk({ ...work, hasGrades: true, grades, late });
    expect(toMark.page.querySelector('form')?.textContent).toContain(
      'One day late: 2 points will be taken off the grade.',
    );
    TestBed.resetTestingModule();
    const { page } = await desk({
      ...work,
      state: 'marked',
      outcome: 'passed',
      grade: '27',
      late: { ...late, grade: { given: '27', taken: 2, counts: '25' } },
      can: { ...work.can, mark: false },
    });
    expect(page.textContent).toContain('27 of 30 given, 2 taken off because it was submitted one day late: 25');
  });

  it('says why it cannot be marked, and keeps names as text', async () => {
    const { page } = await desk({
      ...work,
      can: { mark: false, lookAgain: null, releaseAlone: false, setIndividual: false },
      whyNotMark: { code: 'project-work.own-work', numbers: {} },
    });
    expect(page.querySelector('form')).toBeNull();
    expect(page.textContent).toContain('This is your own work');
    expect(page.querySelector('h1')?.textContent).toBe('<b>Group 1</b>');
  });

  it('shows both markings to the third, who decides', async () => {
    const said = (comment: string) => ({
      marker: 'Livia Longo',
      outcome: 'passed' as const,
      grade: null,
      points: null,
      rubric: [],
      comment,
      mustChange: null,
      stays: null,
      at: '2026-11-22T10:00:00Z',
    });
    const { page } = await desk({
      ...work,
      state: 'deciding',
      markings: ['The market is seen from within.', 'Hardly a face.'].map(said),
    });
    expect(page.textContent).toContain('your marking decides the result');
    expect([...page.querySelectorAll('lib-markings .comment')].map(({ textContent }) => textContent)).toEqual([
      'The market is seen from within.',
      'Hardly a face.',
    ]);
    expect(page.querySelector('form')).not.toBeNull();
  });
});
