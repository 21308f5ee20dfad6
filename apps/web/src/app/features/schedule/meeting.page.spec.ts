import { TestBed } from '@angular/core/testing';
import sentences from '../../../../../../libs/language/en/schedule.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { MeetingPage } from './meeting.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const sessionId = '01936c5e-0000-7000-8000-000000000002';
const address = `/api/editions/${editionId}/sessions/${sessionId}`;

describe('a meeting that does not open', () => {
  it.each([
    ['schedule.meeting-not-yet', true],
    ['schedule.meeting-unavailable', true],
    ['common.unavailable', true],
    ['schedule.meeting-over', false],
    ['schedule.no-meeting', false],
    ['schedule.session-cancelled', false],
  ])('after %s is offered again: %s', async (code, isOffered) => {
    TestBed.configureTestingModule({ providers: speaking() });
    const api = await readEnglish({ schedule: sentences });
    const fixture = TestBed.createComponent(MeetingPage);
    fixture.componentRef.setInput('editionId', editionId);
    fixture.componentRef.setInput('sessionId', sessionId);
    TestBed.tick();
    api.expectOne(`${address}/recordings`).flush({ recordings: [] });
    const problem = { type: 'about:blank', title: code, status: 409, detail: 'Not now.', code, numbers: {} };
    api.expectOne(`${address}/join`).flush(problem, { status: 409, statusText: 'Conflict' });
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Not now.');
    expect(page.querySelector('button')?.textContent?.trim()).toBe(isOffered ? 'Join meeting' : undefined);
  });
});
