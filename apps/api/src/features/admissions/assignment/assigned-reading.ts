import { rowsOf } from '../../../platform/database/read-together';
import { AssignmentRun } from './assignment-run.entity';

/** The last run in an edition, for a statement that reads other rows too: it gave its readers their deadline. */
export const lastRunRows = (editionId: string) =>
  rowsOf(AssignmentRun, 'WHERE it.editionId = :editionId ORDER BY it.number DESC LIMIT 1', { editionId });
