import { type InputOf, readLetter, readLetters, readMyLetters, tryLetterAgain } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
import { mayApply, mayReadLetters } from '../dossier/admissions.policy';
import { LetterLog } from './letter-log';
import { LettersToRead } from './letters-to-read';
import { TryLetterAgain } from './try-letter-again';

@Controller()
export class LettersController {
  constructor(
    private readonly log: LetterLog,
    private readonly toRead: LettersToRead,
    private readonly trying: TryLetterAgain,
  ) {}

  @Handles(readLetters, mayReadLetters)
  letters(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readLetters>) {
    return this.log.of(actor, params.editionId, query);
  }

  @Handles(readLetter, mayReadLetters)
  letter(@By() actor: Actor, @Input() { params }: InputOf<typeof readLetter>) {
    return this.toRead.one(actor, params);
  }

  @Handles(tryLetterAgain, mayReadLetters)
  tryAgain(@By() actor: Actor, @Input() { params }: InputOf<typeof tryLetterAgain>) {
    return this.trying.run(actor, params);
  }

  @Handles(readMyLetters, mayApply)
  mine(@By() actor: Actor, @Input() { params }: InputOf<typeof readMyLetters>) {
    return this.toRead.own(actor, params.editionId);
  }
}
