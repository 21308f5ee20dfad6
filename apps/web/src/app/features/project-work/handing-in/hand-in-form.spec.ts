import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ProjectWorkView, WorkVersion } from '@libretto/contracts';
import sentences from '../../../../../../../libs/language/en/project-work.json';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { holdKey } from '../../../platform/device/kept-key';
import { SignedIn } from '../../../platform/people';
import { HandInForm } from './hand-in-form';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const view = {
  briefId: 'project-work',
  attempt: 1,
  parts: { files: { least: 0, most: 0, kinds: null }, links: { least: 1, most: 3 }, text: { least: 0, most: 300 } },
  uploads: [],
  originality: null,
} as unknown as ProjectWorkView;
const version = { version: 1, files: [], links: ['https://example.org/'], text: 'Stored.' } as unknown as WorkVersion;

/** The form in a window of its own, of whoever is signed in. */
async function form(accountId: string, before?: WorkVersion) {
  holdKey(accountId, accountId === 'ana' ? 'a1'.repeat(32) : 'b2'.repeat(32));
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: speaking({ provide: SignedIn, useValue: { me: signal({ accountId }) } }),
  });
  await readEnglish({ 'project-work': sentences });
  const fixture = TestBed.createComponent(HandInForm);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('view', view);
  fixture.componentRef.setInput('before', before);
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  };
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  const field = (kind: 'input' | 'textarea') => page.querySelector<HTMLInputElement>(kind) as HTMLInputElement;
  const type = async (kind: 'input' | 'textarea', words: string) => {
    field(kind).value = words;
    field(kind).dispatchEvent(new Event('input'));
    await settle();
  };
  const says = () => [field('input').value, field('textarea').value];
  return { fixture, settle, says, type };
}

describe('a version that is being made', () => {
  beforeEach(() => localStorage.clear());

  it('is there again when its page was left, for whoever typed it', async () => {
    const { type, fixture } = await form('ana');
    await type('input', 'https://example.org/cases');
    await type('textarea', 'Half a sent');
    fixture.destroy();
    expect((await form('ben')).says()).toEqual(['', '']);
    expect((await form('ana')).says()).toEqual(['https://example.org/cases', 'Half a sent']);
  });

  it('stays as it is typed when another member hands in meanwhile, and follows where nothing was typed', async () => {
    const { type, fixture, says, settle } = await form('ana', version);
    const newer = { ...version, version: 2, text: 'Newer.' };
    fixture.componentRef.setInput('before', newer);
    await settle();
    expect(says()).toEqual(['https://example.org/', 'Newer.']);
    expect(localStorage.length).toBe(0);
    await type('textarea', 'Mine.');
    fixture.componentRef.setInput('before', { ...newer, version: 3, text: 'Newest.' });
    await settle();
    expect(says()[1]).toBe('Mine.');
    await type('textarea', 'Newest.');
    expect(localStorage.length).toBe(0);
  });
});
