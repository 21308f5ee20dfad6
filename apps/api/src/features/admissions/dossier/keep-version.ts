import { withRowIds } from '@libretto/domain';
import { In } from 'typeorm';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import type { Application } from './application.entity';
import { DossierVersion } from './dossier-version.entity';
import { asSubmitted, Evidence } from './evidence.entity';
import { evidenceViews } from './evidence-queries';

/**
 * Stores a locked application with its evidence as its next version. Every submission to the commission, the first, a
 * later one or an appeal, is kept like this; files that were added or taken out meanwhile become `in` or `gone`.
 */
export async function keepVersion(tx: Tx, application: Application, at: Date): Promise<void> {
  const { id: applicationId, institutionId, country } = application;
  if (!institutionId || !country) throw new Error(`application ${applicationId} was submitted without an institution`);
  await tx.manager.update(
    Evidence,
    { applicationId, standing: In(['added', 'taken-out']) },
    { standing: () => `CASE standing WHEN 'added' THEN 'in' ELSE 'gone' END` },
  );
  const evidence = await evidenceViews(tx.manager, applicationId, asSubmitted);
  const number = application.version + 1;
  await tx.save(Object.assign(application, { version: number }));
  await tx.insert(DossierVersion, {
    id: newId(),
    applicationId,
    number,
    form: application.form,
    evidence,
    institutionId,
    country,
    at,
  });
}

/** The form that the applicant sees and writes, row by row: the commission may still read an earlier one. */
export const formInHand = ({ rework, form }: Pick<Application, 'rework' | 'form'>) => withRowIds(rework ?? form);
