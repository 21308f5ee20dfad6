import {
  addEvidence,
  readEvidenceFile,
  readMyApplication,
  readMyApplications,
  removeEvidence,
  saveApplication,
  startApplication,
  submitApplication,
  withdrawApplication,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { AddEvidence } from './add-evidence';
import { mayApply, mayReadEvidence } from '../dossier/admissions.policy';
import { EvidenceQueries } from '../dossier/evidence-queries';
import { OwnApplication } from './own-application';
import { RemoveEvidence } from './remove-evidence';
import { SaveApplication } from './save-application';
import { StartApplication } from './start-application';
import { SubmitApplication } from './submit-application';
import { WithdrawApplication } from './withdraw-application';

@Controller()
export class ApplicationsController {
  constructor(
    private readonly own: OwnApplication,
    private readonly evidence: EvidenceQueries,
    private readonly files: FileStore,
    private readonly starting: StartApplication,
    private readonly saving: SaveApplication,
    private readonly adding: AddEvidence,
    private readonly removing: RemoveEvidence,
    private readonly submitting: SubmitApplication,
    private readonly withdrawing: WithdrawApplication,
  ) {}

  @Handles(readMyApplications, mayApply)
  all({ actor }: RequestOf<typeof readMyApplications>) {
    return this.own.all(actor);
  }

  @Handles(readMyApplication, mayApply)
  mine({ actor, params }: RequestOf<typeof readMyApplication>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(startApplication, mayApply)
  start({ actor, params }: RequestOf<typeof startApplication>) {
    return this.starting.run(actor, params.editionId);
  }

  @Handles(saveApplication, mayApply)
  save({ actor, params, body }: RequestOf<typeof saveApplication>) {
    return this.saving.run(actor, params.editionId, body);
  }

  @Handles(addEvidence, mayApply)
  add({ actor, params, query, raw }: RequestOf<typeof addEvidence>) {
    return this.adding.run(actor, params.editionId, query, raw);
  }

  @Handles(removeEvidence, mayApply)
  remove({ actor, params }: RequestOf<typeof removeEvidence>) {
    return this.removing.run(actor, params.editionId, params.evidenceId);
  }

  @Handles(submitApplication, mayApply)
  submit({ actor, params }: RequestOf<typeof submitApplication>) {
    return this.submitting.run(actor, params.editionId);
  }

  @Handles(withdrawApplication, mayApply)
  withdraw({ actor, params }: RequestOf<typeof withdrawApplication>) {
    return this.withdrawing.run(actor, params.editionId);
  }

  @Handles(readEvidenceFile, mayReadEvidence)
  async file({ actor, params, query }: RequestOf<typeof readEvidenceFile>, reply: FastifyReply) {
    const file = await this.evidence.fileFor(actor, params.editionId, params.evidenceId);
    await this.files.send(reply, file, { inPlace: query.inPlace === 'true' });
  }
}
