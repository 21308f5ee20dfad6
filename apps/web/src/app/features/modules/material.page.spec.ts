import { TestBed } from '@angular/core/testing';
import type { MaterialView } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/modules.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { MaterialPage } from './material.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const materialId = '01936c5e-0000-7000-8000-000000000002';
const address = `/api/editions/${editionId}/materials/${materialId}`;
const at = '2026-11-23T09:00:00.000Z';

const aLink: MaterialView = {
  ...{ id: materialId, kind: 'link', title: { und: 'ENIC-NARIC' }, minutes: 30, isRequired: true, opensOn: null },
  ...{ dayHasCome: true, opensAfter: null, test: null },
  ...{ isOpen: true, isPublished: true, progress: null, file: null, url: 'https://www.enic-naric.net/' },
  ...{ addedBy: 'Teresa Tavares', addedAt: at, texts: {}, publishedAt: null, before: null, after: null },
  module: { number: 1, title: { en: 'Policy' }, mode: 'online' },
  can: { change: false, follow: true },
};

async function open(material: Partial<MaterialView>) {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ modules: sentences });
  const fixture = TestBed.createComponent(MaterialPage);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('materialId', materialId);
  fixture.detectChanges();
  api.expectOne({ method: 'GET', url: address }).flush({ ...aLink, ...material });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const press = (words: string) => {
    const all = [...page.querySelectorAll<HTMLElement>('a, button')];
    all.find(({ textContent }) => textContent.trim() === words)!.click();
  };
  /** Answers what the page tells, and which step that was. */
  const told = async (finishedBy: 'opened' | 'marked' | null) => {
    const request = api.expectOne({ method: 'POST', url: `${address}/progress` });
    request.flush({ openedAt: at, finishedAt: finishedBy && at, finishedBy });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    return (JSON.parse(JSON.stringify(request.request.body)) as { step: string }).step;
  };
  const nothing = () => api.expectNone({ method: 'POST', url: `${address}/progress` });
  return { page, press, told, nothing };
}

describe('the page of a material', () => {
  it('tells at once that a video is open, and a link only when it is pressed', async () => {
    const link = await open({});
    link.nothing();
    link.press('Open link');
    expect(await link.told('opened')).toBe('opened');
    expect(link.page.textContent).toContain('You’ve finished this material.');
    TestBed.resetTestingModule();
    const video = await open({ kind: 'video', url: 'https://vimeo.com/76979871' });
    expect(await video.told(null)).toBe('opened');
    expect(video.page.textContent).not.toContain('You’ve finished this material.');
  });

  it('lets the reader mark it and take that back, but not what finished by itself', async () => {
    const { page, press, told } = await open({});
    press('Mark as finished');
    expect(await told('marked')).toBe('marked');
    press('Mark as not finished');
    expect(await told(null)).toBe('unmarked');
    press('Open link');
    await told('opened');
    expect(page.textContent).not.toContain('Mark as not finished');
  });

  it('tells nothing of those who do not take part, and shows a page in their language', async () => {
    const words = (text: string) => [{ type: 'paragraph', content: [{ type: 'text', text }] }];
    const { page, press, nothing } = await open({
      ...{ kind: 'page', url: null, can: { change: true, follow: false } },
      texts: { it: { title: 'Modelli', blocks: words('Tre.') }, en: { title: 'Models', blocks: words('Three.') } },
    });
    nothing();
    expect(page.querySelector('h1')?.textContent).toBe('Models');
    press('Italian');
    await new Promise((resolve) => setTimeout(resolve));
    expect(page.querySelector('[lang=it]')?.textContent).toContain('Tre.');
  });
});
