import { applicationForm, faultOf, type FieldFault, type InputOf, type saveApplication } from '@libretto/contracts';
import {
  type Actor,
  answerFaults,
  type Answers,
  type ApplicationForm,
  type Clash,
  type DraftRow,
  draftValueAt,
  refuse,
  rowKey,
  withRowIds,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { BadInput } from '../../../platform/http/handles';
import { ChangedElsewhere, mergedOrRefuse, orNotFound, Refused } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { formInHand } from '../dossier/keep-version';
import { lockOwnDraft } from '../dossier/lock-own-application';
import { ownFieldsOf } from '../dossier/terms';

/** The capacity of the database's column, with room to spare. */
const mostBytes = 60_000;

/** Merges changes into the actor's form; fields that were not sent stay. */
@Injectable()
export class SaveApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
  ) {}

  /** Refusals: admissions.not-editable, admissions.form-too-large, common.changed-elsewhere. */
  async run(
    actor: Actor,
    editionId: string,
    { from, to }: InputOf<typeof saveApplication>['body'],
  ): Promise<{ stored: ApplicationForm }> {
    const edition = orNotFound(await this.editions.byId(editionId));
    return this.transaction.run(async (tx) => {
      const application = await lockOwnDraft(tx, actor, editionId);
      const change = { from: withRowIds(from), to: withRowIds(to) };
      const before = formInHand(application);
      refuseAnswers(edition, change.to.answers);
      const stored = withRowIds(mergedOrRefuse<ApplicationForm>(before, change));
      refuseFaults(edition, { before, change: change.to, merged: stored });
      if (Buffer.byteLength(JSON.stringify(stored)) > mostBytes) throw new Refused(refuse('admissions.form-too-large'));
      // The commission keeps the submitted form of a returned application, until it is submitted again.
      await tx.save(
        Object.assign(application, application.state === 'returned' ? { rework: stored } : { form: stored }),
      );
      return { stored };
    });
  }
}

function refuseAnswers(edition: EditionCard, answers: object = {}): void {
  const faults = answerFaults(ownFieldsOf(edition), answers as Answers);
  if (faults.length)
    throw new BadInput(faults.map(({ path, ...why }) => ({ path: ['to', 'answers', ...path].join('.'), ...why })));
}

interface Merging {
  readonly before: ApplicationForm;
  readonly change: Partial<ApplicationForm>;
  readonly merged: ApplicationForm;
}

/**
 * Checks the fields that changed: two changes that are each right can be wrong together, as a post that ends before it
 * begins, or too many rows. Then the row or the list has two values, and the author of the second change decides.
 */
function refuseFaults(edition: EditionCard, merging: Merging): void {
  const { before, change, merged } = merging;
  const answers = Object.fromEntries(Object.keys(change.answers ?? {}).map((id) => [id, merged.answers[id]]));
  const faults: Fault[] = [
    ...answerFaults(ownFieldsOf(edition), answers).map((fault) => ({ ...fault, path: ['answers', ...fault.path] })),
    ...(applicationForm.safeParse(merged).error?.issues ?? [])
      .filter(({ path: [key] }) => key !== 'answers' && String(key) in change)
      .map((issue) => ({
        ...faultOf(issue),
        path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
      })),
  ];
  const clashes = faults.flatMap(({ path }) => clashAt(path, merging));
  if (clashes.length) throw new ChangedElsewhere(clashes, before);
  if (faults.length) throw new BadInput(faults.map((fault) => ({ ...fault, path: ['to', ...fault.path].join('.') })));
}

type Fault = Omit<FieldFault, 'path'> & { readonly path: readonly (string | number)[] };

/** The clash at a fault, where both sides have a value of their own: on the row, or else on the whole field. */
function clashAt(at: readonly (string | number)[], { before, change, merged }: Merging): Clash[] {
  const field = at.slice(0, at[0] === 'answers' ? 2 : 1).map(String);
  const row = at[field.length];
  const id = typeof row === 'number' ? (draftValueAt(merged, field) as DraftRow[])[row]?.[rowKey] : undefined;
  const path = id === undefined ? field : [...field, id];
  const [mine, theirs] = [draftValueAt(change, path), draftValueAt(before, path)];
  return mine === undefined || theirs === undefined ? [] : [{ path, mine, theirs }];
}
