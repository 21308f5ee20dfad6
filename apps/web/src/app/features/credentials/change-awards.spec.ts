import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AwardRow, ChangedAward } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/credentials.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { Confirm } from '../../ui/confirm';
import { ChangeAwardsPage } from './change-awards.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const award = (at: number, learner: string): AwardRow => ({
  ...{ enrolmentId: `01936c5e-0000-7000-8000-00000000010${at}`, learner, editionId, edition: 'Autumn' },
  ...{ state: 'issued', missing: [], programme: { en: 'Automatic Recognition' }, waitsForConfirmation: false },
  ...{ fault: null, approvals: { given: 0, asked: 0 }, isPaused: false, changedAt: '2026-11-23T10:00:00Z' },
  credential: { id: `01936c5e-0000-7000-8000-00000000020${at}`, publicId: 'P', number: 1, state: 'valid' },
});
const items: ChangedAward[] = [
  { row: award(1, 'Ana Horvat'), whyNot: null },
  { row: award(2, 'Bo Lind'), whyNot: { code: 'credentials.not-valid', numbers: {} } },
  { row: award(3, 'Cem Aydın'), whyNot: null },
];

describe('a change of several awards', () => {
  async function open(change: string) {
    TestBed.configureTestingModule({ providers: speaking() });
    const api: HttpTestingController = await readEnglish({ credentials: sentences });
    const fixture = TestBed.createComponent(ChangeAwardsPage);
    fixture.componentRef.setInput('editionId', editionId);
    fixture.componentRef.setInput('change', change);
    TestBed.tick();
    api
      .expectOne(`/api/awards/changes?change=${change}&edition=${editionId}`)
      .flush({ items, found: change === 'suspend' ? 700 : 3 });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    const outcomes = () =>
      [...page.querySelectorAll('tbody tr')].map((row) => row.children[2]?.textContent?.trim().replace(/\s+/g, ' '));
    const text = () => (page.textContent ?? '').replace(/\s+/g, ' ');
    const send = async (reason: string) => {
      const typed = page.querySelector('textarea') as HTMLTextAreaElement;
      typed.value = reason;
      typed.dispatchEvent(new Event('input'));
      page.querySelector<HTMLButtonElement>('lib-send button')?.click();
      await settle();
    };
    return { api, page, outcomes, text, send, settle };
  }

  it('says beforehand what happens to each, how many there are, and why one is refused', async () => {
    const { text, outcomes } = await open('suspend');
    expect(text()).toContain('2 awards will be changed. One can’t');
    expect(text()).toContain('These are the first 3 of 700 awards.');
    expect(outcomes()).toEqual([
      'Will be suspended',
      'This credential is no longer valid and can’t be changed.',
      'Will be suspended',
    ]);
  });

  it('is done one by one with one reason, goes on after a refusal, and says what became of each', async () => {
    const { api, page, text, outcomes, send, settle } = await open('revoke');
    const asked = jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue(true);
    await send('A mistake.');
    expect(asked).toHaveBeenCalledWith(expect.objectContaining({ title: 'Revoke 2 credentials?' }));
    const [first] = api.match({ method: 'POST' });
    expect(first?.request.url).toBe(`/api/awards/credentials/${items[0]?.row.credential?.id}/revocation`);
    expect(first?.request.body).toEqual({ reason: 'A mistake.' });
    const problem = { type: 'about:blank', code: 'credentials.is-own', numbers: {}, detail: 'This is your own award.' };
    first?.flush({ ...problem, status: 409 }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(page.querySelector('progress')?.value).toBe(1);
    api.expectOne(`/api/awards/credentials/${items[2]?.row.credential?.id}/revocation`).flush(null);
    await settle();
    expect(text()).toContain('One award was changed, one was refused.');
    expect(outcomes()).toEqual([
      'Not changedThis is your own award.',
      'This credential is no longer valid and can’t be changed.',
      'Revoked',
    ]);
  });

  it('revokes nothing without a confirmation', async () => {
    const { api, send } = await open('revoke');
    jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue(false);
    await send('A mistake.');
    api.expectNone({ method: 'POST' });
  });
});
