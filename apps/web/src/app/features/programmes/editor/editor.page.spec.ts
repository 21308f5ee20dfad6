import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import programmes from '../../../../../../../libs/language/en/programmes.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { holdKey } from '../../../platform/device/kept-key';
import { KeptHere } from '../../../platform/drafts';
import { SignedIn } from '../../../platform/people';
import { EditorPage } from './editor.page';

const name = 'programme-file';

/** The page of somebody who comes to change a published programme, where a closed window had kept this text. */
async function editorPage(typed: string | null) {
  holdKey('cora', 'a1'.repeat(32));
  const me = signal({ accountId: 'cora' });
  TestBed.configureTestingModule({ providers: speaking({ provide: SignedIn, useValue: { me } }) });
  const api = await readEnglish({ programmes });
  const kept = TestBed.runInInjectionContext(() => new KeptHere<string>());
  kept.keep(name, typed);
  const fixture = TestBed.createComponent(EditorPage);
  fixture.componentRef.setInput('from', 'known');
  TestBed.tick();
  api.expectOne('/api/programme.schema.json').flush({});
  await new Promise((resolve) => setTimeout(resolve));
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (words: string) => {
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)?.click();
    await fixture.whenStable();
  };
  return { api, fixture, kept, page, press };
}

describe('the editor of programmes', () => {
  beforeEach(() => localStorage.clear());

  it('begins with the published version where nothing else was kept', async () => {
    const { api, page } = await editorPage(null);
    expect(page.textContent).not.toContain('unpublished changes');
    api.expectOne('/api/programmes/known/file');
  });

  it('offers what was not published first, and keeps it where somebody leaves without an answer', async () => {
    const { api, fixture, kept, page } = await editorPage('slug: ours\n');
    api.expectNone('/api/programmes/known/file');
    expect(page.textContent).toContain('Continue with unpublished changes');
    fixture.destroy();
    expect(await kept.take(name)).toEqual(['slug: ours\n']);
  });

  it('keeps it where the published version is opened and not changed', async () => {
    const { api, kept, page, press } = await editorPage('slug: ours\n');
    await press('Begin with the published version');
    const known = Uint8Array.from('slug: known\n', (letter) => letter.charCodeAt(0));
    api.expectOne('/api/programmes/known/file').flush(known.buffer);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    expect(page.textContent).toContain('Download file');
    expect(await kept.take(name)).toEqual(['slug: ours\n']);
  });
});
