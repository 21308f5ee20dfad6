import {
  changeMe,
  confirmAddress,
  forgetPassword,
  type InputOf,
  readMe,
  register,
  resetPassword,
  searchInstitutions,
  searchPeople,
  signIn,
  signOut,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../../platform/config/config';
import { type ApiRequest, By, Handles, Input, Request } from '../../platform/http/handles';
import { maySearchPeople, mayRegister, mayUseOwnAccount } from './accounts.policy';
import { ChangeOwnAccount } from './change-own-account';
import { ConfirmAddress } from './confirm-address';
import { ForgetPassword } from './forget-password';
import { InstitutionDirectory } from './institution-directory';
import { OwnAccount } from './own-account';
import { PeopleDirectory } from './people-directory';
import { RegisterAccount } from './register-account';
import { ResetPassword } from './reset-password';
import { signInDays, SignInPerson } from './sign-in';
import { SignOutPerson } from './sign-out';
import { cookieName } from './who-is-signed-in';

@Controller()
export class AccountsController {
  constructor(
    private readonly config: Config,
    private readonly registering: RegisterAccount,
    private readonly confirming: ConfirmAddress,
    private readonly signingIn: SignInPerson,
    private readonly signingOut: SignOutPerson,
    private readonly forgetting: ForgetPassword,
    private readonly resetting: ResetPassword,
    private readonly changing: ChangeOwnAccount,
    private readonly own: OwnAccount,
    private readonly institutions: InstitutionDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  @Handles(readMe, mayUseOwnAccount)
  me(@By() actor: Actor) {
    return this.own.of(actor);
  }

  @Handles(changeMe, mayUseOwnAccount)
  change(@By() actor: Actor, @Input() { body }: InputOf<typeof changeMe>) {
    return this.changing.run(actor, body);
  }

  @Handles(register, mayRegister)
  register(@Input() { body }: InputOf<typeof register>) {
    return this.registering.run(body);
  }

  @Handles(confirmAddress, mayRegister)
  confirm(@Input() { body }: InputOf<typeof confirmAddress>) {
    return this.confirming.run(body.code);
  }

  @Handles(signIn, mayRegister)
  async signIn(
    @Input() { body }: InputOf<typeof signIn>,
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const token = await this.signingIn.run(body.email, body.password, request.ip);
    reply.setCookie(cookieName, token, this.cookie(signInDays * 86_400));
  }

  @Handles(signOut, mayUseOwnAccount)
  async signOut(@Request() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.signingOut.run(request.signInId as string);
    reply.clearCookie(cookieName, this.cookie(0));
  }

  @Handles(forgetPassword, mayRegister)
  forget(@Input() { body }: InputOf<typeof forgetPassword>) {
    return this.forgetting.run(body.email);
  }

  @Handles(resetPassword, mayRegister)
  reset(@Input() { body }: InputOf<typeof resetPassword>) {
    return this.resetting.run(body.code, body.password);
  }

  @Handles(searchInstitutions, mayRegister)
  searchInstitutions(@Input() { query }: InputOf<typeof searchInstitutions>) {
    return this.institutions.containing(query.name, query.after);
  }

  @Handles(searchPeople, maySearchPeople)
  async searchPeople(@Input() { query }: InputOf<typeof searchPeople>) {
    return { items: await this.people.beginningWith(query.text) };
  }

  private cookie(maxAge: number) {
    return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: !this.config.demo, maxAge };
  }
}
