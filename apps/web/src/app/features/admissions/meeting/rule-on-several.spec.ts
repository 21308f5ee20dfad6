import { TestBed } from '@angular/core/testing';
import type { AgendaItem, RuledInMeeting } from '@libretto/contracts';
import sentences from '../../../../../../../libs/language/en/admissions.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { RuleOnSeveral } from './rule-on-several';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const meetingId = '01936c5e-0000-7000-8000-000000000002';
const id = (number: number) => `01936c5e-0000-7000-8000-00000000001${number}`;
const item = (number: number, name: string): AgendaItem => ({
  applicationId: id(number),
  name,
  institution: 'Sveučilište Kvarner',
  country: 'HR',
  part: 'ready',
  state: 'under-review',
  about: null,
  cast: 2,
  quorum: 2,
  votes: { admit: 2 },
  decidedByChair: false,
  findings: [],
  comments: 0,
  outcome: 'admitted',
  whyNot: null,
  ruling: null,
});
const [ana, maja] = [item(1, 'Ana <b>Kovač</b>'), item(2, 'Maja Horvat')];
const preview = {
  outcome: 'admitted',
  decidedByChair: false,
  secondRound: null,
  keepsFirst: false,
  votes: { admit: 2 },
  places: null,
  letter: { language: 'en', subject: 'You are admitted', paragraphs: ['Dear you,'] },
};
const refusal = {
  type: 'about:blank',
  status: 409,
  code: 'admissions.quorum-missing',
  numbers: {},
  detail: 'A ruling needs 2.',
};

async function panel() {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ admissions: sentences });
  const fixture = TestBed.createComponent(RuleOnSeveral);
  const inputs = { editionId, meetingId, chosen: [ana, maja] };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const ruled: RuledInMeeting[] = [];
  fixture.componentInstance.ruled.subscribe((one) => ruled.push(one));
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const write = async (reason: string) => {
    const area = page.querySelector('textarea') as HTMLTextAreaElement;
    area.value = reason;
    area.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const ask = async () => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const previewOf = (one: AgendaItem) =>
    api.expectOne(`/api/editions/${editionId}/rulings/${one.applicationId}/preview`);
  return { api, fixture, page, ruled, write, ask, settle, previewOf };
}

describe('ruling on several', () => {
  it('asks for a reason before anything', async () => {
    const { api, ask } = await panel();
    await ask();
    api.verify();
  });

  it('rules on those whose ruling could be previewed, with the reason and the outcome that were seen', async () => {
    const { api, page, ruled, write, ask, settle, previewOf } = await panel();
    await write('All met.');
    await ask();
    const [first, second] = [previewOf(ana), previewOf(maja)];
    expect([first, second].map(({ request }) => request.body.after)).toEqual([[], [ana.applicationId]]);
    first.flush(preview);
    second.flush(refusal, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(page.textContent).toContain('Ana <b>Kovač</b>');
    expect(page.textContent).toContain('A ruling needs 2.');

    const button = [...page.querySelectorAll('button')].find((one) => one.textContent?.includes('Record decision'));
    button?.click();
    // It cannot be undone: a dialog asks first.
    await settle();
    document.querySelector<HTMLButtonElement>('mat-dialog-actions .takes-away')?.click();
    // The dialog takes its time to close.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const sent = api.expectOne(`/api/editions/${editionId}/meetings/${meetingId}/rulings`);
    expect(sent.request.body).toEqual({
      rulings: [{ applicationId: ana.applicationId, reason: 'All met.', outcome: 'admitted' }],
    });
    const reply = { items: [{ applicationId: ana.applicationId, rulingId: id(9), whyNot: null }] };
    sent.flush(reply);
    await settle();
    expect(ruled).toEqual([reply]);
  });

  it('takes the preview away when the reason or the choice is another one', async () => {
    const { fixture, page, write, ask, settle, previewOf } = await panel();
    const isPreviewed = () => page.textContent?.includes('Preview of the decisions');
    await write('All met.');
    await ask();
    previewOf(ana).flush(preview);
    previewOf(maja).flush(preview);
    await settle();
    expect(isPreviewed()).toBe(true);
    await write('All met, and more.');
    expect(isPreviewed()).toBe(false);
    await ask();
    fixture.componentRef.setInput('chosen', [ana]);
    previewOf(ana).flush(preview);
    previewOf(maja).flush(preview);
    await settle();
    expect(isPreviewed()).toBe(false);
  });
});
