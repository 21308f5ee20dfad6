import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CodesModule } from '../codes/codes.module';
import { InvitationBook } from './invitation-book';
import { Invitation } from './invitation.entity';

@Module({
  imports: [TypeOrmModule.forFeature([Invitation]), CodesModule],
  providers: [InvitationBook],
  exports: [InvitationBook],
})
export class InvitationsModule {}
