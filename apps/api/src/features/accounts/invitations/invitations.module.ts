import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CodesModule } from '../codes/codes.module';
import { InvitationRegister } from './invitation-register';
import { Invitation } from './invitation.entity';

@Module({
  imports: [TypeOrmModule.forFeature([Invitation]), CodesModule],
  providers: [InvitationRegister],
  exports: [InvitationRegister],
})
export class InvitationsModule {}
