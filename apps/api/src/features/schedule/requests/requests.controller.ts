import {
  addRequestDocument,
  answerAttendanceRequest,
  askToBeExcused,
  contestAttendance,
  listAttendanceRequests,
  readPersonsAttendance,
  readRequestDocument,
  withdrawAttendanceRequest,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayAnswerRequests, mayAskAboutAttendance, mayReadAttendance } from '../schedule.policy';
import { AddRequestDocument } from './add-request-document';
import { AnswerRequest } from './answer-request';
import { AskAboutAttendance } from './ask-about-attendance';
import { AttendanceOfPerson } from './attendance-of-person';
import { RequestDocuments } from './request-documents';
import { RequestsOfEdition } from './requests-of-edition';
import { WithdrawRequest } from './withdraw-request';

@Controller()
export class RequestsController {
  constructor(
    private readonly attendance: AttendanceOfPerson,
    private readonly requests: RequestsOfEdition,
    private readonly documents: RequestDocuments,
    private readonly files: FileStore,
    private readonly asking: AskAboutAttendance,
    private readonly adding: AddRequestDocument,
    private readonly withdrawing: WithdrawRequest,
    private readonly answering: AnswerRequest,
  ) {}

  @Handles(readPersonsAttendance, mayReadAttendance)
  read(request: RequestOf<typeof readPersonsAttendance>) {
    return this.attendance.read(request.actor, request);
  }

  @Handles(listAttendanceRequests, mayAnswerRequests)
  list(request: RequestOf<typeof listAttendanceRequests>) {
    return this.requests.read(request);
  }

  @Handles(askToBeExcused, mayAskAboutAttendance)
  askToBeExcused(request: RequestOf<typeof askToBeExcused>) {
    return this.asking.toBeExcused(request.actor, request);
  }

  @Handles(contestAttendance, mayAskAboutAttendance)
  contest(request: RequestOf<typeof contestAttendance>) {
    return this.asking.contest(request.actor, request);
  }

  @Handles(addRequestDocument, mayAskAboutAttendance)
  addDocument(request: RequestOf<typeof addRequestDocument>) {
    return this.adding.run(request.actor, request, request.raw);
  }

  @Handles(readRequestDocument, mayReadAttendance)
  async document({ actor, params, query }: RequestOf<typeof readRequestDocument>, reply: FastifyReply) {
    await this.files.send(reply, await this.documents.fileFor(actor, params), { inPlace: query.inPlace === 'true' });
  }

  @Handles(withdrawAttendanceRequest, mayAskAboutAttendance)
  withdraw(request: RequestOf<typeof withdrawAttendanceRequest>) {
    return this.withdrawing.run(request.actor, request);
  }

  @Handles(answerAttendanceRequest, mayAnswerRequests)
  answer(request: RequestOf<typeof answerAttendanceRequest>) {
    return this.answering.run(request.actor, request);
  }
}
