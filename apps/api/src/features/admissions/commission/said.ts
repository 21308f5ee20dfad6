import { type EntityManager, In } from 'typeorm';
import { Declaration } from './declaration.entity';
import type { Said } from './deliberation';
import { Finding } from './finding.entity';
import { Vote } from './vote.entity';

/** What members have said of these applications: three statements, whatever their number. */
export async function saidOf(manager: EntityManager, applicationIds: readonly string[]): Promise<Said> {
  if (!applicationIds.length) return { declarations: [], findings: [], votes: [] };
  const of = { applicationId: In([...applicationIds]) };
  return {
    declarations: await manager.findBy(Declaration, of),
    findings: await manager.findBy(Finding, of),
    votes: await manager.find(Vote, { where: of, order: { at: 'ASC', id: 'ASC' } }),
  };
}
