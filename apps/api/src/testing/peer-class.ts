import { giveFeedback, readOwnFeedback } from '@libretto/contracts';
import { aCourse } from './course';
import { handInFile } from './hand-in-file';
import { aPdf } from './small-files';
import type { TestApp } from './test-app';
import { aBrief, aPeerFeedback } from '../features/programmes/programme.builder';
import { aGroup } from '../features/project-work/work/project-work.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { AskPeers } from '../features/project-work/peers/ask-peers';

const same = (en: string) => ({ en, it: en });
const rubric = (id: string) => [{ id, title: same(id), description: same(`Say it of ${id}.`) }];
const start = new Date('2026-11-23T09:00:00Z');
/** After the deadline, the edition's last day, and before the end of the feedback, seven days later. */
export const open = new Date('2026-12-13T09:00:00Z');
export const over = new Date('2026-12-20T09:00:00Z');
export const filled = (row: string, comment = 'Well said.') => ({ rubric: [{ row, level: 'met', comment }] });

export const across = aPeerFeedback();
export const within: typeof across = { within: { rubric: rubric('share') }, days: 7 };

/** Groups of two people each, whose works came in but for the last `late` of them. */
export async function aClass(
  app: TestApp,
  { peerFeedback = across, groups = 3, late = 0, size = 2, anonymous = false } = {},
) {
  app.clock.set(start);
  const course = await aCourse(app, groups * size, {
    projectWork: aBrief({ peerFeedback, anonymous, late: 'flag', size: { least: size, most: 9 } }),
    completion: { projectWorkPassed: false, surveyAnswered: false, inPresencePercent: 0 },
  });
  const params = { editionId: course.edition.id };
  const { participants } = course;
  const group = (at: number) => participants.slice(at * size, (at + 1) * size);
  const groupIds = [];
  for (let at = 0; at < groups; at += 1) {
    const rows = aGroup(
      params.editionId,
      group(at).map(({ enrolment }) => enrolment.id),
      `Group ${at + 1}`,
    );
    await app.build(ProjectGroup, rows.group);
    await app.build(GroupMember, ...rows.members);
    groupIds.push(rows.group.id);
  }
  const handIn = async (at: number) => {
    const content = await aPdf(1, `Findings of ${at}`, (pdf) => void pdf.setAuthor(`Somebody of group ${at + 1}`));
    expect((await handInFile(group(at)[0]!.caller, { params }, { name: `Group ${at + 1}.pdf`, content })).status).toBe(
      201,
    );
  };
  for (let at = 0; at < groups - late; at += 1) await handIn(at);
  expect(await app.runJobs()).toEqual([]);
  const ask = async (now = open) => {
    app.clock.set(now);
    await app.get(AskPeers).in(params.editionId);
    expect(await app.runJobs()).toEqual([]);
  };
  const own = async (at: number) => (await participants[at]!.caller.call(readOwnFeedback, { params, query: {} })).body;
  const give = async (at: number, body: object = filled(peerFeedback.across ? 'clarity' : 'share')) => {
    const answers = [];
    for (const { feedbackId } of (await own(at)).toGive)
      answers.push(
        await participants[at]!.caller.call(giveFeedback, {
          params: { ...params, feedbackId },
          body: body as never,
        }),
      );
    return answers.map(({ status }) => status);
  };
  return { ...course, params, group, groupIds, handIn, ask, own, give };
}
