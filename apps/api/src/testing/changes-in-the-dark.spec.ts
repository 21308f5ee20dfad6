import { declareConflicts, type Route, ruleInMeeting } from '@libretto/contracts';
import { type Actor, type ApplicationState, awaitsRuling } from '@libretto/domain';
import { newId } from '../platform/database/new-id';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { aDeclaration } from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Conflict } from '../features/admissions/dossier/conflict.entity';
import { Comment } from '../features/admissions/discussion/comment.entity';
import { Meeting } from '../features/admissions/meeting/meeting.entity';
import { Offer } from '../features/places/offer.entity';
import { allOfADossier, type IdsOfADossier } from './all-of-a-dossier';
import { routesOf } from './routes';
import { aColleague, anApplicant, anEditionOf, aPerson } from './fixtures';
import { describeOnEachDatabase, type TestApp } from './test-app';

type Seat = 'chair' | 'deputy' | 'member' | 'coordinator' | 'registrar';
interface Around {
  ids: IdsOfADossier;
  /** A dossier that the person reads, after having declared. */
  known: string;
  accountId: string;
}

const reason = 'As the file shows.';
/** The bodies for each changing route that takes one and an id of something about an application. */
const bodies: Record<string, (around: Around) => object[]> = {
  'POST /editions/:editionId/declarations': ({ ids: { applicationId }, known }) =>
    [[applicationId], [known, applicationId]].flatMap((applicationIds) => [
      { applicationIds, conflict: null },
      { applicationIds, conflict: { reason } },
    ]),
  'POST /editions/:editionId/conflicts': ({ ids: { applicationId }, accountId }) => [
    { applicationId, accountId, reason },
  ],
  'POST /editions/:editionId/conflicts/:conflictId/clearing': () => [{ reason }],
  'POST /editions/:editionId/dossiers/:applicationId/comments': () => [{ words: reason }],
  'PUT /editions/:editionId/dossiers/:applicationId/findings/:criterionId': () => [{ finding: 'met', note: reason }],
  'PUT /editions/:editionId/dossiers/:applicationId/look': () => [{ version: 1 }, { version: 9 }],
  'POST /editions/:editionId/dossiers/:applicationId/returns': () => [
    { questions: [{ field: 'degrees', text: 'Which of them was the first?' }], word: '' },
  ],
  'POST /editions/:editionId/dossiers/:applicationId/returns/preview': () => [
    { questions: [{ field: 'degrees', text: 'Which of them was the first?' }], word: '' },
  ],
  'POST /editions/:editionId/dossiers/:applicationId/votes': () => [{ choice: 'reject', reason }],
  'POST /editions/:editionId/meetings/:meetingId/rulings': ({ ids: { applicationId }, known }) =>
    [[applicationId], [known, applicationId], [applicationId, known]].map((all) => ({
      rulings: all.map((one) => ({ applicationId: one, reason, outcome: 'rejected' })),
    })),
  'POST /editions/:editionId/offers/:offerId/withdrawal': () => [{ reason }],
  'POST /editions/:editionId/rulings/:applicationId': () => [{ reason, outcome: 'admitted' }],
  'POST /editions/:editionId/rulings/:applicationId/preview': ({ known }) => [{ reason }, { reason, after: [known] }],
  'POST /editions/:editionId/rulings/places': ({ ids: { applicationId }, known }) => [
    { applicationIds: [applicationId] },
    { applicationIds: [known, applicationId] },
  ],
  'POST /editions/:editionId/admissions/extracts/dossiers/:applicationId': () => [{ language: 'en' }],
  'PUT /editions/:editionId/application/answers/:questionId': () => [{ answer: reason }],
};

const states: ApplicationState[] = ['draft', 'submitted', 'under-review', 'returned', 'ruled', 'appealed', 'withdrawn'];

/** Somebody in a seat, a dossier that they read, and one of which they must not learn, with one row of each kind. */
async function aDarkRoom(app: TestApp, seat: Seat, state: ApplicationState) {
  const { id: editionId } = await anEditionOf(app);
  const organisation = seat === 'coordinator' || seat === 'registrar' ? seat : undefined;
  const editions = [{ editionId, role: organisation ? ('member' as const) : (seat as 'chair' | 'deputy' | 'member') }];
  const person = await aColleague(app, { editions, ...(organisation ? { organisation } : {}) });
  const { account: other } = await aPerson(app, { editions: [{ editionId, role: 'chair' }] });
  const accountId = person.account.id;
  const actor: Actor = { accountId, organisation: organisation ? [organisation] : [], editions };
  const { application: known } = await anApplicant(app, editionId, { application: { state: 'under-review' } });
  const { whose } = await anApplicant(app, editionId, {
    application: { state, ...(state === 'draft' ? { submittedAt: null } : {}) },
  });
  const declared = [known.id, whose.applicationId].map((applicationId) => aDeclaration({ applicationId, accountId }));
  await app.build(Declaration, ...declared);
  const ids = await allOfADossier(app, whose, { memberId: accountId, byId: other.id, reason });
  const meetingId = newId();
  await app.build(Meeting, {
    id: meetingId,
    editionId,
    place: 'Rome',
    heldOn: '2026-11-20',
    state: 'open',
    openFor: editionId,
    openedById: other.id,
    openedAt: new Date('2026-11-20T09:00:00Z'),
    closedById: null,
    closedAt: null,
  });
  return { person, actor, editionId, meetingId, known: known.id, other: other.id, ids };
}

/** As many ids that belong to no row. */
const nothing = (ids: IdsOfADossier): IdsOfADossier =>
  Object.fromEntries(Object.keys(ids).map((name) => [name, newId()])) as IdsOfADossier;

describeOnEachDatabase('a route', (app) => {
  it.each(['member', 'chair', 'deputy', 'coordinator', 'registrar'] as const)(
    'answers a %s in conflict as if there were nothing',
    async (seat) => {
      for (const state of states) {
        const { person, actor, editionId, meetingId, known, other, ids } = await aDarkRoom(app(), seat, state);
        const before = await app().rows(Application, { id: ids.applicationId });
        const none = nothing(ids);
        const asked: string[] = [];
        for (const [name, { route, policy }] of routesOf(app())) {
          // Readable routes are compared elsewhere, whole. A route that is not for them at all answers the same in
          // every state.
          const isForThem = policy(actor, { editionId });
          if (isForThem ? route.method === 'GET' : state !== 'under-review') continue;
          if (!route.path.includes(':editionId') || name.endsWith('/evidence')) continue;
          const inputs = (of: IdsOfADossier) =>
            inputsOf(
              name,
              route,
              { editionId, meetingId, criterionId: 'degree', accountId: other },
              { ids: of, known, accountId: other },
            );
          const there = inputs(ids);
          const notThere = inputs(none);
          for (const [index, input] of there.entries()) {
            if (JSON.stringify(input) === JSON.stringify(notThere[index])) continue;
            asked.push(name);
            const told = async (of: IdsOfADossier, { params, body }: Input) => {
              const answer = await person.caller.call(route, { params, body } as never);
              const text = JSON.stringify({ ...answer.body, instance: '', requestId: '' });
              return `${state} ${name} ${JSON.stringify(body)?.replaceAll(of.applicationId, '#')} → ${answer.status} ${Object.values(of).reduce((all, id) => all.replaceAll(id, '#'), text)}`;
            };
            expect(await told(ids, input)).toBe(await told(none, notThere[index] as Input));
          }
        }
        expect(asked.length).toBeGreaterThan(5);
        expect(await app().rows(Application, { id: ids.applicationId })).toEqual(before);
        expect(await app().rows(Offer, { id: ids.offerId })).toMatchObject([{ state: 'open' }]);
        expect(await app().rows(OutboxRow, { id: ids.mailId })).toMatchObject([{ state: 'stopped' }]);
        expect(await app().rows(Comment, { id: ids.commentId })).toMatchObject([{ takenBackAt: null }]);
        expect(await app().rows(Conflict, { applicationId: ids.applicationId })).toMatchObject([
          { endedAt: null },
          { endedAt: null },
        ]);
      }
    },
  );

  it('would tell them apart: of a dossier that is open to them, members hear another answer', async () => {
    const { person, editionId, meetingId, known } = await aDarkRoom(app(), 'member', 'submitted');
    const declared = await person.caller.call(declareConflicts, {
      params: { editionId },
      body: { applicationIds: [known], conflict: null },
    });
    expect(declared.body.code).toBe('admissions.already-declared');
    const ruled = await person.caller.call(ruleInMeeting, {
      params: { editionId, meetingId },
      body: { rulings: [{ applicationId: known, reason, outcome: 'rejected' }] },
    });
    expect(ruled.body.items[0]?.whyNot?.code).not.toBe('common.not-found');
    expect(states.some(awaitsRuling)).toBe(true);
  });
});

interface Input {
  params: Record<string, string>;
  body?: object;
}

/**
 * Every call of one route around an application; for a route that takes a body about one, its bodies must be listed.
 */
function inputsOf(name: string, route: Route, fixed: Record<string, string>, around: Around): Input[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, param]) => param as string);
  const params = Object.fromEntries(
    names.map((param) => [param, around.ids[param as keyof IdsOfADossier] ?? fixed[param] ?? newId()]),
  );
  const isAbout = names.some((param) => param in around.ids);
  const said = bodies[name];
  if (route.body && isAbout && !said) throw new Error(`${name} takes an id: say with which body`);
  if (!said && !isAbout) return [];
  return (said ?? (() => [undefined]))(around).map((body) => ({ params, ...(body ? { body } : {}) }));
}
