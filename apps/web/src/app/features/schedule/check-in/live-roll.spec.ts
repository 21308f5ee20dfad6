import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { readEnglish, speaking } from '../../../../testing/speaking';
import { Stream } from '../../../../testing/stream';
import { LiveRoll } from './live-roll';

const [edition, session, ana, ivo] = ['e1', 's1', 'a1', 'b1'].map(
  (end) => `0193c0de-0000-7000-8000-0000000000${end}`,
) as [string, string, string, string];
const came: string[][] = [];

@Component({ template: '' })
class Roll {
  readonly of = signal({ editionId: edition, sessionId: session });
  readonly live = new LiveRoll(this.of, (ids) => came.push([...ids]));
}

const answer = (marks: object[], until: string | null, notes: object[] = []) => ({
  until,
  enrolled: 2,
  missing: 2 - marks.length,
  marks,
  notes,
});
const at = '2026-11-26T13:05:00.000Z';
const present = (enrolmentId: string) => ({ enrolmentId, mark: 'present' as const, minutesLate: 0 });

describe('a roll that others take too', () => {
  async function opened() {
    came.length = 0;
    Stream.beginAnew();
    TestBed.configureTestingModule({ providers: speaking() });
    const http = await readEnglish();
    const { componentInstance } = TestBed.createComponent(Roll);
    TestBed.tick();
    const address = `/api/editions/${edition}/sessions/${session}/roll/changes`;
    /** The stream tells, and what is asked then is answered. */
    const told = async (since: string, reply: object) => {
      Stream.opened.at(-1)?.onmessage({ data: 'changed' });
      http.expectOne(address + since).flush(reply);
      await new Promise((resolve) => setTimeout(resolve));
    };
    return { ...componentInstance, told };
  }
  const since = (instant: string) => `?since=${encodeURIComponent(instant)}`;

  it('shows the marks as they come, and asks for those since the newest that it knows', async () => {
    const { live, told } = await opened();
    await told('', answer([], null));
    await told(since('1970-01-01T00:00:00.000Z'), answer([present(ana)], at));
    await told(since(at), answer([present(ana), present(ivo)], at));
    expect([live.marked(), live.markOf(ivo)?.mark]).toEqual([[ana, ivo], 'present']);
    // A mark that is read again is not new.
    expect(came).toEqual([[ana], [ivo]]);
    await told(since(at), answer([{ enrolmentId: ana, mark: 'absent', minutesLate: 0 }], at));
    expect([live.markOf(ana)?.mark, came.at(-1)]).toEqual(['absent', [ana]]);
  });

  it('has the notes of the newest answer', async () => {
    const { live, told } = await opened();
    const note = { enrolmentId: ana, scannedAt: at, sentLaterSeconds: 90, sharedWith: ['Ivo'], isAway: false };
    await told('', answer([], at, [note]));
    expect([live.noteOn(ana), live.noteOn(ivo)]).toEqual([note, undefined]);
  });

  it('begins anew for another session', async () => {
    const { live, of, told } = await opened();
    await told('', answer([present(ana)], at));
    of.set({ editionId: edition, sessionId: ivo });
    TestBed.tick();
    expect([live.marked(), Stream.opened.length, Stream.opened[0]?.readyState]).toEqual([[], 2, Stream.CLOSED]);
  });
});
