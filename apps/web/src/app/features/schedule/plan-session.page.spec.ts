import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import sentences from '../../../../../../libs/language/en/schedule.json';
import { readEnglish, speaking } from '../../../testing/speaking';
import { errorsOf, FieldHarness } from '../../ui/form/field.harness';
import { SendHarness } from '../../ui/form/send.harness';
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
  foreseen: [],
  rooms: [
    {
      id: roomId,
      venue: 'Centre',
      address: 'Via Roma 1',
      name: 'Aula 1',
      capacity: 30,
      accessibility: '',
      coordinates: '',
      radius: 0,
    },
  ],
  tutors: [],
  providers: [],
};

async function open() {
  TestBed.configureTestingModule({ providers: speaking(provideRouter([{ path: '**', children: [] }])) });
  const api = await readEnglish({ schedule: sentences });
  const fixture = TestBed.createComponent(PlanSessionPage);
  fixture.componentRef.setInput('editionId', editionId);
  TestBed.tick();
  api.expectOne(`/api/editions/${editionId}/sessions/planning`).flush(planning);
  await fixture.whenStable();
  const screen = TestbedHarnessEnvironment.loader(fixture);
  const fieldOf = (label: string) => screen.getHarness(FieldHarness.labelled(label));
  return {
    api,
    type: async (label: string, text: string) => (await fieldOf(label)).type(text),
    choose: async (label: string, option: string) => (await fieldOf(label)).choose(option),
    send: async () => (await screen.getHarness(SendHarness)).press(),
    saidAll: async () => errorsOf(await screen.getAllHarnesses(FieldHarness)),
  };
}

describe('planning a session', () => {
  it('asks for a link online and for a room in presence', async () => {
    const { choose, send, saidAll } = await open();
    await send();
    const always = { Topic: 'Required', Date: 'Required', 'Start time': 'Required', 'End time': 'Required' };
    expect(await saidAll()).toEqual({ ...always, 'Meeting link': 'Required' });
    await choose('Module', '2. Practice');
    await send();
    expect(await saidAll()).toEqual({ ...always, Room: 'Required' });
  });

  it('says what is no link, and sends nothing', async () => {
    const { api, type, send, saidAll } = await open();
    await type('Topic', 'A first look');
    await type('Date', '2027-01-12');
    await type('Start time', '10:00');
    await type('End time', '12:00');
    await type('Meeting link', 'our usual room');
    await send();
    expect(await saidAll()).toEqual({ 'Meeting link': 'Enter a web address, like https://example.org.' });
    await type('Meeting link', 'https://meet.example/room');
    await send();
    expect(api.expectOne({ method: 'POST' }).request.body).toEqual({
      moduleNumber: 1,
      title: 'A first look',
      startsLocal: '2027-01-12T10:00',
      endsLocal: '2027-01-12T12:00',
      zone: 'Europe/Rome',
      roomId: null,
      joinUrl: 'https://meet.example/room',
    });
  });

  it.each(['1. Policy', '2. Practice'])('sends a room and a link at once for %s', async (module) => {
    const { api, type, choose, send } = await open();
    await choose('Module', module);
    await type('Topic', 'Both at once');
    await type('Date', '2027-01-12');
    await type('Start time', '10:00');
    await type('End time', '12:00');
    await choose('Room', 'Aula 1, Centre (30 people)');
    await type('Meeting link', 'https://meet.example/room');
    await send();
    expect(api.expectOne({ method: 'POST' }).request.body).toMatchObject({
      roomId,
      joinUrl: 'https://meet.example/room',
    });
  });
});
