import {
  readAwards,
  readEditionCompletion,
  readEditions,
  readPlaces,
  readGlance,
  readMarkingList,
  readMarkingTable,
  readMyCompletion,
  readMyCredential,
  readMyPlace,
  readGroups,
  readRelease,
  readSetUp,
  readWorkToMark,
} from '@libretto/contracts';
import { AwardIssue } from '../features/credentials/award/award-issue.entity';
import { newId } from '../platform/database/new-id';
import { aCourse, aHeldSession, aMarkedWork } from './course';
import { aPerson } from './fixtures';
import { areLean, type Question } from './lean';
import { describeOnEachDatabase, type TestApp } from './test-app';

/** An edition in which so many people take part, each with hours, marked work and an award under way. */
async function aCourseOf(app: TestApp, people: number) {
  const { edition, participants, tutor, coordinator } = await aCourse(app, people);
  const editionId = edition.id;
  const enrolmentIds = participants.map(({ enrolment }) => enrolment.id);
  const by = tutor.account.id;
  await aHeldSession(app, { editionId, tutorId: by, marks: enrolmentIds.map((id) => [id, 'present']) });
  let workId = '';
  for (const id of enrolmentIds) workId = (await aMarkedWork(app, { editionId, enrolmentIds: [id], by })).work.id;
  await app.build(
    AwardIssue,
    ...enrolmentIds.map((enrolmentId) =>
      Object.assign(new AwardIssue(), {
        id: newId(),
        enrolmentId,
        state: 'stopped',
        missing: [],
        fault: null,
        changedAt: app.clock.now(),
      }),
    ),
  );
  const both = await aPerson(app, { organisation: 'coordinator', editions: [{ editionId, role: 'member' }] });
  const registrar = await aPerson(app, { organisation: 'registrar' });
  return {
    ids: { editionId, workId },
    tutor,
    coordinator: { caller: coordinator },
    both,
    registrar,
    participant: participants[0],
  };
}

type Place = Awaited<ReturnType<typeof aCourseOf>>;

/** What screens of a course ask, with who asks it. */
const questions: Question<Place>[] = [
  ['the edition at a glance', readGlance, ({ coordinator }) => coordinator],
  ['the same to a coordinator who is a member', readGlance, ({ both }) => both],
  ['what the edition needs', readSetUp, ({ coordinator }) => coordinator],
  ['the completion of an edition', readEditionCompletion, ({ coordinator }) => coordinator],
  [
    'the same, by standing',
    readEditionCompletion,
    ({ coordinator }) => coordinator,
    () => ({ query: { sort: 'standing' } }),
  ],
  ['one’s own completion', readMyCompletion, ({ participant }) => participant],
  ['one’s own credential', readMyCredential, ({ participant }) => participant],
  ['one’s own place', readMyPlace, ({ participant }) => participant],
  ['the awards', readAwards, ({ registrar }) => registrar],
  [
    'the awards of an edition',
    readAwards,
    ({ registrar }) => registrar,
    ({ ids }) => ({ query: { edition: ids.editionId } }),
  ],
  ['the groups', readGroups, ({ coordinator }) => coordinator],
  ['the marking', readMarkingList, ({ tutor }) => tutor],
  ['the table of marks', readMarkingTable, ({ tutor }) => tutor],
  ['a work to mark', readWorkToMark, ({ tutor }) => tutor],
  ['the release', readRelease, ({ coordinator }) => coordinator],
  ['the screen of the overview', [readGlance, readPlaces], ({ coordinator }) => coordinator],
  ['the screen of the completion of an edition', [readEditionCompletion], ({ coordinator }) => coordinator],
  ['the screen of groups', [readGroups], ({ coordinator }) => coordinator],
  ['the screen of marking', [readMarkingList], ({ tutor }) => tutor],
  ['the screen of a work to mark', [readWorkToMark], ({ tutor }) => tutor],
  ['the screen of awards', [readAwards, readEditions], ({ registrar }) => registrar],
  ['the screen of one’s own completion', [readMyCompletion, readMyCredential], ({ participant }) => participant],
];

describeOnEachDatabase('a question of a course', (app) => {
  let few: Place;
  let many: Place;
  beforeAll(async () => {
    few = await aCourseOf(app(), 3);
    many = await aCourseOf(app(), 30);
  });

  areLean(questions, () => ({ few, many }));
});
