import { TestBed } from '@angular/core/testing';
import { readEnglish, speaking } from '../../../testing/speaking';
import { Clock } from './clock';
import { Moment } from './moment';
import { OwnZone } from './own-zone';

describe('a moment in words', () => {
  async function moment(zone: string, now?: string) {
    TestBed.configureTestingModule({
      providers: speaking(
        { provide: OwnZone, useValue: { name: () => 'Europe/Lisbon' } },
        { provide: Clock, useValue: { now: () => Date.parse(now ?? '') } },
      ),
    });
    await readEnglish();
    const fixture = TestBed.createComponent(Moment);
    const inputs = { at: '2026-11-26T13:00:00.000Z', until: '2026-11-26T15:00:00.000Z', zone, far: now !== undefined };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    // Engines differ on the comma after the weekday.
    return (fixture.nativeElement as HTMLElement).textContent
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replace(/^(\w+),/, '$1');
  }

  it('says the session’s time and the reader’s own', async () => {
    expect(await moment('Europe/Rome')).toBe('Thursday 26 November 2026, 14:00–16:00 (Rome; 13:00–15:00 your time)');
  });

  it.each([
    ['2026-11-23T13:00:00.000Z', 'in 3 days'],
    ['2026-11-26T14:59:00.000Z', 'now'],
    ['2026-11-26T18:00:00.000Z', '5 hours ago'],
  ])('says how far away it is at %s', async (now, distance) => {
    expect(await moment('Europe/Lisbon', now)).toMatch(new RegExp(`· ${distance}$`));
  });

  it('says one time where the clocks agree', async () => {
    expect(await moment('Europe/London')).toBe('Thursday 26 November 2026, 13:00–15:00 (London)');
  });
});
