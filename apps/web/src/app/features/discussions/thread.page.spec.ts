import { TestBed } from '@angular/core/testing';
import { ActivatedRoute } from '@angular/router';
import type { PostView, ThreadView } from '@libretto/contracts';
import { of } from 'rxjs';
import sentences from '../../../../../../libs/language/en/discussions.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { ThreadPage } from './thread.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const threadId = '01936c5e-0000-7000-8000-000000000002';
const postId = '01936c5e-0000-7000-8000-000000000003';
const at = '2026-11-23T09:00:00.000Z';
const address = `/api/editions/${editionId}/threads/${threadId}`;

const aPost: PostView = {
  ...{ id: postId, by: 'Ana Kovač', isOwn: false, isTutors: false, at, editedAt: null, standing: 'shown' },
  ...{ text: 'Which ones?', mentioned: [], files: [], reason: null, isAnswer: false, isNew: false },
  can: { change: false, remove: false, hide: false, report: false, answer: false },
};

async function open(fragment: string | null, asked: string, posts: number) {
  const providers = [...speaking(), { provide: ActivatedRoute, useValue: { fragment: of(fragment) } }];
  TestBed.configureTestingModule({ providers });
  const api = await readEnglish({ discussions: sentences });
  const fixture = TestBed.createComponent(ThreadPage);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.componentRef.setInput('editionId', editionId);
  fixture.componentRef.setInput('threadId', threadId);
  fixture.detectChanges();
  const thread: ThreadView = {
    ...{ id: threadId, place: 'module', moduleNumber: 1, module: { en: 'Databases' }, group: null, with: null },
    ...{ kind: 'discussion', title: 'Databases', by: 'Ana Kovač', lastAt: at, posts, isAnswered: false },
    ...{ isClosed: false, isUnread: false, follows: true, items: [aPost], next: null },
    can: { reply: false, close: false },
  };
  api.expectOne({ method: 'GET', url: `${address}${asked}` }).flush(thread);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the page of a thread', () => {
  it('begins with the post to which a notice leads, has it in focus, and offers those before it', async () => {
    const page = await open(postId, `?from=${postId}`, 60);
    expect(document.activeElement?.id).toBe(postId);
    expect(page.textContent).toContain('Show earlier posts');
  });

  it.each([null, 'page'])('begins with the first post where the address ends with %j', async (fragment) => {
    const page = await open(fragment, '', 1);
    expect(document.activeElement?.id).not.toBe(postId);
    expect(page.textContent).not.toContain('Show earlier posts');
  });
});
