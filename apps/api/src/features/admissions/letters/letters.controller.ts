import { readLetter, readLetters, readMyLetters, tryLetterAgain } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
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
  letters({ actor, params, query }: RequestOf<typeof readLetters>) {
    return this.log.of(actor, params.editionId, query);
  }

  @Handles(readLetter, mayReadLetters)
  letter({ actor, params }: RequestOf<typeof readLetter>) {
    return this.toRead.one(actor, params);
  }

  @Handles(tryLetterAgain, mayReadLetters)
  tryAgain({ actor, params }: RequestOf<typeof tryLetterAgain>) {
    return this.trying.run(actor, params);
  }

  @Handles(readMyLetters, mayApply)
  mine({ actor, params }: RequestOf<typeof readMyLetters>) {
    return this.toRead.own(actor, params.editionId);
  }
}
