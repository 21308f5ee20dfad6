import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials';
import { EditionsModule } from '../editions';
import { ProgrammesModule } from '../programmes';
import { PublicationModule } from '../publication';
import { ForSearchEngines } from './for-search-engines';
import { PublicPages } from './public-pages';

@Module({
  imports: [CredentialsModule, EditionsModule, ProgrammesModule, PublicationModule],
  providers: [ForSearchEngines, PublicPages],
})
export class PublicPagesModule {}
