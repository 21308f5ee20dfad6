import { Entity, Index } from 'typeorm';
import { Id, Line, Reference, Whole } from '../../platform/database/columns';

/** How many institutions of one country may send how many people to an edition. */
@Entity('country_quota')
@Index(['editionId', 'country'], { unique: true })
export class CountryQuota {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  /** ISO 3166-1 alpha-2. */
  @Line(2) country!: string;
  @Whole() institutions!: number;
  @Whole() peoplePerInstitution!: number;
}
