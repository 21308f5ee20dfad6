import { HttpTestingController } from '@angular/common/http/testing';
import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { route } from '@libretto/contracts';
import * as z from 'zod/mini';
import { readEnglish, speaking } from '../../../testing/speaking';
import { Api } from './api';
import { ProblemError, secondsToWait } from './problem-error';

const readThing = route({
  summary: 'One thing',
  method: 'GET',
  path: '/things/:thingId',
  params: z.object({ thingId: z.string() }),
  query: z.object({ after: z.optional(z.string()) }),
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
class Reader {
  readonly id = signal<string | undefined>(undefined);
  readonly thing = inject(Api).read(readThing, () => {
    const thingId = this.id();
    return thingId ? { params: { thingId } } : undefined;
  });
}

describe('the way to the server', () => {
  let http: HttpTestingController;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: speaking() });
    http = await readEnglish();
  });

  it('reads when there is something to ask, in the reader’s language, and keeps only what the contract knows', async () => {
    const fixture = TestBed.createComponent(Reader);
    await fixture.whenStable();
    fixture.componentInstance.id.set('a b');
    TestBed.tick();
    const asked = http.expectOne('/api/things/a%20b');
    expect(asked.request.headers.get('accept-language')).toBe('en');
    expect(asked.request.headers.has('x-libretto')).toBe(false);
    asked.flush({ name: 'One', secret: 'no' });
    await fixture.whenStable();
    expect(fixture.componentInstance.thing.value()).toEqual({ name: 'One' });
  });

  it('has no value, rather than a throwing one, when a reading failed, and has one again when it is asked again', async () => {
    const fixture = TestBed.createComponent(Reader);
    const { id, thing } = fixture.componentInstance;
    id.set('1');
    TestBed.tick();
    const refusal = { type: 'about:blank', status: 404, code: 'common.not-found', numbers: {}, detail: 'Not there.' };
    http.expectOne('/api/things/1').flush(refusal, { status: 404, statusText: 'Not Found' });
    await fixture.whenStable();
    expect([thing.value(), thing.hasValue(), thing.error()?.message]).toEqual([undefined, false, 'Not there.']);
    thing.reload();
    TestBed.tick();
    http.expectOne('/api/things/1').flush({ name: 'One' });
    await fixture.whenStable();
    expect([thing.value(), thing.hasValue()]).toEqual([{ name: 'One' }, true]);
    thing.set({ name: 'Changed' });
    expect(thing.value()).toEqual({ name: 'Changed' });
  });

  it('says with each change that it comes from this app', async () => {
    const sent = TestBed.inject(Api).send(nameThing, { params: { thingId: '1' }, body: { name: 'Two' } });
    const asked = http.expectOne({ method: 'PUT', url: '/api/things/1' });
    expect(asked.request.headers.get('x-libretto')).toBe('web');
    asked.flush(null, { status: 204, statusText: 'No Content' });
    expect(await sent).toBeUndefined();
  });

  it('sends what is pressed twice once, and again when the first is answered', async () => {
    const name = (to: string) => TestBed.inject(Api).send(nameThing, { params: { thingId: '1' }, body: { name: to } });
    const [one, same] = [name('Two'), name('Two')];
    http.expectOne('/api/things/1').flush(null, { status: 204, statusText: 'No Content' });
    await Promise.all([one, same]);
    const [again, other] = [name('Two'), name('Three')];
    for (const asked of http.match('/api/things/1')) asked.flush(null, { status: 204, statusText: 'No Content' });
    expect(await Promise.all([again, other])).toEqual([undefined, undefined]);
  });

  it('throws a refusal with its sentence', async () => {
    const sent = TestBed.inject(Api).send(nameThing, { params: { thingId: '1' }, body: { name: 'Two' } });
    const refusal = {
      type: 'about:blank',
      status: 409,
      code: 'things.taken',
      numbers: {},
      detail: 'This name is taken.',
    };
    http.expectOne('/api/things/1').flush(refusal, { status: 409, statusText: 'Conflict' });
    await expect(sent).rejects.toThrow('This name is taken.');
    await expect(sent).rejects.toBeInstanceOf(ProblemError);
  });

  it('says how long to wait where the server asks for it', async () => {
    const sent = TestBed.inject(Api).send(nameThing, { params: { thingId: '1' }, body: { name: 'Two' } });
    const refusal = {
      type: 'about:blank',
      status: 429,
      code: 'common.too-many-requests',
      numbers: { minutes: 1 },
      detail: 'Wait.',
    };
    http
      .expectOne('/api/things/1')
      .flush(refusal, { status: 429, statusText: 'Too Many Requests', headers: { 'retry-after': '31' } });
    expect(secondsToWait(await sent.catch((error: unknown) => error))).toBe(31);
  });

  it('says so when there is no server', async () => {
    const sent = TestBed.inject(Api).send(nameThing, { params: { thingId: '1' }, body: { name: 'Two' } });
    http.expectOne('/api/things/1').error(new ProgressEvent('error'));
    await expect(sent).rejects.toThrow('Can’t reach the server');
  });
});
