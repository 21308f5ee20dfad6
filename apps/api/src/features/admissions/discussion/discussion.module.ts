import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { DossierModule } from '../dossier/dossier.module';
import { Comment } from './comment.entity';
import { Discussion } from './discussion';
import { DiscussionController } from './discussion.controller';
import { TakeCommentBack } from './take-comment-back';
import { WriteComment } from './write-comment';

@Module({
  imports: [TypeOrmModule.forFeature([Comment]), DossierModule, EditionsModule],
  controllers: [DiscussionController],
  providers: [Discussion, TakeCommentBack, WriteComment],
})
export class DiscussionModule {}
