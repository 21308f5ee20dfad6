import { declareConflicts, type Route, ruleInMeeting } from '@libretto/contracts';
import { type Actor, type ApplicationState, awaitsRuling } from '@libretto/domain';
import { newId } from '../platform/database/new-id';
import { OutboxRow } from '../platform/database/outbox-row.entity';
import { StoredFile } from '../platform/files/stored-file.entity';
import { aDeclaration } from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { Evidence } from '../features/admissions/dossier/evidence.entity';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Conflict } from '../features/admissions/dossier/conflict.entity';
import { Comment } from '../features/admissions/discussion/comment.entity';
import { Letter } from '../features/admissions/letters/letter.entity';
import { Meeting } from '../features/admissions/meeting/meeting.entity';
import { DossierReturn } from '../features/admissions/return/dossier-return.entity';
import { ReturnQuestion } from '../features/admissions/return/return-question.entity';
import { Offer } from '../features/places/offer.entity';
import { anOffer } from '../features/places/places.builder';
import { routesOf } from './routes';
import { aColleague, anApplicant, anEditionOf, aPerson, aRulingOn } from './stage';
import { describeOnEachDatabase, type World } from './world';

type Seat = 'chair' | 'deputy' | 'member' | 'coordinator' | 'registrar';
type Ids = Record<'applicationId' | 'offerId' | 'evidenceId' | 'commentId' | 'questionId' | 'conflictId' | 'mailId' | 'letterId', string>;
interface Around {
  ids: Ids;
  /** A dossier that the person reads, and has declared on. */
  known: string;
  accountId: string;
}

const reason = 'As the file shows.';
/** What is sent to each changing route that takes a body and an id of something about an application. */
const bodies: Record<string, (around: Around) => object[]> = {
  'POST /editions/:editionId/declarations': ({ ids: { applicationId }, known }) =>
    [[applicationId], [known, applicationId]].flatMap((applicationIds) => [
      { applicationIds, conflict: null },
      { applicationIds, conflict: { reason } },
    ]),
  'POST /editions/:editionId/conflicts': ({ ids: { applicationId }, accountId }) => [{ applicationId, accountId, reason }],
  'POST /editions/:editionId/conflicts/:conflictId/clearing': () => [{ reason }],
  'POST /editions/:editionId/dossiers/:applicationId/comments': () => [{ words: reason }],
  'PUT /editions/:editionId/dossiers/:applicationId/findings/:criterionId': () => [{ finding: 'met', note: reason }],
  'PUT /editions/:editionId/dossiers/:applicationId/look': () => [{ version: 1 }, { version: 9 }],
  'POST /editions/:editionId/dossiers/:applicationId/returns': () => [{ questions: [{ field: 'degrees', text: 'Which of them was the first?' }], word: '' }],
  'POST /editions/:editionId/dossiers/:applicationId/returns/preview': () => [{ questions: [{ field: 'degrees', text: 'Which of them was the first?' }], word: '' }],
  'POST /editions/:editionId/dossiers/:applicationId/votes': () => [{ choice: 'reject', reason }],
  'POST /editions/:editionId/meetings/:meetingId/rulings': ({ ids: { applicationId }, known }) =>
    [[applicationId], [known, applicationId], [applicationId, known]].map((all) => ({ rulings: all.map((one) => ({ applicationId: one, reason, outcome: 'rejected' })) })),
  'POST /editions/:editionId/offers/:offerId/withdrawal': () => [{ reason }],
  'POST /editions/:editionId/rulings/:applicationId': () => [{ reason, outcome: 'admitted' }],
  'POST /editions/:editionId/rulings/:applicationId/preview': ({ known }) => [{ reason }, { reason, after: [known] }],
  'POST /editions/:editionId/rulings/places': ({ ids: { applicationId }, known }) => [{ applicationIds: [applicationId] }, { applicationIds: [known, applicationId] }],
  'POST /editions/:editionId/admissions/extracts/dossiers/:applicationId': () => [{ language: 'en' }],
  'PUT /editions/:editionId/application/answers/:questionId': () => [{ answer: reason }],
};

const states: ApplicationState[] = ['draft', 'submitted', 'under-review', 'returned', 'ruled', 'appealed', 'withdrawn'];

/** Somebody in a seat, a dossier that they read, and one of which they must not learn, with everything that can hang on it. */
async function aDarkRoom(world: World, seat: Seat, state: ApplicationState) {
  const { id: editionId } = await anEditionOf(world);
  const organisation = seat === 'coordinator' || seat === 'registrar' ? seat : undefined;
  const editions = [{ editionId, role: organisation ? ('member' as const) : (seat as 'chair' | 'deputy' | 'member') }];
  const person = await aColleague(world, { editions, ...(organisation ? { organisation } : {}) });
  const { account: other } = await aPerson(world, { editions: [{ editionId, role: 'chair' }] });
  const accountId = person.account.id;
  const actor: Actor = { accountId, organisation: organisation ? [organisation] : [], editions };
  const { application: known } = await anApplicant(world, editionId, { application: { state: 'under-review' } });
  const { whose } = await anApplicant(world, editionId, { application: { state, ...(state === 'draft' ? { submittedAt: null } : {}) } });
  const { applicationId } = whose;
  const at = new Date('2026-11-20T09:00:00Z');
  const ids: Ids = Object.fromEntries(
    ['offerId', 'evidenceId', 'commentId', 'questionId', 'conflictId', 'mailId', 'letterId'].map((name) => [name, newId()]),
  ) as Ids;
  ids.applicationId = applicationId;
  await world.build(Declaration, aDeclaration({ applicationId: known.id, accountId }), aDeclaration({ applicationId, accountId }));
  const pinned = { id: newId(), applicationId, accountId, ground: 'pinned' as const, number: 1, reason, byId: other.id, at, endedAt: null, endedById: null, endedBecause: null };
  // What the applicant claims of somebody in conflict opens nothing to them either.
  await world.build(Conflict, pinned, { ...pinned, id: ids.conflictId, ground: 'named-referee', reason: null, byId: null });
  await world.build(Comment, { id: ids.commentId, applicationId, accountId, words: reason, at, takenBackAt: null });
  const fileId = newId();
  await world.build(StoredFile, { id: fileId, name: 'secret.pdf', type: 'application/pdf', view: null, bytes: 1, purpose: 'evidence', sha256: '0'.repeat(64), createdAt: at });
  await world.build(Evidence, { id: ids.evidenceId, applicationId, fileId, kind: 'degree', fieldId: null, standing: 'in', ofAppeal: false, addedAt: at });
  const returnId = newId();
  await world.build(DossierReturn, { id: returnId, applicationId, number: 1, word: '', byId: other.id, at, answerUntil: at, answeredAt: null, lapsedAt: null });
  await world.build(ReturnQuestion, { id: ids.questionId, returnId, field: 'degrees', text: reason, answer: '' });
  await world.build(Offer, anOffer(whose, { id: ids.offerId }));
  const ruling = await aRulingOn(world, applicationId);
  const about = { rulingId: ruling.id, applicationId, editionId, outcome: ruling.outcome };
  await world.build(Letter, { id: ids.letterId, ...about, language: 'en', subject: 'Your place', paragraphs: [], action: null, composedAt: ruling.at, erasedAt: null });
  const stopped = { state: 'stopped' as const, requestId: null, createdAt: at, dueAt: at, claimedUntil: null, attemptId: null, attempts: 9, error: 'No such mailbox.' };
  await world.build(OutboxRow, { id: ids.mailId, job: 'admissions.mail-ruling', payload: { rulingId: ruling.id }, about: ruling.id, ...stopped });
  const meetingId = newId();
  await world.build(Meeting, { id: meetingId, editionId, place: 'Rome', heldOn: '2026-11-20', state: 'open', openFor: editionId, openedById: other.id, openedAt: at, closedById: null, closedAt: null });
  return { person, actor, editionId, meetingId, known: known.id, other: other.id, ids };
}

/** The same number of ids, behind none of which there is anything. */
const nothing = (ids: Ids): Ids => Object.fromEntries(Object.keys(ids).map((name) => [name, newId()])) as Ids;

describeOnEachDatabase('a changing route', (world) => {
  it.each(['member', 'chair', 'deputy', 'coordinator', 'registrar'] as const)('answers a %s in conflict as if there were nothing', async (seat) => {
    for (const state of states) {
      const { person, actor, editionId, meetingId, known, other, ids } = await aDarkRoom(world(), seat, state);
      const before = await world().rows(Application, { id: ids.applicationId });
      const none = nothing(ids);
      const asked: string[] = [];
      for (const [name, { route, policy }] of routesOf(world())) {
        if (route.method === 'GET' || !route.path.includes(':editionId') || name.endsWith('/evidence') || !policy(actor, { editionId })) continue;
        const inputs = (of: Ids) => inputsOf(name, route, { editionId, meetingId, criterionId: 'degree', accountId: other }, { ids: of, known, accountId: other });
        const there = inputs(ids);
        const notThere = inputs(none);
        for (const [index, input] of there.entries()) {
          if (JSON.stringify(input) === JSON.stringify(notThere[index])) continue;
          asked.push(name);
          const told = async (of: Ids, { params, body }: Input) => {
            const answer = await person.caller.call(route, { params, body } as never);
            const text = JSON.stringify({ ...answer.body, instance: '', requestId: '' });
            return `${state} ${name} ${JSON.stringify(body)?.replaceAll(of.applicationId, '#')} → ${answer.status} ${Object.values(of).reduce((all, id) => all.replaceAll(id, '#'), text)}`;
          };
          expect(await told(ids, input)).toBe(await told(none, notThere[index] as Input));
        }
      }
      expect(asked.length).toBeGreaterThan(5);
      expect(await world().rows(Application, { id: ids.applicationId })).toEqual(before);
      expect(await world().rows(Offer, { id: ids.offerId })).toMatchObject([{ state: 'open' }]);
      expect(await world().rows(OutboxRow, { id: ids.mailId })).toMatchObject([{ state: 'stopped' }]);
      expect(await world().rows(Comment, { id: ids.commentId })).toMatchObject([{ takenBackAt: null }]);
      expect(await world().rows(Conflict, { applicationId: ids.applicationId })).toMatchObject([{ endedAt: null }, { endedAt: null }]);
    }
  });

  it('would tell them apart: of a dossier that is open to them, members hear another answer', async () => {
    const { person, editionId, meetingId, known } = await aDarkRoom(world(), 'member', 'submitted');
    const declared = await person.caller.call(declareConflicts, { params: { editionId }, body: { applicationIds: [known], conflict: null } });
    expect(declared.body.code).toBe('admissions.already-declared');
    const ruled = await person.caller.call(ruleInMeeting, { params: { editionId, meetingId }, body: { rulings: [{ applicationId: known, reason, outcome: 'rejected' }] } });
    expect(ruled.body.items[0]?.whyNot?.code).not.toBe('common.not-found');
    expect(states.some(awaitsRuling)).toBe(true);
  });
});

interface Input {
  params: Record<string, string>;
  body?: object;
}

/** Every call of one route around an application; a route that takes a body about one must say which. */
function inputsOf(name: string, route: Route, fixed: Record<string, string>, around: Around): Input[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, param]) => param as string);
  const params = Object.fromEntries(names.map((param) => [param, around.ids[param as keyof Ids] ?? fixed[param] ?? newId()]));
  const isAbout = names.some((param) => param in around.ids);
  const said = bodies[name];
  if (route.body && isAbout && !said) throw new Error(`${name} takes an id: say with which body`);
  if (!said && !isAbout) return [];
  return (said ?? (() => [undefined]))(around).map((body) => ({ params, ...(body ? { body } : {}) }));
}
