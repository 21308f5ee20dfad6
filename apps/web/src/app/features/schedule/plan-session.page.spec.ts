import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import sentences from '../../../../../../libs/language/en/schedule.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { PlanSessionPage } from './plan-session.page';

const editionId = '01936c5e-0000-7000-8000-000000000001';
const roomId = '01936c5e-0000-7000-8000-000000000002';
const same = (text: string) => ({ en: text, it: text });
const planning = {
  zone: 'Europe/Rome',
  firstDay: '2027-01-11',
  lastDay: '2027-02-26',
  modules: [
    { number: 1, title: same('Policy'), mode: 'online' },
    { number: 2, title: same('Practice'), mode: 'in-presence' },
  ],
  rooms: [{ id: roomId, venue: 'Centre', address: 'Via Roma 1', name: 'Aula 1', capacity: 30 }],
};

async function open() {
  TestBed.configureTestingModule({ providers: speaking(provideRouter([{ path: '**', children: [] }])) });
  const api = await readEnglish({ schedule: sentences });
  const fixture = TestBed.createComponent(PlanSessionPage);
  fixture.componentRef.setInput('editionId', editionId);
  TestBed.tick();
  api.expectOne(`/api/editions/${editionId}/sessions/planning`).flush(planning);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const fieldOf = (label: string) =>
    [...page.querySelectorAll('mat-form-field')].find((one) => one.querySelector('label')?.textContent.includes(label));
  const type = async (label: string, value: string) => {
    const control = fieldOf(label)?.querySelector<HTMLInputElement>('input, select');
    if (!control) throw new Error(`no field ${label}`);
    control.value = value;
    control.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const send = async () => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  const said = (label: string) => fieldOf(label)?.querySelector('lib-field-error')?.textContent.trim();
  const saidAll = () =>
    Object.fromEntries(
      ['Topic', 'Date', 'Start time', 'End time', 'Meeting link', 'Room'].flatMap((label) => {
        const words = said(label);
        return words ? [[label, words]] : [];
      }),
    );
  return { api, type, send, saidAll };
}

describe('planning a session', () => {
  it('asks for a link online and for a room in presence', async () => {
    const { type, send, saidAll } = await open();
    await send();
    const always = { Topic: 'Required', Date: 'Required', 'Start time': 'Required', 'End time': 'Required' };
    expect(saidAll()).toEqual({ ...always, 'Meeting link': 'Required' });
    await type('Module', '2');
    await send();
    expect(saidAll()).toEqual({ ...always, Room: 'Required' });
  });

  it('says what is no link, and sends nothing', async () => {
    const { api, type, send, saidAll } = await open();
    await type('Topic', 'A first look');
    await type('Date', '2027-01-12');
    await type('Start time', '10:00');
    await type('End time', '12:00');
    await type('Meeting link', 'our usual room');
    await send();
    expect(saidAll()).toEqual({ 'Meeting link': 'Enter a web address, like https://example.org.' });
    await type('Meeting link', 'https://meet.example/room');
    await send();
    expect(api.expectOne({ method: 'POST' }).request.body).toEqual({
      moduleNumber: 1,
      title: 'A first look',
      startsLocal: '2027-01-12T10:00',
      endsLocal: '2027-01-12T12:00',
      zone: 'Europe/Rome',
      joinUrl: 'https://meet.example/room',
    });
  });
});
