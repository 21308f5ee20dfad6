import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { mostTogether, route } from '@libretto/contracts';
import * as z from 'zod/mini';
import { readEnglish, speaking } from '../../../testing/speaking';
import { Api } from './api';
import { secondsToWait } from './problem-error';
import { speakToApi } from './speak-to-api.interceptor';
import { sendTogether } from './together';

const readThing = route({
  summary: 'One thing',
  method: 'GET',
  path: '/things/:thingId',
  params: z.object({ thingId: z.string() }),
  reply: z.object({ name: z.string() }),
});
const nameThing = route({
  summary: 'Name it',
  method: 'PUT',
  path: '/things/:thingId',
  params: z.object({ thingId: z.string() }),
  body: z.object({ name: z.string() }),
});

@Component({ template: '' })
class Screen {
  private readonly api = inject(Api);
  readonly id = signal('1');
  readonly first = this.api.read(readThing, () => ({ params: { thingId: this.id() } }));
  readonly frame = this.api.read(readThing, () => ({ params: { thingId: this.id() } }));
  readonly second = this.api.read(readThing, () => ({ params: { thingId: 'two' } }));
}

const problem = { type: 'about:blank', status: 404, code: 'common.not-found', numbers: {}, detail: 'Not there.' };

describe('questions of one screen', () => {
  let http: HttpTestingController;
  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: speaking(provideHttpClient(withInterceptors([speakToApi, sendTogether])), provideHttpClientTesting()),
    });
    http = await readEnglish();
  });
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
  const under = (): TestRequest[] => http.match(() => true).filter(({ cancelled }) => !cancelled);
  const asked = ({ request }: TestRequest) =>
    new URL(request.url, 'http://here').searchParams.getAll('ask').map((one) => one.replace('/api/things/', ''));
  const ask = (thingId: string) => TestBed.inject(Api).send(readThing, { params: { thingId } });
  const answer = (name: string) => ({ status: 200, retryAfter: null, body: { name } });

  it('go in one request, each once, and each gets its own answer', async () => {
    const fixture = TestBed.createComponent(Screen);
    TestBed.tick();
    await turn();
    const [request, ...more] = under() as [TestRequest];
    expect([asked(request), more, request.request.headers.get('accept-language')]).toEqual([['1', 'two'], [], 'en']);
    request.flush([answer('One'), { status: 404, retryAfter: null, body: problem }]);
    await fixture.whenStable();
    const { first, frame, second } = fixture.componentInstance;
    expect([first.value(), frame.value(), second.error()?.message]).toEqual([
      { name: 'One' },
      { name: 'One' },
      'Not there.',
    ]);
  });

  it('are forgotten where the screen asks something else meanwhile, before and after they are sent', async () => {
    const fixture = TestBed.createComponent(Screen);
    TestBed.tick();
    fixture.componentInstance.id.set('other');
    TestBed.tick();
    await turn();
    const [request] = under() as [TestRequest];
    expect(asked(request).sort()).toEqual(['other', 'two']);
    fixture.componentInstance.id.set('last');
    TestBed.tick();
    await turn();
    const [alone] = under() as [TestRequest];
    // The second thing is still wanted of the first request.
    expect([alone.request.url, request.cancelled]).toEqual(['/api/things/last', false]);
    request.flush(asked(request).map(answer));
    alone.flush({ name: 'Last' });
    await fixture.whenStable();
    expect([fixture.componentInstance.first.value(), fixture.componentInstance.second.value()]).toEqual([
      { name: 'Last' },
      { name: 'two' },
    ]);
    fixture.destroy();
  });

  it('are stopped where nobody waits for any of them', async () => {
    const fixture = TestBed.createComponent(Screen);
    TestBed.tick();
    await turn();
    const [request] = http.match(() => true) as [TestRequest];
    fixture.destroy();
    expect(request.cancelled).toBe(true);
  });

  it('go alone where there is one', async () => {
    const one = ask('1');
    await turn();
    const [request] = under() as [TestRequest];
    expect(request.request.url).toBe('/api/things/1');
    request.flush({ name: 'One' });
    expect(await one).toEqual({ name: 'One' });
  });

  it('go in as many requests as the server takes', async () => {
    const all = Array.from({ length: mostTogether + 2 }, (_, index) => ask(String(index)));
    const long = Array.from({ length: 10 }, (_, index) => ask(`${index}${'x'.repeat(900)}`));
    const longer = ask('x'.repeat(1000));
    await turn();
    const requests = under();
    expect(requests.map((one) => asked(one).length)).toEqual([0, mostTogether, 8, 4]);
    expect(Math.max(...requests.slice(1).map(({ request }) => request.url.length))).toBeLessThan(7000);
    for (const one of requests)
      if (asked(one).length) one.flush(asked(one).map(answer));
      else one.flush({ name: 'alone' });
    expect((await Promise.all([...all, ...long, longer])).length).toBe(mostTogether + 13);
  });

  it('do not get an answer from before a change', async () => {
    const before = ask('1');
    await turn();
    const [old] = under() as [TestRequest];
    const sent = TestBed.inject(Api).send(nameThing, { params: { thingId: '1' }, body: { name: 'New' } });
    http.expectOne({ method: 'PUT', url: '/api/things/1' }).flush(null, { status: 204, statusText: 'No Content' });
    await sent;
    const fixture = TestBed.createComponent(Screen);
    TestBed.tick();
    await turn();
    const [anew] = under() as [TestRequest];
    old.flush({ name: 'Old' });
    anew.flush([answer('New'), answer('two')]);
    await fixture.whenStable();
    expect([await before, fixture.componentInstance.first.value()]).toEqual([{ name: 'Old' }, { name: 'New' }]);
  });

  it('are told how long to wait, each for itself, and that there is no server, all of them', async () => {
    const [busy, fine] = [ask('1').catch((error: unknown) => error), ask('2')];
    await turn();
    const [request] = under() as [TestRequest];
    request.flush([{ status: 503, retryAfter: '10', body: { ...problem, status: 503 } }, answer('Two')]);
    expect([secondsToWait(await busy), await fine]).toEqual([10, { name: 'Two' }]);
    const both = Promise.allSettled([ask('1'), ask('2')]);
    await turn();
    (under() as [TestRequest])[0].error(new ProgressEvent('error'));
    expect((await both).map((one) => one.status === 'rejected' && String(one.reason))).toEqual([
      expect.stringContaining('Can’t reach the server'),
      expect.stringContaining('Can’t reach the server'),
    ]);
  });
});
