import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { PageForAuthors } from '@libretto/contracts';
import type { PageNode } from '@libretto/domain';
import type { Editor } from '@tiptap/core';
import sentences from '../../../../../../../libs/language/en/pages.json';
import tools from '../../../../../../../libs/language/en/text-tools.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { typeInto } from '../../../../testing/type-into';
import { EditPagePage } from './edit-page.page';

// What jsdom lacks.
Object.assign(globalThis, {
  IntersectionObserver: class {
    observe() {}
    disconnect() {}
  },
});
Object.assign(Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() });
Object.assign(globalThis, {
  DOMRect: class {
    readonly top = 0;
    readonly bottom = 0;
    readonly left = 0;
    readonly right = 0;
  },
});
document.elementFromPoint ??= () => null;

const [editionId, materialId, pictureId] = [1, 2, 3].map((at) => `01936c5e-0000-7000-8000-00000000000${at}`) as [
  string,
  string,
  string,
];
const address = `/api/editions/${editionId}/materials/${materialId}`;
const said = (text: string): PageNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const view: PageForAuthors = {
  moduleNumber: 1,
  title: { en: 'Models', it: 'Modelli' },
  languages: ['en', 'it'],
  drafts: { en: { title: 'Models', blocks: [said('Four models.')] } },
  isChanged: false,
  versions: [{ number: 1, publishedAt: '2026-11-20T10:00:00Z', by: 'Bruna Tutor' }],
  can: { change: true },
};

async function open(more: Partial<PageForAuthors> = {}) {
  TestBed.configureTestingModule({ providers: speaking() });
  const api = await readEnglish({ pages: sentences, 'text-tools': tools });
  const fixture = TestBed.createComponent(EditPagePage);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('materialId', materialId);
  TestBed.tick();
  api.expectOne(`${address}/page`).flush({ ...view, ...more });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const paper = (language: string) =>
    page.querySelector<HTMLElement & { editor: Editor }>(`#text-panel-${language} .ProseMirror`)!;
  const button = (name: string, within: ParentNode = page) =>
    [...within.querySelectorAll<HTMLElement>('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name,
    )!;
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  /** Once it is written down; a moment after the last key. */
  const saved = async (): Promise<TestRequest> => {
    for (let tries = 0; tries < 40; tries += 1) {
      const [sent] = api.match(({ method }) => method === 'PUT');
      if (sent) return sent;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('Nothing was saved.');
  };
  return { api, fixture, page, paper, button, settled, saved };
}
afterEach(() => document.body.replaceChildren());

describe('the page where a page is written', () => {
  it('has a text in each language, of which one is shown, and tells both where they are written', async () => {
    const { fixture, page, paper } = await open();
    const [english, italian] = page.querySelectorAll<HTMLElement>('[role="tab"]');
    expect([english?.textContent?.trim(), italian?.textContent?.trim()]).toEqual(['English', 'Italian']);
    expect([paper('en').lang, paper('it').lang, paper('it').getAttribute('aria-label')]).toEqual([
      'en',
      'it',
      'Text in Italian',
    ]);
    english?.focus();
    english?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await fixture.whenStable();
    expect(document.activeElement).toBe(italian);
    expect(page.querySelector<HTMLElement>('#text-panel-en')?.hidden).toBe(true);
  });

  it('saves nothing that nobody wrote', async () => {
    const { api } = await open();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(api.match(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('saves what is written, with what it began from', async () => {
    const { page, paper, saved } = await open();
    paper('en').editor.commands.insertContentAt(1, 'All ');
    typeInto(page, '#text-panel-en input', 'Models of recognition ');
    const sent = await saved();
    expect(sent.request.url).toBe(`${address}/page/en`);
    expect(sent.request.body).toEqual({
      from: { title: 'Models', blocks: [said('Four models.')] },
      to: { title: 'Models of recognition', blocks: [said('All Four models.')] },
    });
  });

  it('shows what two wrote at once as words, and puts the chosen one on the paper', async () => {
    const { fixture, page, paper, button, saved, settled } = await open();
    paper('en').editor.commands.insertContentAt(1, 'My ');
    const theirs = [said('Their models.')];
    (await saved()).flush(
      {
        type: 'about:blank',
        status: 409,
        code: 'common.changed-elsewhere',
        numbers: {},
        detail: 'Changed elsewhere.',
        stored: { blocks: theirs },
      },
      { status: 409, statusText: 'Conflict' },
    );
    await settled();
    const both = [...page.querySelectorAll('dd')].map((one) => one.textContent?.trim());
    expect(both).toEqual(['My Four models.', 'Their models.']);
    expect(paper('en').textContent).toContain('My Four models.');
    button('Use the other')?.click();
    await fixture.whenStable();
    expect(paper('en').textContent).toBe('Their models.');
  });

  it('says under the field why a video is none, and takes one', async () => {
    const { fixture, page, paper, button } = await open();
    button('Video').click();
    await fixture.whenStable();
    const form = page.querySelector<HTMLElement>('lib-video-form')!;
    typeInto(form, 'input[type="url"]', 'https://evil.example/embed/1');
    button('Add video', form).click();
    await fixture.whenStable();
    expect(form.querySelector('mat-error')?.textContent).toContain('YouTube or Vimeo');
    typeInto(form, 'input[type="url"]', 'https://vimeo.com/76979871');
    button('Add video', form).click();
    await fixture.whenStable();
    expect(paper('en').querySelector('.video .address')?.textContent).toBe('https://vimeo.com/76979871');
  });

  it('asks for the words of a picture, and leads from an advice to its place', async () => {
    const figure = { type: 'figure', attrs: { pictureId, alt: '', caption: '' } };
    const { fixture, page, button, saved } = await open({
      drafts: { en: { title: 'A', blocks: [said('One'), figure] } },
    });
    button('Picture 1 has no alternative text. Leave it like that only if it’s decoration.').click();
    await fixture.whenStable();
    const alt = page.querySelector<HTMLTextAreaElement>('lib-part-settings textarea')!;
    alt.value = 'A map';
    alt.dispatchEvent(new Event('input'));
    expect((await saved()).request.body).toMatchObject({ to: { blocks: [said('One'), { attrs: { alt: 'A map' } }] } });
    await fixture.whenStable();
    expect(page.querySelector('[aria-label="Checks"]')?.textContent).toContain('Nothing to improve.');
  });

  it('puts what is added behind a selected picture, and not in its place', async () => {
    const figure = { type: 'figure', attrs: { pictureId, alt: 'A map', caption: '' } };
    const { paper, button, saved } = await open({ drafts: { en: { title: 'A', blocks: [figure] } } });
    paper('en').editor.commands.setNodeSelection(0);
    button('Table').click();
    expect((await saved()).request.body).toMatchObject({ to: { blocks: [figure, { type: 'table' }] } });
  });

  it('shows the page as participants see it', async () => {
    const { fixture, page, button } = await open();
    button('Preview on a phone').click();
    await fixture.whenStable();
    expect(page.querySelector('article.phone lib-page-content')?.textContent).toContain('Four models.');
  });

  it('publishes only after the last words are saved', async () => {
    const { api, paper, button, saved, settled } = await open();
    paper('en').editor.commands.insertContentAt(1, 'All ');
    button('Publish page').click();
    const sent = await saved();
    api.expectNone(`${address}/page/publish`);
    sent.flush({ stored: { title: 'Models', blocks: [said('All Four models.')] } });
    await settled();
    api.expectOne({ method: 'POST', url: `${address}/page/publish` }).flush({ number: 2 });
  });

  it('keeps the words of a stranger words', async () => {
    const { page, paper } = await open({
      title: { en: '<img src=x onerror=alert(1)>', it: '' },
      drafts: { en: { title: '<b>x</b>', blocks: [said('<script>alert(1)</script>')] } },
      versions: [{ number: 1, publishedAt: '2026-11-20T10:00:00Z', by: '<img src=x onerror=alert(1)>' }],
    });
    expect(page.querySelector('script, b, img[onerror]')).toBeNull();
    expect(paper('en').textContent).toBe('<script>alert(1)</script>');
  });
});
