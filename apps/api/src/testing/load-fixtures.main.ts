import { briefsIn } from '@libretto/domain';
import { RequirementsMet } from '../features/completion';
import { LearnerConfirmation } from '../features/credentials/award/learner-confirmation.entity';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { aCrowd, type CrowdedEdition } from './load-fixtures';
import { aCrowdedDesk } from './load-fixtures-desk';
import { oneGroup, worksHandedIn } from './load-fixtures-works';
import { TestApp } from './test-app';

interface Wanted {
  editions: number;
  people: number;
  /** All of them have met every requirement, and the event has been published. */
  earned?: boolean;
  /** All of them have handed in a work, which waits for its mark. */
  handedIn?: boolean;
  /** All of them are one group, which has handed in nothing yet. */
  inOneGroup?: boolean;
  /** The numbers of dossiers on desks of commissions beside them. */
  desks?: number[];
}

/**
 * Fills the database of the environment with editions of people, and prints their ids: for the bench and the fault
 * tests, which call the product from outside.
 */
async function fill(wanted: Wanted[]) {
  const app = await TestApp.on(undefined, { ...process.env, CLOCK: '' } as Record<string, string>);
  const crowded: CrowdedEdition[] = [];
  for (const one of wanted) crowded.push(...(await crowdedEditions(app, one)));
  await app.close();
  process.stdout.write(JSON.stringify(crowded));
}

async function crowdedEditions(
  app: TestApp,
  { editions, people, earned = false, handedIn = false, inOneGroup = false, desks = [] }: Wanted,
): Promise<CrowdedEdition[]> {
  const crowded: CrowdedEdition[] = [];
  for (let edition = 0; edition < editions; edition += 1)
    crowded.push(
      await aCrowd(app, people, ({ projectWork }) => ({
        projectWork: briefsIn(projectWork).map((brief) => ({
          ...brief,
          by: inOneGroup ? ('group' as const) : ('person' as const),
        })),
        ...(earned && { completion: nothingAsked }),
      })),
    );
  if (earned)
    await earn(
      app,
      crowded.flatMap(({ participants }) => participants.map(({ enrolmentId }) => enrolmentId)),
    );
  if (handedIn) for (const edition of crowded) edition.works = await worksHandedIn(app, edition.id);
  if (inOneGroup)
    for (const { id, participants } of crowded)
      await oneGroup(
        app,
        id,
        participants.map(({ enrolmentId }) => enrolmentId),
      );
  const [first] = crowded;
  if (first && desks.length) {
    first.desks = [];
    for (const dossiers of desks) first.desks.push(await aCrowdedDesk(app, dossiers));
  }
  return crowded;
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

void fill(JSON.parse(process.argv[2] ?? '[]'));
