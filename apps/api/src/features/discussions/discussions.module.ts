import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnnouncementsModule } from '../announcements';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { ProjectWorkModule } from '../project-work';
import { DiscussionsPersonalData } from './discussions-personal-data';
import { TellOfHiding, TellOfPost } from './jobs/tell-of-post.handlers';
import { WordsOfPost } from './jobs/words-of-post';
import { LeaveDiscussions } from './leave-discussions';
import { NewsOfEdition } from './news-of-edition';
import { ChangePost } from './posts/change-post';
import { ErasePosts } from './posts/erase-posts';
import { HidePost } from './posts/hide-post';
import { Post, PostFile, PostMention, PostReport } from './thread/post.entity';
import { PostFiles } from './posts/post-files';
import { PostReports } from './posts/post-reports';
import { PostsController } from './posts/posts.controller';
import { RemovePost } from './posts/remove-post';
import { WritePost } from './posts/write-post';
import { KeepReading } from './threads/keep-reading';
import { MessagePartners } from './threads/message-partners';
import { ModerateThread } from './threads/moderate-thread';
import { ReadableThreads } from './thread/readable-threads';
import { SendMessage } from './threads/send-message';
import { StartThread } from './threads/start-thread';
import { TellReaders } from './thread/tell-readers';
import { Thread, ThreadReader } from './thread/thread.entity';
import { ThreadPage } from './threads/thread-page';
import { ThreadsController } from './threads/threads.controller';
import { ThreadsOfEdition } from './threads/threads-of-edition';

const threads = [
  KeepReading,
  MessagePartners,
  ModerateThread,
  ReadableThreads,
  SendMessage,
  StartThread,
  TellReaders,
  ThreadPage,
  ThreadsOfEdition,
];
const posts = [ChangePost, ErasePosts, HidePost, PostFiles, PostReports, RemovePost, WritePost];

@Module({
  imports: [
    TypeOrmModule.forFeature([Thread, ThreadReader, Post, PostFile, PostMention, PostReport]),
    AnnouncementsModule,
    EditionsModule,
    PlacesModule,
    ProjectWorkModule,
  ],
  controllers: [ThreadsController, PostsController],
  providers: [
    ...[DiscussionsPersonalData, LeaveDiscussions, NewsOfEdition, TellOfHiding, TellOfPost, WordsOfPost],
    ...threads,
    ...posts,
  ],
  exports: [DiscussionsPersonalData],
})
export class DiscussionsModule {}
