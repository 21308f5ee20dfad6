import { Check, Entity, Index } from 'typeorm';
import { Id, Instant, Line, Paragraph, Reference, Whole } from '../../platform/database/columns';

/** Records that a coordinator has opened unused institutions of one country's quota to all. It never changes. */
@Entity('opened_places')
@Index(['editionId'])
@Check('opened_places_have_a_reason', "reason <> ''")
@Check('opened_places_are_some', 'institutions > 0')
export class OpenedPlaces {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  /** The country whose places they were. */
  @Line(2) country!: string;
  @Whole() institutions!: number;
  @Paragraph() reason!: string;
  @Reference('Account') byId!: string;
  @Instant() at!: Date;
}
