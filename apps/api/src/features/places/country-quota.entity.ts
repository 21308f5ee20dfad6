import { Entity, Index } from 'typeorm';
import { Id, Line, Reference, Whole } from '../../platform/database/columns';

/** The number of institutions of one country, and of people of each, that an edition takes. */
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
