import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { BookModule } from '../book/book.module';
import { EraseBook } from './jobs/erase-book.handler';
import { SetBook } from './jobs/set-book.handler';
import { References } from './references';
import { SetPublication } from './set-publication';
import { WorkManuscripts } from './work-manuscripts';
import { TypesetterOfBooks } from './typesetter-of-books';

@Module({
  imports: [BookModule, EditionsModule],
  providers: [EraseBook, References, SetBook, SetPublication, TypesetterOfBooks, WorkManuscripts],
  exports: [References, SetPublication],
})
export class TypesettingModule {}
