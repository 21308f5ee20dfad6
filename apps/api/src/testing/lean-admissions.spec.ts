import {
  askForDossier,
  closeMeeting,
  foreseePlaces,
  previewRuling,
  readAgenda,
  readApplications,
  readAssignment,
  readConflicts,
  readDesk,
  readDiscussion,
  readDossier,
  readEvidenceFile,
  readExtracts,
  readGlance,
  readLetters,
  readMeeting,
  readMeetings,
  readMinutes,
  readMyApplication,
  readMyLetters,
  readMyPlace,
  readOffers,
  readPlaces,
  readPlacesDesk,
  readReports,
  readRulings,
  readSetUp,
  readWaitingList,
} from '@libretto/contracts';
import { aDeclaration, aFinding, aVote } from '../features/admissions/dossier/application.builder';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Finding } from '../features/admissions/dossier/finding.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { allOfADossier } from './all-of-a-dossier';
import { aColleague, anApplicant, anEditionOf, aPerson, manyApplicants } from './fixtures';
import { areLean, type Question } from './lean';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { newId } from '../platform/database/new-id';

/** An edition with so many dossiers, and one that has a row of every kind. In bulk, past every rule. */
async function anEditionWith(app: TestApp, dossiers: number) {
  const { id: editionId } = await anEditionOf(app);
  const seat = (role: 'chair' | 'deputy' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  const chair = await seat('chair');
  const others = [await seat('member'), await seat('deputy')];
  const both = await aPerson(app, { organisation: 'coordinator', editions: [{ editionId, role: 'member' }] });
  const applications = await manyApplicants(app, editionId, dossiers, (at) => ({
    state: at % 3 ? 'under-review' : 'ruled',
  }));
  const by = applications.flatMap(({ id }) =>
    [chair, ...others].map(({ account }) => ({ applicationId: id, accountId: account.id })),
  );
  await app.build(Declaration, ...by.map((one) => aDeclaration(one)));
  await app.build(Finding, ...by.flatMap((one) => ['degree', 'english'].map((criterion) => aFinding(one, criterion))));
  await app.build(Vote, ...by.map((one) => aVote(one)));
  const applicant = await anApplicant(app, editionId, { application: { state: 'ruled' } });
  const { whose } = applicant;
  const ids = await allOfADossier(app, whose, { memberId: both.account.id, byId: both.account.id });
  const mine = { applicationId: whose.applicationId, accountId: chair.account.id };
  await app.build(Declaration, aDeclaration(mine));
  await app.build(Vote, aVote(mine));
  const meeting = {
    id: newId(),
    editionId,
    place: 'Rome',
    heldOn: '2026-11-20',
    openedById: chair.account.id,
    openedAt: app.clock.now(),
    closedById: null,
    closedAt: null,
    state: 'open',
    openFor: editionId,
  };
  const before = newId();
  await app.build('Meeting', { ...meeting, id: before });
  await chair.caller.call(closeMeeting, { params: { editionId, meetingId: before } });
  await app.build('Meeting', meeting);
  const ready = applications.filter(({ state }) => state === 'under-review').map(({ id }) => id);
  const waiting = applications
    .filter(({ state }) => state === 'ruled')
    .map(({ id: applicationId, accountId, institutionId }) => ({
      id: newId(),
      editionId,
      applicationId,
      accountId,
      institutionId,
      country: 'HR',
      since: app.clock.now(),
      appliedAt: app.clock.now(),
      offeredAt: null,
    }));
  await app.build('WaitingListEntry', ...waiting);
  for (const { id: applicationId } of applications)
    await both.caller.call(askForDossier, { params: { editionId, applicationId }, body: { language: 'en' } });
  return { ids: { ...ids, editionId, meetingId: meeting.id }, before, ready, chair, both, applicant };
}

type Place = Awaited<ReturnType<typeof anEditionWith>>;

/** What screens of admissions ask, with who asks it. */
const questions: Question<Place>[] = [
  ['the desk', readDesk, ({ chair }) => chair],
  ['a search on the desk', readDesk, ({ chair }) => chair, () => ({ query: { q: 'kovac', step: 'voted' } })],
  ['a dossier', readDossier, ({ chair }) => chair],
  ['its discussion', readDiscussion, ({ chair }) => chair],
  ['a file of it', readEvidenceFile, ({ chair }) => chair],
  ['the table of rulings', readRulings, ({ chair }) => chair],
  ['the meetings', readMeetings, ({ chair }) => chair],
  ['a meeting', readMeeting, ({ chair }) => chair],
  ['its agenda', readAgenda, ({ chair }) => chair],
  ['the places by country', readPlaces, ({ chair }) => chair],
  ['the same to a coordinator who is a member', readPlaces, ({ both }) => both],
  [
    'the ruling of one application',
    previewRuling,
    ({ chair }) => chair,
    ({ ids, ready: [applicationId] }) => ({ params: { ...ids, applicationId }, body: { reason: '' } }),
  ],
  [
    'the places after several rulings',
    foreseePlaces,
    ({ chair }) => chair,
    ({ ready }) => ({ body: { applicationIds: ready } }),
  ],
  ['the assignment', readAssignment, ({ both }) => both],
  ['the list of applications', readApplications, ({ both }) => both],
  ['a sorted search in it', readApplications, ({ both }) => both, () => ({ query: { name: 'a', sort: 'name' } })],
  ['the letters', readLetters, ({ both }) => both],
  ['the reports', readReports, ({ both }) => both],
  ['the desk of places', readPlacesDesk, ({ both }) => both],
  ['the waiting list', readWaitingList, ({ both }) => both],
  ['the offers', readOffers, ({ both }) => both],
  ['the extracts', readExtracts, ({ both }) => both],
  ['one’s own application', readMyApplication, ({ applicant }) => applicant],
  ['the minutes', readMinutes, ({ chair }) => chair, ({ ids, before }) => ({ params: { ...ids, meetingId: before } })],
  ['the screen of applications to review', [readDesk], ({ chair }) => chair],
  ['the screen of an application', [readDossier, readDiscussion], ({ chair }) => chair],
  ['the screen of decisions', [readRulings], ({ chair }) => chair],
  ['the screen of a meeting', [readMeeting, readAgenda], ({ chair }) => chair],
  ['the screen of assignment', [readAssignment], ({ both }) => both],
  ['the screen of the list', [readApplications, readExtracts], ({ both }) => both],
  ['the screen of letters', [readLetters], ({ both }) => both],
  ['the screen of figures', [readReports], ({ both }) => both],
  ['the screen of places', [readPlacesDesk, readWaitingList, readOffers], ({ both }) => both],
  ['the screen of conflicts', [readConflicts], ({ both }) => both],
  ['the screen of the overview', [readGlance, readPlaces, readSetUp], ({ both }) => both],
  [
    'the screen of one’s own application',
    [readMyApplication, readMyPlace, readMyLetters],
    ({ applicant }) => applicant,
  ],
];

describeOnEachDatabase('a question of admissions', (app) => {
  let few: Place;
  let many: Place;
  beforeAll(async () => {
    few = await anEditionWith(app(), 3);
    many = await anEditionWith(app(), 30);
  });

  areLean(questions, () => ({ few, many }));
});
