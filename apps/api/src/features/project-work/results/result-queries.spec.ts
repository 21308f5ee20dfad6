import {
  changeGroup,
  extendProjectDeadline,
  markWork,
  releaseOneResult,
  setIndividualResult,
} from '@libretto/contracts';
import type { WorkOutcome } from '@libretto/domain';
import fc from 'fast-check';
import { aCourse, aWaitingWork } from '../../../testing/course';
import { aParticipant } from '../../../testing/fixtures';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { ResultQueries } from './result-queries';

type Step =
  | { do: 'set-members'; who: boolean[] }
  | { do: 'mark'; outcome: WorkOutcome }
  | { do: 'set-individual'; whose: number; outcome: WorkOutcome }
  | { do: 'extend'; days: number }
  | { do: 'release' };

const outcome = fc.constantFrom<WorkOutcome>('passed', 'not-passed');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('set-members' as const), who: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }) }),
  fc.record({ do: fc.constant('mark' as const), outcome }),
  fc.record({ do: fc.constant('set-individual' as const), whose: fc.nat(2), outcome }),
  fc.record({ do: fc.constant('extend' as const), days: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('release' as const) }),
);

describeOnEachDatabase('what the members of a group get', (app) => {
  it('is the group’s result, or their own, for whoever is in it, in any order of joins, leaves, markings, extensions and releases', async () => {
    app().clock.set(new Date('2026-11-23T09:00:00Z'));
    const { edition, tutor, coordinator } = await aCourse(app(), 0);
    const editionId = edition.id;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const people = [];
        for (let at = 0; at < 3; at += 1) people.push(await aParticipant(app(), editionId));
        const ids = people.map(({ enrolment }) => enrolment.id);
        const [first] = people;
        if (!first) throw new Error('nobody');
        const { params, group } = await aWaitingWork(app(), editionId, [
          { enrolmentId: first.enrolment.id, accountId: first.account.id },
        ]);
        let members = ids.slice(0, 1);
        let mark: WorkOutcome | null = null;
        let isOut = false;
        const own = new Map<string, WorkOutcome>();
        for (const one of steps) {
          if (one.do === 'set-members') {
            const wish = ids.filter((_, at) => one.who[at]);
            const body = { name: 'Group', enrolmentIds: wish };
            const { status } = await coordinator.call(changeGroup, { params: { editionId, groupId: group.id }, body });
            if (status < 400) members = wish;
          } else if (one.do === 'mark') {
            const rubric = [{ row: 'accuracy', level: 'met' }];
            const body = { version: 1, outcome: one.outcome, rubric, comment: 'Read.', mustChange: 'Some of it.' };
            const { status } = await tutor.caller.call(markWork, { params, body });
            if (status < 400) mark = one.outcome;
          } else if (one.do === 'set-individual') {
            const enrolmentId = ids[one.whose] ?? '';
            const body = { outcome: one.outcome, reason: 'For a reason.' };
            const answer = await tutor.caller.call(setIndividualResult, { params: { ...params, enrolmentId }, body });
            expect(answer.status < 400).toBe(mark !== null && members.includes(enrolmentId));
            if (answer.status < 400) own.set(enrolmentId, one.outcome);
          } else if (one.do === 'extend') {
            const body = { lastDay: `2027-01-1${one.days}`, reason: 'A strike.' };
            await coordinator.call(extendProjectDeadline, { params: { editionId }, body });
          } else {
            const body = { reason: 'Early.', nextLastDay: '2027-06-30' };
            const { status } = await coordinator.call(releaseOneResult, { params, body });
            expect(status < 400).toBe(mark !== null && !isOut);
            isOut ||= status < 400;
          }
        }
        const results = await app().get(ResultQueries).of(ids);
        for (const id of ids)
          expect(results.get(id)?.get('project-work')?.result ?? null).toBe(
            isOut && members.includes(id) ? (own.get(id) ?? mark) : null,
          );
      }),
      { numRuns: 10 },
    );
  });
});
