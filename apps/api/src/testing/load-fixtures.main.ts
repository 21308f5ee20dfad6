import { RequirementsMet } from '../features/completion';
import { LearnerConfirmation } from '../features/credentials/award/learner-confirmation.entity';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { aCrowd, type CrowdedEdition } from './load-fixtures';
import { aCrowdedDesk } from './load-fixtures-desk';
import { TestApp } from './test-app';

/**
 * Fills the database of the environment with editions of people, and prints their ids: for the bench and the fault
 * tests, which call the product from outside. `earned`: all of them have met every requirement, and the event has been
 * published.
 */
async function fill({ editions, people, earned = false }: { editions: number; people: number; earned?: boolean }) {
  const app = await TestApp.on(undefined, { ...process.env, CLOCK: '' } as Record<string, string>);
  const crowded: CrowdedEdition[] = [];
  for (let edition = 0; edition < editions; edition += 1)
    crowded.push(
      await aCrowd(app, people, ({ projectWork }) => ({
        projectWork: { ...projectWork, by: 'person' },
        ...(earned && { completion: nothingAsked }),
      })),
    );
  if (earned)
    await earn(
      app,
      crowded.flatMap(({ participants }) => participants.map(({ enrolmentId }) => enrolmentId)),
    );
  const [first] = crowded;
  if (first && !earned)
    first.desks = [await aCrowdedDesk(app, 5), await aCrowdedDesk(app, 500), await aCrowdedDesk(app, 5000)];
  await app.close();
  process.stdout.write(JSON.stringify(crowded));
}

const nothingAsked = { inPresencePercent: 0, projectWorkPassed: false, surveyAnswered: false };

async function earn(app: TestApp, enrolmentIds: string[]) {
  const confirmedAt = app.clock.now();
  const confirmed = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12', confirmedAt };
  await app.build(
    LearnerConfirmation,
    ...enrolmentIds.map((enrolmentId) => ({ id: newId(), enrolmentId, ...confirmed })),
  );
  await app.get(Transaction).run(async (tx) => {
    for (const enrolmentId of enrolmentIds) await tx.publish(new RequirementsMet(enrolmentId));
  });
}

void fill(JSON.parse(process.argv[2] ?? '{}'));
