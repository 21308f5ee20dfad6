import { Entity, Index } from 'typeorm';
import { Id, Reference } from '../../../platform/database/columns';

/** A tutor of the edition who is assigned to a session; with the role the assignment goes. */
@Entity('session_tutor')
@Index(['sessionId', 'accountId'], { unique: true })
@Index(['accountId'])
export class SessionTutor {
  @Id() id!: string;
  @Reference('Session') sessionId!: string;
  @Reference('Account') accountId!: string;
}
