import { readSimilarities } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayReadWorks } from '../project-work.policy';
import { SimilarPlaces } from './similar-places';

@Controller()
export class SimilarityController {
  constructor(private readonly places: SimilarPlaces) {}

  @Handles(readSimilarities, mayReadWorks)
  read({ actor, params }: RequestOf<typeof readSimilarities>) {
    return this.places.of(actor, params);
  }
}
