import type { AddressInfo } from 'node:net';
import { addressOf, askTogether, mostTogether, readGlance, readMe } from '@libretto/contracts';
import { editionRoles, organisationRoles } from '@libretto/domain';
import { anEdition } from '../features/editions/edition.builder';
import { Edition } from '../features/editions/edition.entity';
import { newId } from '../platform/database/new-id';
import { requestsFromOnePlace } from '../platform/http/request-limits';
import { isAskedTogether } from '../platform/http/together/parts';
import { Limits } from '../platform/limits/limits';
import { aPerson, aPublishedProgramme } from './fixtures';
import { oneOfEach } from './one-of-each';
import { routesOf } from './routes';
import { type Caller, describeOnEachDatabase, type TestApp } from './test-app';

interface Answer {
  status: number;
  retryAfter: string | null;
  body: unknown;
}

/** Asks as a browser does, over the network; without `cookie` as a visitor. */
async function askOver(app: TestApp, query: string, headers: Record<string, string> = {}) {
  const { port } = app.nest.getHttpServer().address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/together?${query}`, { headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer[] };
}

const asking = (...addresses: string[]) => addresses.map((one) => `ask=${encodeURIComponent(one)}`).join('&');
const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status);

/** Each problem has the id of its request, a signature is made anew, and the code on the wall is that of the moment. */
const comparable = (body: unknown) => JSON.stringify(body).replace(/"proofValue":"\w+"|"codes":\[[^\]]*\]/g, '');

describeOnEachDatabase('questions asked together', (app) => {
  let own: string;
  let other: string;
  let rows: Record<string, Record<string, string>>;
  const people = new Map<string, Caller>();

  beforeAll(async () => {
    await app().nest.listen(0, '127.0.0.1');
    const { version } = await aPublishedProgramme(app());
    [own, other] = [newId(), newId()];
    await app().build(Edition, anEdition(version.id, { id: own }), anEdition(version.id, { id: other }));
    rows = { [own]: await oneOfEach(app(), own), [other]: await oneOfEach(app(), other) };
    people.set('visitor', app().visitor());
    people.set('somebody', (await aPerson(app())).caller);
    for (const role of organisationRoles) people.set(role, (await aPerson(app(), { organisation: role })).caller);
    for (const role of editionRoles)
      people.set(role, (await aPerson(app(), { editions: [{ editionId: own, role }] })).caller);
  }, 240_000);

  const asked = (caller: Caller, ...ask: string[]) =>
    caller.call(askTogether, { query: { ask } }, { 'accept-language': 'it' });

  it('are answered as each is alone, whoever asks, whichever routes they are', async () => {
    const routes = [...routesOf(app()).values()].map(({ route }) => route).filter(isAskedTogether);
    expect(routes.length).toBeGreaterThan(60);
    const differ: string[] = [];
    for (const [who, caller] of people)
      for (const editionId of [own, other]) {
        const alone: [string, Answer][] = [];
        for (const route of routes) {
          const params = Object.fromEntries(
            [...route.path.matchAll(/:(\w+)/g)].map(([, part]) => [part, rows[editionId]?.[part as string] ?? '']),
          );
          const { status, body } = await caller.call(route, { params } as never, { 'accept-language': 'it' });
          alone.push([addressOf(route, { params }), { status, retryAfter: null, body }]);
        }
        for (let at = 0; at < alone.length; at += mostTogether) {
          const some = alone.slice(at, at + mostTogether);
          const together = await asked(caller, ...some.map(([address]) => address));
          for (const [index, [address, answer]] of some.entries())
            if (comparable((together.body as Answer[])[index]) !== comparable(answer))
              differ.push(`${who}: ${address}`);
        }
      }
    expect(differ).toEqual([]);
  }, 240_000);

  it('cost who asks, and what several of them name, once', async () => {
    const tutor = people.get('tutor') as Caller;
    const address = addressOf(readGlance, { params: { editionId: other } });
    const alone = await tutor.call(readGlance, { params: { editionId: other } });
    expect(alone.status).toBe(403);
    // The same rows are read for one and for twelve; alone, who asks and what is named are one statement.
    const together = await asked(tutor, ...Array.from({ length: mostTogether }, () => address));
    expect(statusesOf(together.body as Answer[])).toEqual(Array.from({ length: mostTogether }, () => 403));
    expect(together.statements).toBe((await asked(tutor, address)).statements);
    expect(together.statements).toBe(alone.statements + 1);
  });

  it('keep what is refused apart from what is answered', async () => {
    const me = addressOf(readMe);
    const nothing = `/api/editions/${newId()}`;
    const { body } = await asked(people.get('somebody') as Caller, me, nothing, '/api/nothing-of-this-name', me);
    expect(statusesOf(body as Answer[])).toEqual([200, 404, 404, 200]);
    expect((body as { body: { code: string } }[])[1]?.body.code).toBe('common.not-found');
  });

  it.each([
    ['a file', '/api/calendar/sessions.ics'],
    ['the questions themselves', '/api/together?ask=/api/me'],
    ['the questions themselves by another way', '/api/x/../together?ask=/api/me'],
    ['a file, spelled in another way', '/api/%63alendar/sessions.ics'],
  ])('are never %s', async (_, address) => {
    const { status, body } = await askOver(app(), asking(address));
    expect([status, body[0]?.status, (body[0]?.body as { code: string }).code]).toEqual([
      200,
      400,
      'common.asked-alone',
    ]);
  });

  it.each(['/api/../health/ready', '/api/..//evil.example/api/me', '/api/../', '/api/%2e%2e/health/live'])(
    'lead nowhere outside of the api: %s',
    async (address) => {
      expect(statusesOf((await askOver(app(), asking(address))).body)).toEqual([404]);
    },
  );

  it.each([
    ['another site', asking('https://evil.example/api/me')],
    ['another host', asking('//evil.example/api/me')],
    ['a page', asking('/sign-in')],
    ['the api, spelled in another way', asking('/%61pi/me')],
    ['nothing', ''],
    ['an empty address', 'ask='],
    ['an address without end', asking(`/api/${'x'.repeat(1000)}`)],
    ['too many addresses', asking(...Array.from({ length: mostTogether + 1 }, () => '/api/me'))],
  ])('are refused whole for %s', async (_, query) => {
    expect((await askOver(app(), query)).status).toBe(422);
  });

  it.each(['/api/editions/%2F..%2Fme', '/api/%ZZ', '/api/me%00', '/api/me#/api/x'])(
    'are asked literally: %s',
    async (address) => {
      const [answer] = (await askOver(app(), asking(address))).body;
      expect([401, 404]).toContain(answer?.status);
    },
  );

  it('of a visitor are refused one by one, and say nothing to the browser but their answers', async () => {
    const { status, headers, body } = await askOver(app(), asking('/api/me', '/api/installation'));
    expect([status, ...statusesOf(body)]).toEqual([200, 401, 200]);
    expect([headers.get('set-cookie'), headers.get('etag'), headers.get('www-authenticate')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('believe no address and no name that a browser gives itself', async () => {
    const forged = { 'x-forwarded-for': '198.51.100.7', 'x-libretto-part': '1', 'x-request-id': 'part-of-another' };
    const { body } = await askOver(app(), asking('/api/me'), forged);
    expect(statusesOf(body)).toEqual([401]);
  });

  it('count each against the limit of the place that they come from', async () => {
    const from = '198.51.100.9';
    await app()
      .get(Limits)
      .take(requestsFromOnePlace, from, requestsFromOnePlace.times - 5);
    const visitor = app().visitor(from);
    expect((await asked(visitor, '/api/installation', '/api/me', '/api/me')).status).toBe(200);
    const refused = await asked(visitor, '/api/installation', '/api/me', '/api/me');
    expect([refused.status, refused.body.code]).toEqual([429, 'common.too-many-requests']);
  });
});
