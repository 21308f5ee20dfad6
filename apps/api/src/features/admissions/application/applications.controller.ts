import {
  addEvidence,
  type InputOf,
  readEvidenceFile,
  readMyApplication,
  readMyApplications,
  removeEvidence,
  saveApplication,
  startApplication,
  submitApplication,
  withdrawApplication,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { type ApiRequest, By, Handles, Input, Request } from '../../../platform/http/handles';
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
  all(@By() actor: Actor) {
    return this.own.all(actor);
  }

  @Handles(readMyApplication, mayApply)
  mine(@By() actor: Actor, @Input() { params }: InputOf<typeof readMyApplication>) {
    return this.own.of(actor, params.editionId);
  }

  @Handles(startApplication, mayApply)
  start(@By() actor: Actor, @Input() { params }: InputOf<typeof startApplication>) {
    return this.starting.run(actor, params.editionId);
  }

  @Handles(saveApplication, mayApply)
  save(@By() actor: Actor, @Input() { params, body }: InputOf<typeof saveApplication>) {
    return this.saving.run(actor, params.editionId, body);
  }

  @Handles(addEvidence, mayApply)
  add(@By() actor: Actor, @Input() { params, query }: InputOf<typeof addEvidence>, @Request() request: ApiRequest) {
    return this.adding.run(actor, params.editionId, query, request);
  }

  @Handles(removeEvidence, mayApply)
  remove(@By() actor: Actor, @Input() { params }: InputOf<typeof removeEvidence>) {
    return this.removing.run(actor, params.editionId, params.evidenceId);
  }

  @Handles(submitApplication, mayApply)
  submit(@By() actor: Actor, @Input() { params }: InputOf<typeof submitApplication>) {
    return this.submitting.run(actor, params.editionId);
  }

  @Handles(withdrawApplication, mayApply)
  withdraw(@By() actor: Actor, @Input() { params }: InputOf<typeof withdrawApplication>) {
    return this.withdrawing.run(actor, params.editionId);
  }

  @Handles(readEvidenceFile, mayReadEvidence)
  async file(
    @By() actor: Actor,
    @Input() { params, query }: InputOf<typeof readEvidenceFile>,
    @Res() reply: FastifyReply,
  ) {
    await this.files.send(reply, await this.evidence.fileFor(actor, params.editionId, params.evidenceId), {
      inPlace: query.inPlace === 'true',
    });
  }
}
