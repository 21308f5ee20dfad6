import { moveEdition } from '@libretto/contracts';
import { TellOfMove } from '../features/moves/jobs/tell-of-move.handler';
import { EditionMove } from '../features/moves/edition-move.entity';
import { NoticeKept } from '../features/notices/notice.entity';
import { aBrief, aDefinition } from '../features/programmes/programme.builder';
import { SentMail } from '../platform/mail/sent-mail.entity';
import { aCourseBehind, publishNewer, reason, unmet } from './course-behind';
import { describeOnEachDatabase } from './test-app';

describeOnEachDatabase('a move to a newer version', (app) => {
  it('tells participants once what has changed for them', async () => {
    const { params, move, coordinator, ana } = await aCourseBehind(app(), { after: { ...unmet, ledgerMinutes: 100 } });
    const told = async () => {
      expect(await app().runJobs()).toEqual([]);
      const sent = await app().rows(SentMail, { recipient: ana.account.email });
      return sent.filter(({ mail }) => mail === 'moves.course-changed').map(({ key }) => key);
    };
    await move();
    const [first, ...others] = await told();
    expect([others, typeof first]).toEqual([[], 'string']);
    const [notice] = await app().rows(NoticeKept, { accountId: ana.account.id, key: first! });
    expect(notice?.paragraphs.join(' ')).toContain('What has changed: the requirement “Hours”.');

    const [{ id: moveId } = { id: '' }] = await app().rows(EditionMove, params);
    await app()
      .get(TellOfMove)
      .run({ moveId, enrolmentId: ana.enrolment.id }, { id: first! } as never);
    expect(await told()).toEqual([first]);

    await publishNewer(app(), params.editionId, { projectWork: aBrief({ attempts: 3 }) }, 3);
    await coordinator.call(moveEdition, { params, body: { from: 2, to: 3, reason } });
    expect(await told()).toHaveLength(2);
  });

  it('tells them nothing where only applicants meet what has changed', async () => {
    const { params, coordinator, ana } = await aCourseBehind(app(), { after: unmet });
    const { criteria, ...admission } = aDefinition().admission;
    const statement = { en: 'Another degree.', it: 'Un altro titolo.' };
    const asked = criteria.map((criterion) => ({ ...criterion, statement }));
    await publishNewer(app(), params.editionId, { admission: { ...admission, criteria: asked } }, 3);
    expect((await coordinator.call(moveEdition, { params, body: { from: 1, to: 3, reason } })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(NoticeKept, { accountId: ana.account.id })).toEqual([]);
  });
});
