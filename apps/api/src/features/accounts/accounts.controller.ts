import {
  changeAddress,
  changeMe,
  changePassword,
  confirmAddressChange,
  deleteAccount,
  forgetPassword,
  type InputOf,
  openAccount,
  readCode,
  readMe,
  register,
  resetPassword,
  signIn,
  signOut,
} from '@libretto/contracts';
import { type Actor, anyone } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../../platform/config/config';
import { type ApiRequest, By, Handles, Input, Request } from '../../platform/http/handles';
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
  me(@By() actor: Actor) {
    return this.own.of(actor);
  }

  @Handles(changeMe, mayUseOwnAccount)
  change(@By() actor: Actor, @Input() { body }: InputOf<typeof changeMe>) {
    return this.changing.run(actor, body);
  }

  @Handles(register, anyone)
  register(@Input() { body }: InputOf<typeof register>, @Request() request: ApiRequest) {
    return this.registering.run(body, request.ip);
  }

  @Handles(readCode, anyone)
  readCode(@Input() { body }: InputOf<typeof readCode>) {
    return this.opening.read(body.code);
  }

  @Handles(openAccount, anyone)
  async open(@Input() { body }: InputOf<typeof openAccount>, @Res({ passthrough: true }) reply: FastifyReply) {
    this.setCookie(reply, await this.opening.run(body));
  }

  @Handles(signIn, anyone)
  async signIn(
    @Input() { body }: InputOf<typeof signIn>,
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const token = await this.signingIn.run(body.email, body.password, request.ip);
    this.setCookie(reply, token);
  }

  @Handles(signOut, mayUseOwnAccount)
  async signOut(@Request() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signingOut.run(request.signInId as string);
    reply.clearCookie(cookieName, this.cookie(0));
  }

  @Handles(forgetPassword, anyone)
  forget(@Input() { body }: InputOf<typeof forgetPassword>, @Request() request: ApiRequest) {
    return this.forgetting.run(body.email, request.ip);
  }

  @Handles(resetPassword, anyone)
  reset(@Input() { body }: InputOf<typeof resetPassword>) {
    return this.resetting.run(body.code, body.password);
  }

  @Handles(changePassword, mayUseOwnAccount)
  changePassword(
    @By() actor: Actor,
    @Input() { body }: InputOf<typeof changePassword>,
    @Request() request: ApiRequest,
  ) {
    return this.passwords.run(actor, request.signInId as string, body, request.ip);
  }

  @Handles(changeAddress, mayUseOwnAccount)
  changeAddress(@By() actor: Actor, @Input() { body }: InputOf<typeof changeAddress>, @Request() request: ApiRequest) {
    return this.moving.run(actor, body, request.ip);
  }

  @Handles(confirmAddressChange, anyone)
  confirmAddressChange(@Input() { body }: InputOf<typeof confirmAddressChange>) {
    return this.moved.run(body.code);
  }

  @Handles(deleteAccount, mayUseOwnAccount)
  async deleteAccount(
    @By() actor: Actor,
    @Input() { body }: InputOf<typeof deleteAccount>,
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.deleting.run(actor, body.password, request.ip);
    reply.clearCookie(cookieName, this.cookie(0));
  }

  private setCookie(reply: FastifyReply, token: string) {
    reply.setCookie(cookieName, token, this.cookie(signInDays * 86_400));
  }

  private cookie(maxAge: number) {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: this.config.isSecure, maxAge };
  }
}
