import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SimilaritiesView, SimilarWork } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/project-work.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { SimilarPassages } from './similar-passages';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const workId = '01936c5e-0000-7000-8000-000000000002';
const nameless: SimilarWork = {
  edition: '<b>Autumn</b> 2025',
  isThisEdition: false,
  ...{ group: null, workId: null, editionId: null },
  share: 12,
  passages: [{ own: 'as <i>one</i> says', other: 'AS <i>ONE</i> SAYS' }],
  more: 3,
};

async function opened(view: Partial<SimilaritiesView>) {
  TestBed.configureTestingModule({ providers: speaking(provideRouter([{ path: '**', children: [] }])) });
  const api = await readEnglish({ 'project-work': sentences });
  const fixture = TestBed.createComponent(SimilarPassages);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('workId', workId);
  TestBed.tick();
  api.expectNone(() => true);
  const page = fixture.nativeElement as HTMLElement;
  const details = page.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  TestBed.tick();
  api
    .expectOne(`/api/editions/${editionId}/project-work/marking/${workId}/similarities`)
    .flush({ state: 'read', words: 200, share: 12, works: [], ...view });
  await fixture.whenStable();
  return { page, text: (page.textContent ?? '').replace(/[\s\u00a0]+/g, ' ') };
}

describe('similar passages', () => {
  it('are asked for when somebody opens them, and stand side by side', async () => {
    const { page, text } = await opened({ works: [nameless] });
    expect(text).toContain('12% of 200 words are in passages that other submissions contain too.');
    expect(text).toContain('A submission of the edition <b>Autumn</b> 2025 12% of the words');
    expect([...page.querySelectorAll('blockquote')].map((quote) => quote.textContent)).toEqual([
      'as <i>one</i> says',
      'AS <i>ONE</i> SAYS',
    ]);
    expect(text).toContain('3 more passages');
    expect(page.querySelector('section a, section b, section i')).toBeNull();
  });

  it('lead to a work that their reader may open', async () => {
    const named = { ...nameless, group: 'Zagreb', workId, editionId };
    const { page, text } = await opened({ works: [named, { ...nameless, isThisEdition: true, more: 0 }] });
    expect(page.querySelector('section a')?.getAttribute('href')).toBe(
      `/editions/${editionId}/project-work/marking/${workId}`,
    );
    expect(text).toContain('Another submission of this edition');
  });

  it.each([
    [{ state: 'waiting' as const }, 'still being read'],
    [{ state: 'no-words' as const }, 'no text that can be compared'],
    [{}, 'No longer passage'],
  ])('say why there are none: %j', async (view, words) => {
    expect((await opened(view)).text).toContain(words);
  });
});
