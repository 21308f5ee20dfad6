import { approvalsAsked, become, issueProcess } from '@libretto/domain';
import { Clock } from '../../../../platform/clock/clock';
import { Database } from '../../../../platform/database/database';
import { newId } from '../../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Live } from '../../../../platform/live/live';
import { orRefuse } from '../../../../platform/refusals/refused';
import { CompletionQueries } from '../../../completion';
import { EditionDirectory } from '../../../editions';
import { EnrolmentDirectory } from '../../../places';
import { Award } from '../../award/award.entity';
import { AwardApproval } from '../../award/award-approval.entity';
import { AwardDrafter } from '../../award/award-drafter';
import { AwardIssue } from '../../award/award-issue.entity';
import { Credential, justSigned } from '../../award/credential.entity';
import { CredentialSigned } from '../../credentials.events';
import { appendToLog } from '../../log/append-to-log';
import { CredentialSigner } from '../../signing/credential-signer';
import { KeyRing } from '../../signing/key-ring';
import { IssueFaults } from '../../award/issue-faults';
import { IssuingPause } from '../../award/issuing-pause.entity';
import { lapseApprovals } from '../../award/lapse-approvals';
import { awardsTopic } from '../../award/live-awards';
import { newPublicId } from '../../award/public-id';
import { takeNumber } from '../../award/take-number';
import { issueAward } from './issue-award.job';

@HandlesJob(issueAward)
export class IssueAward implements JobHandler<{ enrolmentId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly drafter: AwardDrafter,
    private readonly signer: CredentialSigner,
    private readonly keys: KeyRing,
    private readonly completions: CompletionQueries,
    private readonly faults: IssueFaults,
    private readonly live: Live,
  ) {}

  /**
   * Signs first and takes the locks last, so that nobody waits for a signature. If several run at the same time, the
   * first to find the issue queued makes the award; the others discard theirs.
   */
  async run({ enrolmentId }: { enrolmentId: string }): Promise<void> {
    const issue = await this.database.read.findOneByOrFail(AwardIssue, { enrolmentId });
    if (!isUnderWay(issue)) return;
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    if (!enrolment) throw new Error(`The enrolment ${enrolmentId} is not there.`);
    // Resuming the edition queues it again.
    if (await this.database.read.existsBy(IssuingPause, { openFor: enrolment.editionId })) return;

    const ids = { award: newId(), credential: newId(), public: newPublicId() };
    const awardedAt = this.clock.now();
    const note = async (error: unknown): Promise<never> => {
      await this.faults.ofIssue(enrolmentId, error);
      throw error;
    };
    const { snapshot, missing, fault, learner } = await this.drafter.draft(enrolment, ids.award, awardedAt).catch(note);
    const signed = missing.length ? undefined : await this.signer.sign(snapshot, ids.public).catch(note);

    await this.transaction.run(async (tx) => {
      // The enrolment's row is locked first, as by every change of a requirement: the requirements stay met until the
      // award is made.
      const isMet = await this.completions.isMetNow(tx, enrolmentId);
      const queued = await tx.lock(AwardIssue, issue.id);
      if (!isUnderWay(queued)) return;
      const now = await this.drafter.learnerOf(enrolment);
      // The participant confirmed, or left, while this was drafted: another run decides.
      if (now.confirmedAt?.getTime() !== learner.confirmedAt?.getTime() || now.isGone !== learner.isGone)
        return tx.enqueue(issueAward, { enrolmentId });
      // The edition was moved to a newer version while this was drafted: an award quotes the version that it was judged
      // by.
      const edition = await this.editions.byId(enrolment.editionId);
      if (edition?.programme.version !== snapshot.programme.version) return tx.enqueue(issueAward, { enrolmentId });
      if (!(await this.drafter.hasItsGrades(enrolment, snapshot))) return tx.enqueue(issueAward, { enrolmentId });
      if (!isMet || !signed)
        return this.stop(tx, queued, isMet ? { missing, fault } : { missing: ['completion'], fault: null });
      const approved = await tx.manager.countBy(AwardApproval, { countsFor: enrolmentId });
      if (approved < approvalsAsked(edition.definition.approval)) return this.wait(tx, queued);
      const register = snapshot.certificate?.register;
      const numbered = register && { registerNumber: await takeNumber(tx, register, awardedAt.getUTCFullYear()) };
      await tx.insert(Award, {
        ...{ id: ids.award, enrolmentId, publicId: ids.public, awardedAt },
        snapshot: { ...snapshot, ...numbered },
      });
      await tx.insert(Credential, {
        ...{ id: ids.credential, awardId: ids.award, number: 1, state: 'valid', validFor: ids.award, correction: null },
        ...justSigned,
        ...signed,
      });
      await tx.save(
        Object.assign(queued, {
          state: orRefuse(become(issueProcess, queued.state, 'signed', 'credentials.nothing-to-retry')),
          missing: [],
          fault: null,
          changedAt: awardedAt,
        }),
      );
      await this.keys.stillTrusted(tx, signed.keyId);
      await appendToLog(tx, [
        { kind: 'issued', credential: { id: ids.credential, signed: signed.signed }, at: signed.issuedAt },
      ]);
      await tx.publish(new CredentialSigned(ids.credential));
    });
  }

  gaveUp({ enrolmentId }: { enrolmentId: string }, fault: Error): Promise<void> {
    return this.faults.ofIssue(enrolmentId, fault);
  }

  /** Waits for somebody's approval, which queues it again. */
  private async wait(tx: Tx, issue: AwardIssue): Promise<void> {
    if (issue.state === 'unapproved') return;
    const state = orRefuse(become(issueProcess, issue.state, 'unapproved', 'credentials.nothing-to-retry'));
    await tx.save(Object.assign(issue, { state, missing: [], fault: null, changedAt: this.clock.now() }));
    this.live.tellAfter(tx, awardsTopic);
  }

  private async stop(tx: Tx, issue: AwardIssue, why: Pick<AwardIssue, 'missing' | 'fault'>): Promise<void> {
    await tx.save(
      Object.assign(issue, {
        state: orRefuse(become(issueProcess, issue.state, 'stopped', 'credentials.nothing-to-retry')),
        ...why,
        changedAt: this.clock.now(),
      }),
    );
    await lapseApprovals(tx, issue.enrolmentId);
    this.live.tellAfter(tx, awardsTopic);
  }
}

/** One that waits for approvals is looked at again, as its programme may ask for fewer by now. */
const isUnderWay = ({ state }: AwardIssue): boolean => state === 'queued' || state === 'unapproved';
