import type { Round } from '@libretto/domain';
import { type EntityManager, In } from 'typeorm';
import type { Application } from '../application/application.entity';
import { Declaration } from './declaration.entity';
import type { Said } from './deliberation';
import { Finding } from './finding.entity';
import { Vote } from './vote.entity';

/**
 * What members have said of these applications, in the round in which each is: three statements, whatever their number.
 * What was said before an appeal stays on record, and counts no more.
 */
export async function saidOf(manager: EntityManager, applications: readonly Pick<Application, 'id' | 'round'>[]): Promise<Said> {
  if (!applications.length) return { declarations: [], findings: [], votes: [] };
  const inRound = (round: Round) => ({ round, applicationId: In(applications.flatMap((one) => (one.round === round ? one.id : []))) });
  const of = [inRound(1), inRound(2)];
  return {
    declarations: await manager.findBy(Declaration, { applicationId: In(applications.map(({ id }) => id)) }),
    findings: await manager.findBy(Finding, of),
    votes: await manager.find(Vote, { where: of, order: { at: 'ASC', id: 'ASC' } }),
  };
}
