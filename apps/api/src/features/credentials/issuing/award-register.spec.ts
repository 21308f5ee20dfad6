import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { aCourse } from '../../../testing/course';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { RequirementsMet } from '../../completion';
import { Award } from '../award/award.entity';
import { LearnerConfirmation } from '../award/learner-confirmation.entity';
import { takeNumber } from '../award/take-number';

describeOnEachDatabase('the register of a programme', (app) => {
  it('numbers its awards from 1, each once, in the year of the award', async () => {
    const register = `R${newId().slice(0, 8)}-{year}-{number}`;
    const { participants } = await aCourse(app(), 3, {
      completion: { inPresencePercent: 0, projectWorkPassed: false, surveyAnswered: false },
      certificate: { register },
    });
    for (const { enrolment } of participants)
      await app().build(LearnerConfirmation, {
        ...{ id: newId(), enrolmentId: enrolment.id, confirmedAt: app().clock.now() },
        ...{ givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' },
      });
    await app()
      .get(Transaction)
      .run(async (tx) => {
        for (const { enrolment } of participants) await tx.publish(new RequirementsMet(enrolment.id));
      });
    expect(await app().runJobs()).toEqual([]);
    const awards = await Promise.all(
      participants.map(({ enrolment }) => app().rows(Award, { enrolmentId: enrolment.id })),
    );
    const year = String(app().clock.now().getUTCFullYear());
    expect(
      awards
        .flat()
        .map(({ snapshot }) => snapshot.registerNumber)
        .sort(),
    ).toEqual([1, 2, 3].map((number) => register.replace('{year}', year).replace('{number}', String(number))));
  });

  it('gives thirty who ask at once thirty numbers without a gap, and takes back what is not kept', async () => {
    const register = `R${newId().slice(0, 8)}-{number}`;
    const take = (fails: boolean) =>
      app()
        .get(Transaction)
        .run(async (tx) => {
          const number = await takeNumber(tx, register, 2026);
          if (fails) throw new Error('not kept');
          return number;
        });
    const taken = await Promise.allSettled(Array.from({ length: 36 }, (_, at) => take(at % 6 === 5)));
    const numbers = taken.flatMap((one) => (one.status === 'fulfilled' ? [Number(one.value.split('-')[1])] : []));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
  });
});
