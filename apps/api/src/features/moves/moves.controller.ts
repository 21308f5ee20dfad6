import { moveEdition, readMovePreview, readMoves } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { MoveEdition } from './move-edition';
import { MovePreview } from './move-preview';
import { MoveRecord } from './move-record';
import { mayMoveEdition } from './moves.policy';

@Controller()
export class MovesController {
  constructor(
    private readonly preview: MovePreview,
    private readonly record: MoveRecord,
    private readonly moving: MoveEdition,
  ) {}

  @Handles(readMovePreview, mayMoveEdition)
  read({ params, query }: RequestOf<typeof readMovePreview>) {
    return this.preview.of(params.editionId, query.after);
  }

  @Handles(moveEdition, mayMoveEdition)
  move({ actor, params, body }: RequestOf<typeof moveEdition>) {
    return this.moving.run(actor, params.editionId, body);
  }

  @Handles(readMoves, mayMoveEdition)
  moves({ params }: RequestOf<typeof readMoves>) {
    return this.record.of(params.editionId);
  }
}
