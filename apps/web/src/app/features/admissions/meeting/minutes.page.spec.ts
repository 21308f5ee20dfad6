import { TestBed } from '@angular/core/testing';
import type { MinutesView } from '@libretto/contracts';
import sentences from '../../../../../../../libs/language/en/admissions.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { MinutesPage } from './minutes.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const meetingId = '01936c5e-0000-7000-8000-000000000002';
const address = `/api/editions/${editionId}/meetings/${meetingId}/minutes`;

type Document = MinutesView['documents'][number];
const document = (form: Document['form'], state: Document['state']): Document => ({ language: 'en', form, state });

describe('the page of minutes', () => {
  it('says that a document failed, keeps the one that is there, and asks again', async () => {
    TestBed.configureTestingModule({ providers: speaking() });
    const api = await readEnglish({ admissions: sentences });
    const fixture = TestBed.createComponent(MinutesPage);
    for (const [name, value] of Object.entries({ editionId, meetingId })) fixture.componentRef.setInput(name, value);
    const page = fixture.nativeElement as HTMLElement;
    const answer = async (...documents: Document[]) => {
      TestBed.tick();
      api
        .expectOne((request) => request.method === 'GET' && request.url.startsWith(address))
        .flush({
          ...{ editionId, edition: 'Autumn', programme: { en: 'Heritage' }, timeZone: 'Europe/Rome' },
          sheet: { language: 'en', title: 'Minutes', subtitle: 'Autumn', sections: [], footer: '' },
          documents,
        });
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    const button = () => page.querySelector<HTMLButtonElement>('section button');

    await answer(document('pdf', 'failed'), document('text', 'ready'));
    expect(page.querySelector('lib-made-file')?.textContent).toContain(
      'Not all documents could be created. Try again.',
    );
    expect([...page.querySelectorAll('li a')].map((link) => link.getAttribute('href'))).toEqual([
      `${address}/documents/en/text`,
    ]);
    expect(button()?.textContent.trim()).toBe('Try again');

    button()?.click();
    api.expectOne({ method: 'POST', url: `${address}/documents` }).flush(null);
    await new Promise((resolve) => setTimeout(resolve));
    await answer(document('pdf', 'queued'), document('text', 'ready'));
    expect(page.querySelector('progress')?.getAttribute('value')).toBe('1');
    expect(button()).toBeNull();
  });
});
