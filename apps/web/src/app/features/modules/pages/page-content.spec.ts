import { TestBed } from '@angular/core/testing';
import type { PageNode } from '@libretto/domain';
import sentences from '../../../../../../../libs/language/en/pages.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { PageContent } from './page-content';

const [editionId, materialId, pictureId] = [1, 2, 3].map((at) => `01936c5e-0000-7000-8000-00000000000${at}`) as [
  string,
  string,
  string,
];

/** What jsdom lacks: the spec says when the end of the page comes into sight. */
let look: (isIntersecting: boolean) => void = () => undefined;
class Sight {
  constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
    look = (isIntersecting) => tell([{ isIntersecting }]);
  }
  observe(): void {
    look(false);
  }
  disconnect(): void {
    look = () => undefined;
  }
}

async function read(blocks: readonly unknown[]) {
  Object.assign(globalThis, { IntersectionObserver: Sight });
  TestBed.configureTestingModule({ providers: speaking() });
  await readEnglish({ pages: sentences });
  const fixture = TestBed.createComponent(PageContent);
  fixture.componentRef.setInput('blocks', blocks as PageNode[]);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('materialId', materialId);
  let ends = 0;
  fixture.componentInstance.end.subscribe(() => (ends += 1));
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const one = (selector: string) => page.querySelector<HTMLElement>(selector);
  return { fixture, page, one, ends: () => ends };
}

const text = (words: string, ...marks: PageNode['marks'] & object) => ({ type: 'text', text: words, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const inside = (type: string, attrs: object, ...content: unknown[]) => ({ type, attrs, content });
const link = (href: string) => ({ type: 'link', attrs: { href } });
const cell = (type: string, words: string, colspan = 1) =>
  inside(type, { colspan, rowspan: 1 }, paragraph(text(words)));

describe('a page for its readers', () => {
  it('draws words, their looks and their links without a space too many', async () => {
    const { one } = await read([
      paragraph(
        text('A '),
        text('right', { type: 'bold' }),
        text(', '),
        text('so', link('https://a.example/')),
        text(' be', link('https://a.example/'), { type: 'italic' }),
        text('.'),
      ),
    ]);
    expect(one('p')?.textContent).toBe('A right, so be.');
    expect(one('strong')?.textContent).toBe('right');
    expect(one('a em')?.textContent).toBe(' be');
    const links = one('p')?.querySelectorAll('a');
    expect(links).toHaveLength(1);
    expect([one('a')?.getAttribute('href'), one('a')?.getAttribute('rel')]).toEqual([
      'https://a.example/',
      'noopener noreferrer',
    ]);
  });

  it('draws headings, lists and callouts as what they are', async () => {
    const { one } = await read([
      inside('heading', { level: 3 }, text('What it is')),
      inside(
        'orderedList',
        { start: 4 },
        inside(
          'listItem',
          {},
          paragraph(text('four')),
          inside('bulletList', {}, inside('listItem', {}, paragraph(text('within')))),
        ),
      ),
      inside('callout', { tone: 'warning' }, paragraph(text('Mind the deadline.'))),
    ]);
    expect(one('h3')?.textContent).toBe('What it is');
    expect(one('ol[start="4"] > li > ul > li')?.textContent).toBe('within');
    expect(one('[role="note"]')?.textContent).toBe('WarningMind the deadline.');
  });

  it('says what the heads of a table are heads of', async () => {
    const { page } = await read([
      inside(
        'table',
        {},
        inside('tableRow', {}, cell('tableHeader', 'Country'), cell('tableHeader', 'Since', 2)),
        inside('tableRow', {}, cell('tableHeader', 'Italy'), cell('tableCell', '2010'), cell('tableCell', 'x')),
      ),
    ]);
    expect([...page.querySelectorAll('th')].map((head) => [head.scope, head.textContent, head.colSpan])).toEqual([
      ['col', 'Country', 1],
      ['col', 'Since', 2],
      ['row', 'Italy', 1],
    ]);
    expect(page.querySelector('[role="region"]')?.getAttribute('aria-label')).toBe('Table 1');
  });

  it('numbers footnotes, and leads to each and back with the focus', async () => {
    const note = (words: string) => ({ type: 'footnote', attrs: { note: words } });
    const { fixture, page } = await read([paragraph(text('Lisbon'), note('ETS No. 165'), text(' and'), note('2019'))]);
    document.body.append(fixture.nativeElement as Node);
    const noted = [...page.querySelectorAll<HTMLElement>('[role="doc-noteref"]')];
    expect(noted.map((ref) => ref.textContent)).toEqual(['1', '2']);
    const notes = [...page.querySelectorAll<HTMLElement>('[role="doc-endnotes"] li')];
    Element.prototype.scrollIntoView = () => undefined;
    noted[1]?.click();
    expect(document.activeElement).toBe(notes[1]);
    notes[1]?.querySelector('a')?.click();
    expect(document.activeElement).toBe(noted[1]);
  });

  it('asks nothing of a site of videos before somebody plays one', async () => {
    const { fixture, one } = await read([
      { type: 'video', attrs: { address: 'https://youtu.be/aqz-KE-bpKQ?t=3', title: 'A talk' } },
    ]);
    expect(one('iframe')).toBeNull();
    one('button')?.click();
    await fixture.whenStable();
    expect(one('iframe')?.getAttribute('src')).toBe('https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ');
    expect(one('iframe')?.getAttribute('sandbox')).not.toContain('top-navigation');
  });

  it('shows pictures of its own page only', async () => {
    const { one } = await read([{ type: 'figure', attrs: { pictureId, alt: 'A map', caption: 'Five countries' } }]);
    expect(one('img')?.getAttribute('src')).toBe(
      `/api/editions/${editionId}/materials/${materialId}/pictures/${pictureId}?inPlace=true`,
    );
    expect([one('img')?.getAttribute('alt'), one('figcaption')?.textContent]).toEqual(['A map', 'Five countries']);
  });

  it.each([
    ['HTML among the words', paragraph(text('<img src=x onerror=alert(1)>'))],
    ['a script behind a link', paragraph(text('go', link('javascript:alert(1)')))],
    ['data behind a link', paragraph(text('go', link('data:text/html,<script>1</script>')))],
    ['a kind that is none', inside('iframe', { src: 'https://evil.example' }, paragraph(text('x')))],
    ['a kind of every object', inside('constructor', {})],
    ['attributes that are none', inside('heading', { level: 'script', onclick: 'alert(1)', style: 'x' }, text('x'))],
    ['a video of another site', { type: 'video', attrs: { address: 'https://evil.example/embed/1', title: '' } }],
    ['a video that is a script', { type: 'video', attrs: { address: 'javascript:alert(1)', title: '' } }],
    [
      'a picture elsewhere',
      { type: 'figure', attrs: { pictureId: '../../../../evil?x=', alt: '"><b>', caption: '<b>' } },
    ],
    ['a list that begins with a script', inside('orderedList', { start: '"><script>' }, paragraph(text('x')))],
    ['a cell as wide as the memory', inside('table', {}, inside('tableRow', {}, cell('tableCell', 'x', 1e9)))],
    ['a note that is a page', paragraph({ type: 'footnote', attrs: { note: '<script>alert(1)</script>' } })],
    ['no attributes at all', { type: 'figure' }],
  ])('stays inert where it is given %s', async (_, block) => {
    const { page } = await read([block]);
    expect(page.querySelector('script, iframe, b, [onclick], [onerror], [style]')).toBeNull();
    const places = [...page.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    );
    expect(places.filter((place) => !/^(\/(?!\/)|\?|#)/.test(place))).toEqual([]);
    const own = `/api/editions/${editionId}/materials/${materialId}/pictures/`;
    for (const { src } of page.querySelectorAll('img')) expect(new URL(src).pathname.startsWith(own)).toBe(true);
  });

  describe('tells that somebody read to its end', () => {
    afterEach(() => jest.useRealTimers());

    it('once the end was in sight for a moment, and once only', async () => {
      const { ends } = await read([paragraph(text('short'))]);
      jest.useFakeTimers();
      look(true);
      jest.advanceTimersByTime(300);
      look(false);
      jest.advanceTimersByTime(5000);
      expect(ends()).toBe(0);
      look(true);
      jest.advanceTimersByTime(1100);
      look(false);
      look(true);
      jest.advanceTimersByTime(5000);
      expect(ends()).toBe(1);
    });

    it('once the focus has gone past it', async () => {
      const { fixture, ends } = await read([paragraph(text('long'))]);
      const [main, before, after] = ['main', 'button', 'button'].map((name) => document.createElement(name));
      main!.append(before!, fixture.nativeElement as Node, after!);
      document.body.append(main!);
      before!.focus();
      expect(ends()).toBe(0);
      after!.focus();
      expect(ends()).toBe(1);
    });
  });
});
