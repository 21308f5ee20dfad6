import { join } from 'node:path';
import { enter, installation } from '../harness';
import { chairVotesAndRules, memberVotes } from '../whole-way/commission';
import { markWork } from '../whole-way/course';
import { receiveCredential } from '../whole-way/credential';
import { open, releaseResults } from '../whole-way/edition';
import { joinLibretto } from '../whole-way/person';
import type { Play } from '../whole-way/play';
import { othersVerify } from '../whole-way/verification';
import { acceptInItalian, applyInItalian, registerInItalian, titleInItalian } from './application';
import { applicant, colleagues, coordinator, password, whoIs } from './cast';
import {
  editionName,
  moveIntoThePast,
  planFromTheCatalogue,
  planOnlineSession,
  studyAndHandIn,
  takeRollOnceBegun,
} from './course';
import { confirmProposal, readWhatComesFirst } from './institutions';
import { inviteColleagues } from './people';

const programme = join(__dirname, '../../../../programmes/credential-evaluators.yaml');

type Installation = ReturnType<typeof installation>;

const playIn = ({ linkMailedTo }: Installation): Play => ({
  newcomer: applicant,
  programmeTitle: 'Professional course for Credential Evaluators',
  credentialTitle: 'Professional Certificate of Credential Evaluator',
  criterion: 'Six months of experience in the evaluation of qualifications.',
  admitted: `Ammissione a «${titleInItalian}»`,
  projectWork: 'A reasoned evaluation',
  tutor: `${colleagues.tutor.givenName} ${colleagues.tutor.familyName}`,
  as: (page, person, path) => enter(page, whoIs(person), path),
  linkMailedTo: (_, email, subject) => linkMailedTo(email, subject),
  inspect: async () => {},
});

/**
 * An empty production gets its first coordinator by the command line, who publishes the programme, plans an edition and
 * invites colleagues, who join by mail.
 */
export async function setUp(there: Installation): Promise<void> {
  const { by, run, linkMailedTo } = there;
  const play = playIn(there);
  const joins = (who: typeof coordinator) =>
    by(async (page) =>
      joinLibretto(page, await linkMailedTo(who.email, 'You’re invited to Libretto'), { ...who, password }),
    );
  await run('coordinator', '--', coordinator.email);
  await joins(coordinator);
  await by(async (page) => {
    await play.as(page, 'coordinator', '/editions');
    await readWhatComesFirst(page);
    expect(await run('programme', '--', 'publish', programme)).toContain('credential-evaluators');
    await planFromTheCatalogue(page, play);
    await inviteColleagues(page, editionName);
  });
  await Promise.all(Object.values(colleagues).map(joins));
}

/**
 * The course for credential evaluators, wholly online, from the edition that `setUp` planned to a credential. Pages that
 * the whole way covers too are inspected there.
 */
export async function playSecondCourse(there: Installation): Promise<void> {
  const { by } = there;
  const play = playIn(there);
  const editionId = await by(async (page) => {
    await play.as(page, 'coordinator', '/editions');
    await page.getByRole('link', { name: editionName }).click();
    await page.getByText('Ready to open').waitFor();
    return open(page, play);
  });

  await by(async (page) => {
    await registerInItalian(page, play);
    await applyInItalian(page, editionName);
  }, 'it');
  await by((member) => memberVotes(member, editionId, play));
  await by((chair) => chairVotesAndRules(chair, editionId, play));
  await by((page) => acceptInItalian(page, play));

  const startsAt = await by(async (page) => {
    await play.as(page, 'coordinator', `/editions/${editionId}/set-up`);
    await moveIntoThePast(page);
    const beginsAt = await planOnlineSession(page, editionId);
    await confirmProposal(page);
    return beginsAt;
  });
  await by((participant) => studyAndHandIn(participant, editionId, play));
  await by((tutor) => markWork(tutor, editionId, play));
  await by((page) => releaseResults(page, editionId, play));
  await by((tutor) => takeRollOnceBegun(tutor, editionId, startsAt, play));
  const takenHome = await by((participant) => receiveCredential(participant, editionId, play));
  await othersVerify(by, takenHome, play);
}
