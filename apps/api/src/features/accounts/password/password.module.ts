import { Module } from '@nestjs/common';
import { CodesModule } from '../codes/codes.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { ChangePassword } from './change-password';
import { ForgetPassword } from './forget-password';
import { ResetPassword } from './reset-password';

@Module({
  imports: [CodesModule, SignInModule],
  providers: [ChangePassword, ForgetPassword, ResetPassword],
  exports: [ChangePassword, ForgetPassword, ResetPassword],
})
export class PasswordModule {}
