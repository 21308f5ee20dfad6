import { Module } from '@nestjs/common';
import { CodesModule } from '../codes/codes.module';
import { OpenAccount } from './open-account';
import { RegisterAccount } from './register-account';

@Module({
  imports: [CodesModule],
  providers: [OpenAccount, RegisterAccount],
  exports: [OpenAccount, RegisterAccount],
})
export class RegistrationModule {}
