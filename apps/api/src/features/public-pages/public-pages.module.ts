import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials';
import { EditionsModule } from '../editions';
import { ProgrammesModule } from '../programmes';
import { ForSearchEngines } from './for-search-engines';
import { PublicPages } from './public-pages';

@Module({
  imports: [CredentialsModule, EditionsModule, ProgrammesModule],
  providers: [ForSearchEngines, PublicPages],
})
export class PublicPagesModule {}
