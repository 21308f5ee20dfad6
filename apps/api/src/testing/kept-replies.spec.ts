import { addressOf, readCatalogue, readProgramme, type Route } from '@libretto/contracts';
import { newId } from '../platform/database/new-id';
import { contractRoutes } from '../platform/http/meta.controller';
import { aColleague, aCoordinator, anEditionOf, aParticipant } from './fixtures';
import { type Caller, TestApp } from './test-app';

const own = 'private, no-store';
/** Files that any verifier may read, who has no cookie here. */
const forVerifiers = [
  '/public/credentials/:publicId/signed',
  '/public/status-lists/:number',
  '/public/status-lists/:number/token',
  '/public/suspension-lists/:number',
];

describe('what browsers and proxies may keep', () => {
  const gets = Object.values(contractRoutes()).filter(({ method }) => method === 'GET');
  const params: Record<string, string> = { number: '1', role: 'tutor', form: 'certificate', slug: 'reading' };
  let app: TestApp;
  let callers: Caller[];

  beforeAll(async () => {
    app = await TestApp.on(undefined);
    const { id: editionId } = await anEditionOf(app, { slug: 'reading' });
    const participant = await aParticipant(app, editionId);
    Object.assign(params, { editionId, enrolmentId: participant.enrolment.id });
    const tutor = await aColleague(app, { editions: [{ editionId, role: 'tutor' }] });
    callers = [app.visitor(), participant.caller, tutor.caller, await aCoordinator(app)];
  });
  afterAll(() => app?.close());

  const given = (route: Route) => {
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
    return { params: Object.fromEntries(names.map((name) => [name, params[name] ?? newId()])) };
  };

  it.each(gets.filter(({ path }) => !forVerifiers.includes(path)).map((route) => [route.path, route] as const))(
    'GET %s is for nobody else, or the same for everybody',
    async (_, route) => {
      const answers = [];
      for (const caller of callers) answers.push(await caller.call(route, given(route) as never));
      for (const { status, headers } of answers)
        expect([status, headers['cache-control']]).toEqual([
          status,
          route.sameForAll && status === 200 ? expect.stringMatching(/^public, (no-cache$|max-age=)/) : own,
        ]);
      if (route.sameForAll) expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    },
  );

  it('is said of some', () => {
    expect(gets.filter(({ sameForAll }) => sameForAll).length).toBeGreaterThan(4);
  });

  it('is sent again only where it has changed', async () => {
    const ask = (url: string, tag = '') => app.nest.inject({ url, headers: { 'if-none-match': tag } });
    const [first, other] = [await ask(addressOf(readProgramme, { params })), await ask(addressOf(readCatalogue))];
    const tag = String(first.headers['etag']);
    expect([first.statusCode, first.headers['cache-control']]).toEqual([200, 'public, no-cache']);
    const again = await ask(addressOf(readProgramme, { params }), tag);
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', tag]);
    expect(other.headers['etag']).not.toBe(tag);
    await anEditionOf(app, { slug: 'writing' });
    expect((await ask(addressOf(readCatalogue), String(other.headers['etag']))).statusCode).toBe(200);
  });

  it('is not said of a refusal, nor of what somebody sends', async () => {
    const [visitor] = callers as [Caller];
    const gone = await visitor.call(readProgramme, { params: { slug: 'nothing' } });
    const sent = await app.nest.inject({ method: 'POST', url: '/api/sign-in', payload: {} });
    expect([gone.status, gone.headers['cache-control'], sent.headers['cache-control']]).toEqual([404, own, own]);
  });
});
