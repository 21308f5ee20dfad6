import {
  changeAddress,
  changeMe,
  changePassword,
  confirmAddressChange,
  deleteAccount,
  forgetPassword,
  openAccount,
  readCode,
  readMe,
  register,
  resetPassword,
  signIn,
  signOut,
} from '@libretto/contracts';
import { anyone } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../../platform/config/config';
import { Handles, type PublicRequestOf, type RequestOf } from '../../platform/http/handles';
import { mayUseOwnAccount } from './accounts.policy';
import { ChangeAddress } from './address/change-address';
import { ChangeOwnAccount } from './own-account/change-own-account';
import { ChangePassword } from './password/change-password';
import { ConfirmAddressChange } from './address/confirm-address-change';
import { DeleteAccount } from './own-account/delete-account';
import { ForgetPassword } from './password/forget-password';
import { signInDays } from './sign-in/new-sign-in';
import { OpenAccount } from './registration/open-account';
import { OwnAccount } from './own-account/own-account';
import { RegisterAccount } from './registration/register-account';
import { ResetPassword } from './password/reset-password';
import { SignInPerson } from './sign-in/sign-in';
import { SignOutPerson } from './sign-in/sign-out';
import { cookieName } from './sign-in/who-is-signed-in';

@Controller()
export class AccountsController {
  constructor(
    private readonly config: Config,
    private readonly registering: RegisterAccount,
    private readonly opening: OpenAccount,
    private readonly signingIn: SignInPerson,
    private readonly signingOut: SignOutPerson,
    private readonly forgetting: ForgetPassword,
    private readonly resetting: ResetPassword,
    private readonly changing: ChangeOwnAccount,
    private readonly own: OwnAccount,
    private readonly passwords: ChangePassword,
    private readonly moving: ChangeAddress,
    private readonly moved: ConfirmAddressChange,
    private readonly deleting: DeleteAccount,
  ) {}

  @Handles(readMe, mayUseOwnAccount)
  me({ actor }: RequestOf<typeof readMe>) {
    return this.own.of(actor);
  }

  @Handles(changeMe, mayUseOwnAccount)
  change({ actor, body }: RequestOf<typeof changeMe>) {
    return this.changing.run(actor, body);
  }

  @Handles(register, anyone)
  register({ body, raw }: PublicRequestOf<typeof register>) {
    return this.registering.run(body, raw.ip);
  }

  @Handles(readCode, anyone)
  readCode({ body }: PublicRequestOf<typeof readCode>) {
    return this.opening.read(body.code);
  }

  @Handles(openAccount, anyone)
  async open({ body }: PublicRequestOf<typeof openAccount>, reply: FastifyReply) {
    this.setCookie(reply, await this.opening.run(body));
  }

  @Handles(signIn, anyone)
  async signIn({ body, raw }: PublicRequestOf<typeof signIn>, reply: FastifyReply) {
    const token = await this.signingIn.run(body.email, body.password, raw.ip);
    this.setCookie(reply, token);
  }

  @Handles(signOut, mayUseOwnAccount)
  async signOut({ raw }: RequestOf<typeof signOut>, reply: FastifyReply) {
    await this.signingOut.run(raw.signInId as string);
    reply.clearCookie(cookieName, this.cookie(0));
  }

  @Handles(forgetPassword, anyone)
  forget({ body, raw }: PublicRequestOf<typeof forgetPassword>) {
    return this.forgetting.run(body.email, raw.ip);
  }

  @Handles(resetPassword, anyone)
  reset({ body }: PublicRequestOf<typeof resetPassword>) {
    return this.resetting.run(body.code, body.password);
  }

  @Handles(changePassword, mayUseOwnAccount)
  changePassword({ actor, body, raw }: RequestOf<typeof changePassword>) {
    return this.passwords.run(actor, raw.signInId as string, body, raw.ip);
  }

  @Handles(changeAddress, mayUseOwnAccount)
  changeAddress({ actor, body, raw }: RequestOf<typeof changeAddress>) {
    return this.moving.run(actor, body, raw.ip);
  }

  @Handles(confirmAddressChange, anyone)
  confirmAddressChange({ body }: PublicRequestOf<typeof confirmAddressChange>) {
    return this.moved.run(body.code);
  }

  @Handles(deleteAccount, mayUseOwnAccount)
  async deleteAccount({ actor, body, raw }: RequestOf<typeof deleteAccount>, reply: FastifyReply) {
    await this.deleting.run(actor, body.password, raw.ip);
    reply.clearCookie(cookieName, this.cookie(0));
  }

  private setCookie(reply: FastifyReply, token: string) {
    reply.setCookie(cookieName, token, this.cookie(signInDays * 86_400));
  }

  private cookie(maxAge: number) {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: this.config.isSecure, maxAge };
  }
}
