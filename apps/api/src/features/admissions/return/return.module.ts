import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { DossierModule } from '../dossier/dossier.module';
import { AnswerQuestion } from './answer-question';
import { DossierReturn } from './dossier-return.entity';
import { HandBackUnanswered } from './hand-back-unanswered';
import { HandBack } from './jobs/hand-back-unanswered.handler';
import { MailQuestions } from './jobs/mail-questions.handler';
import { MailReturnEnded } from './jobs/mail-return-ended.handler';
import { ReturnApplication } from './return-application';
import { ReturnRecipient } from './return-recipient';
import { ReturnPreview } from './return-preview';
import { ReturnQuestion } from './return-question.entity';
import { ReturnsController } from './returns.controller';

@Module({
  imports: [TypeOrmModule.forFeature([DossierReturn, ReturnQuestion]), EditionsModule, DossierModule],
  controllers: [ReturnsController],
  providers: [
    AnswerQuestion,
    HandBack,
    HandBackUnanswered,
    MailQuestions,
    MailReturnEnded,
    ReturnApplication,
    ReturnRecipient,
    ReturnPreview,
  ],
})
export class ReturnModule {}
