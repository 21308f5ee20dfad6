import { TestBed } from '@angular/core/testing';
import type { ShareLink } from '@libretto/contracts';
import sentences from '../../../../../../libs/language/en/credentials.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { Confirm } from '../../ui/confirm';
import { ShareLinks } from './share-links';

const link = (shows: ShareLink['shows']): ShareLink => ({
  ...{ id: shows, publicId: '0'.repeat(26), shows, name: shows, state: 'open' },
  ...{ madeAt: '2026-11-23T09:00:00Z', endsAt: '2026-11-30T09:00:00Z', looks: 0, lastLookAt: null },
});

describe('the links of a holder', () => {
  it('say before one is withdrawn what stays with those who opened it', async () => {
    const asked: string[] = [];
    const confirm = { ask: ({ consequence }: { consequence: string }) => Promise.resolve(!asked.push(consequence)) };
    TestBed.configureTestingModule({ providers: [...speaking(), { provide: Confirm, useValue: confirm }] });
    await readEnglish({ credentials: sentences });
    const fixture = TestBed.createComponent(ShareLinks);
    const view = { items: [link('facts'), link('all')], can: { make: false } };
    fixture.componentRef.setInput('editionId', 'edition');
    const answered = { value: () => view, hasValue: () => true, isLoading: () => false, error: () => undefined };
    fixture.componentRef.setInput('links', answered);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    for (const button of page.querySelectorAll<HTMLButtonElement>('button[aria-label]')) button.click();
    await fixture.whenStable();
    expect(asked).toEqual([
      expect.stringContaining('no longer see your credential'),
      expect.stringContaining('may have kept the signed credential'),
    ]);
  });
});
