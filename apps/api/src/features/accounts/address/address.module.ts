import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CodesModule } from '../codes/codes.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { AddressChange } from './address-change.entity';
import { ChangeAddress } from './change-address';
import { ConfirmAddressChange } from './confirm-address-change';

@Module({
  imports: [TypeOrmModule.forFeature([AddressChange]), CodesModule, SignInModule],
  providers: [ChangeAddress, ConfirmAddressChange],
  exports: [ChangeAddress, ConfirmAddressChange],
})
export class AddressModule {}
