import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { DiscussionView } from '@libretto/contracts';
import sentences from '../../../../../../../libs/language/en/admissions.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { FieldHarness } from '../../../ui/form/field.harness';
import { Discussion } from './discussion';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const applicationId = '01936c5e-0000-7000-8000-000000000002';
const address = `/api/editions/${editionId}/dossiers/${applicationId}/comments`;
const at = '2026-11-20T10:00:00Z';
const comment = { id: editionId, name: 'Ana Kovač', at, takenBackAt: null, can: { takeBack: false } };

async function open(view: Partial<DiscussionView>) {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ admissions: sentences });
  const fixture = TestBed.createComponent(Discussion);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('applicationId', applicationId);
  TestBed.tick();
  api.expectOne(address).flush({ standing: 'open', items: [], can: { write: false }, ...view });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { api, fixture, page, screen: TestbedHarnessEnvironment.loader(fixture) };
}

describe('the discussion of a dossier', () => {
  it.each<[string, Partial<DiscussionView>, string]>([
    ['before the vote', { standing: 'after-vote' }, sentences.discussion['after-vote']],
    ['open, without comments', {}, sentences.discussion.none],
    ['closed, without comments', { standing: 'closed' }, sentences.discussion['none-closed']],
    ['paused', { standing: 'paused' }, sentences.discussion.paused],
    ['closed', { standing: 'closed', items: [{ ...comment, words: 'Well argued.' }] }, sentences.discussion.closed],
  ])('says why nothing is to be written: %s', async (_, view, sentence) => {
    const { page, screen } = await open(view);
    expect(page.textContent).toContain(sentence);
    expect(await screen.getAllHarnesses(FieldHarness)).toEqual([]);
  });

  it('asks for no comment of somebody who passes through its field', async () => {
    const { screen } = await open({ can: { write: true } });
    const field = await screen.getHarness(FieldHarness);
    await field.passThrough();
    expect(await field.error()).toBe('');
  });

  it('sends a comment, reads the discussion again and is ready for the next', async () => {
    const { api, fixture, page, screen } = await open({ can: { write: true } });
    const field = await screen.getHarness(FieldHarness);
    await field.type('I see it otherwise.');
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    const sent = api.expectOne({ method: 'POST', url: address });
    expect(sent.request.body).toEqual({ words: 'I see it otherwise.' });
    sent.flush({ id: editionId });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    const items = [{ ...comment, words: '<b>I see it otherwise.</b>' }];
    api.expectOne({ method: 'GET', url: address }).flush({ standing: 'open', items, can: { write: true } });
    await fixture.whenStable();
    expect(page.querySelector('.said')?.textContent).toBe('<b>I see it otherwise.</b>');
    expect([await field.value(), document.activeElement?.tagName]).toEqual(['', 'TEXTAREA']);
    await field.passThrough();
    expect(await field.error()).toBe('');
  });
});
