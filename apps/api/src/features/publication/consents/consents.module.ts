import { Module } from '@nestjs/common';
import { BookModule } from '../book/book.module';
import { AnswerConsent } from './answer-consent';
import { AskForConsents } from './ask-for-consents';
import { AskMember } from './jobs/ask-member.handler';
import { LeavePublications } from './leave-publications';
import { OwnConsent } from './own-consent';

@Module({
  imports: [BookModule],
  providers: [AnswerConsent, AskForConsents, AskMember, LeavePublications, OwnConsent],
  exports: [AnswerConsent, AskForConsents, OwnConsent],
})
export class ConsentsModule {}
