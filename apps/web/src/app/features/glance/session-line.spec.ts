import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Glance } from '@libretto/contracts';
import glance from '../../../../../../libs/language/en/glance.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { Clock } from '../../platform/time';
import { SessionLine } from './session-line';

const session = (
  id: string,
  startsAt: string,
  state: 'planned' | 'held' | 'cancelled' = 'planned',
): Glance['sessions'][number] => ({
  id,
  state,
  startsAt,
  endsAt: startsAt.replace(':00:00', ':59:00'),
  title: `Session ${id}`,
  moduleNumber: 1,
  mode: 'online',
  zone: 'Europe/Rome',
});

async function lineOf(sessions: Glance['sessions'], now: string) {
  TestBed.configureTestingModule({
    providers: speaking({ provide: Clock, useValue: { now: signal(Date.parse(now)) } }),
  });
  await readEnglish({ glance });
  const fixture = TestBed.createComponent(SessionLine);
  fixture.componentRef.setInput('sessions', sessions);
  fixture.componentRef.setInput('editionId', 'rome');
  await fixture.whenStable();
  const line = fixture.nativeElement as HTMLElement;
  return {
    text: line.textContent,
    places: [...line.querySelectorAll<HTMLElement>('.line span')].map(({ style }) => style.left),
  };
}

describe('the line of sessions', () => {
  const three = [
    session('a', '2026-11-02T09:00:00Z', 'held'),
    session('b', '2026-11-12T09:00:00Z', 'cancelled'),
    session('c', '2026-11-22T09:00:00Z'),
  ];

  it('places each session and today by its date, and names the next that takes place', async () => {
    const { text, places } = await lineOf(three, '2026-11-07T09:00:00Z');
    expect(places).toEqual(['0%', '50%', '100%', '25%']);
    expect(text).toContain('1 of 3 sessions held');
    expect(text).toContain('Next: “Session c”, Sunday');
    expect(text).toContain('10:00');
  });

  it('shows no today after the last session, and no next', async () => {
    const { text, places } = await lineOf(three, '2026-12-24T09:00:00Z');
    expect(places).toHaveLength(3);
    expect(text).not.toContain('Next');
  });

  it('has room for a single session', async () => {
    const { places } = await lineOf(three.slice(0, 1), '2026-11-07T09:00:00Z');
    expect(places).toEqual(['0%']);
  });
});
