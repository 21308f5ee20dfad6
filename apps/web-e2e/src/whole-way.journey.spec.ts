import { journey } from './harness';
import { acceptPlace, apply } from './whole-way/application';
import { chairVotesAndRules, memberVotes } from './whole-way/commission';
import { markText, markWork, readNote, studyAndHandIn, takeRoll } from './whole-way/course';
import { receiveCredential, revoke } from './whole-way/credential';
import { makeGroup, openEdition, planSession, publishProgramme, releaseResults } from './whole-way/edition';
import { register } from './whole-way/person';
import { demoPlay } from './whole-way/play';
import { times } from './whole-way/programme';
import { othersVerify, verifyByCommandLine, verifyIndependently, verifyLink } from './whole-way/verification';

const { by, goOn } = journey({ clock: times.planned });

describe('the whole way', () => {
  it('leads from a programme file to a credential that others verify, and that can be revoked', async () => {
    const editionId = await by(async (coordinator) => {
      await publishProgramme(coordinator);
      const opened = await openEdition(coordinator);
      await planSession(coordinator, opened);
      await makeGroup(coordinator, opened);
      return opened;
    });
    await by(async (newcomer) => {
      await register(newcomer);
      await apply(newcomer);
    });

    await goOn(times.applicationsClosed);
    await by((member) => memberVotes(member, editionId));
    await by((chair) => chairVotesAndRules(chair, editionId));
    await by(acceptPlace);

    await goOn(times.sessionIsOver);
    await by((tutor) => takeRoll(tutor, editionId));
    await by((participant) => studyAndHandIn(participant, editionId));

    await goOn();
    await by((tutor) => markText(tutor, editionId));
    await by((tutor) => markWork(tutor, editionId));
    await by((coordinator) => releaseResults(coordinator, editionId));
    await by((coordinator) => releaseResults(coordinator, editionId, demoPlay, 'doubts'));
    await by((participant) => readNote(participant, editionId));
    const takenHome = await by((participant) => receiveCredential(participant, editionId));
    const signed = await othersVerify(by, takenHome);

    await by(revoke);
    await by((anybody) => verifyLink(anybody, takenHome.address, 'Revoked'));
    expect(await verifyByCommandLine(takenHome.address)).toEqual({ code: 1, verdict: 'Revoked' });
    expect(await verifyIndependently(JSON.parse(signed))).toEqual({ verified: true, ended: true });
  }, 900_000);
});
