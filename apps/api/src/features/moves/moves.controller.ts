import { type InputOf, moveEdition, readMovePreview, readMoves } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
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
  read(@Input() { params, query }: InputOf<typeof readMovePreview>) {
    return this.preview.of(params.editionId, query.after);
  }

  @Handles(moveEdition, mayMoveEdition)
  move(@By() actor: Actor, @Input() { params, body }: InputOf<typeof moveEdition>) {
    return this.moving.run(actor, params.editionId, body);
  }

  @Handles(readMoves, mayMoveEdition)
  moves(@Input() { params }: InputOf<typeof readMoves>) {
    return this.record.of(params.editionId);
  }
}
