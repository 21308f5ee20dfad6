import { Injectable } from '@nestjs/common';
import { RoleRegister } from '../../accounts';
import { EnrolmentDirectory } from '../../places';

/** The people whom a change to a session of an edition concerns. */
@Injectable()
export class EverybodyConcerned {
  constructor(
    private readonly enrolments: EnrolmentDirectory,
    private readonly roles: RoleRegister,
  ) {}

  /** The accounts of its participants and tutors, each once. */
  async in(editionId: string): Promise<string[]> {
    const [enrolments, tutors] = await Promise.all([
      this.enrolments.allOf(editionId),
      this.roles.holders(editionId, ['tutor']),
    ]);
    return [...new Set([...enrolments, ...tutors].map(({ accountId }) => accountId))];
  }
}
