import { Entity, Index } from 'typeorm';
import { Id, Line, Whole } from '../../../platform/database/columns';

/** How far the numbers of a register have come. Its row is locked by each award that takes one. */
@Entity('award_register')
@Index(['scheme'], { unique: true })
export class AwardRegister {
  @Id() id!: string;
  /** With its year: `CIMEA-2026-{number}`. */
  @Line(64) scheme!: string;
  @Whole() last!: number;
}
