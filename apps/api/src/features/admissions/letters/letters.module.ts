import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { DossierModule } from '../dossier/dossier.module';
import { MailRuling } from './jobs/mail-ruling.handler';
import { LetterLog } from './letter-log';
import { Letter } from './letter.entity';
import { LettersToRead } from './letters-to-read';
import { LettersController } from './letters.controller';
import { MailsOfEdition } from './mails-of-edition';
import { TryLetterAgain } from './try-letter-again';
import { WriteLetter } from './write-letter';

@Module({
  imports: [TypeOrmModule.forFeature([Letter]), EditionsModule, PlacesModule, DossierModule],
  controllers: [LettersController],
  providers: [LetterLog, LettersToRead, MailRuling, MailsOfEdition, TryLetterAgain, WriteLetter],
})
export class LettersModule {}
