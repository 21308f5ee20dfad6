import { type DynamicModule, Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations';
import { Clock } from './clock/clock';
import { Config } from './config/config';
import { dataSourceOptions, newDataSource } from './database/data-source';
import { Database } from './database/database';
import { migrate } from './database/migrate';
import { SlowStatements } from './database/slow-statements';
import { EventBoard, Transaction } from './database/transaction';
import { FileInspector } from './files/file-inspector';
import { FileOpener } from './files/file-opener';
import { PagePictures } from './files/page-pictures';
import { TextReader } from './files/text-reader';
import { FileStore } from './files/file-store';
import { MadeFiles } from './files/made-files';
import { ArrivalLeases } from './files/resumable/arrival-leases';
import { ArrivingFile } from './files/resumable/arriving-file.entity';
import { ClearArriving } from './files/resumable/clear-arriving.handler';
import { ResumableUploads } from './files/resumable/resumable-uploads';
import { ManuscriptReader } from './files/manuscript-reader';
import { StoredFile } from './files/stored-file.entity';
import { ZipPacker } from './files/zip-packer';
import { PolicyGuard } from './http/policy-guard';
import { ProblemFilter } from './http/problem-filter';
import { ReplyShape } from './http/reply-shape';
import { ThereFirst } from './http/there-first';
import { WhatIsAddressed } from './http/what-is-addressed';
import { Limits } from './limits/limits';
import { ClearOutbox } from './mail/clear-outbox.handler';
import { JobDirectory } from './jobs/job-directory';
import { JobEngine } from './jobs/job-engine';
import { JobRunner } from './jobs/job-runner';
import { OutboxRow } from './database/outbox-row.entity';
import { Live } from './live/live';
import { LiveStreams } from './live/live-streams';
import { Sockets } from './http/sockets';
import { Languages } from './language/languages';
import type { Log } from './log/log';
import { ProcessLog } from './log/process-log';
import { MailLog } from './mail/mail-log';
import { Postman } from './mail/postman';
import { SentMail } from './mail/sent-mail.entity';
import { PdfMerger } from './pdf/pdf-merger';
import { PdfRenderer } from './pdf/pdf-renderer';
import { SheetWriter } from './sheets/sheet-writer';
import { YamlReader } from './yaml/yaml-reader';

/** Closes the connection for queries when the process ends. */
@Injectable()
class DatabaseCloser implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}
  onApplicationShutdown() {
    return this.database.close();
  }
}

/** Mechanism without a domain noun, for every feature. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, log: Log): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRootAsync({
          useFactory: async () => ({
            ...(await dataSourceOptions(config, { migrations })),
            autoLoadEntities: true,
            retryAttempts: 0,
          }),
          dataSourceFactory: async (options) => migrate(await newDataSource(options as DataSourceOptions).initialize()),
        }),
        TypeOrmModule.forFeature([ArrivingFile, OutboxRow, StoredFile, SentMail]),
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: ProcessLog, useValue: new ProcessLog(log) },
        { provide: Clock, useValue: new Clock(config.clockStart) },
        { provide: Languages, useFactory: () => Languages.read() },
        { provide: Database, inject: [DataSource], useFactory: (writer: DataSource) => Database.over(writer) },
        DatabaseCloser,
        SlowStatements,
        Transaction,
        JobDirectory,
        { provide: EventBoard, useExisting: JobDirectory },
        JobRunner,
        JobEngine,
        ClearOutbox,
        Limits,
        Live,
        LiveStreams,
        Sockets,
        FileInspector,
        FileStore,
        MadeFiles,
        ArrivalLeases,
        ClearArriving,
        ResumableUploads,
        ManuscriptReader,
        ZipPacker,
        PdfRenderer,
        FileOpener,
        PagePictures,
        TextReader,
        PdfMerger,
        SheetWriter,
        YamlReader,
        MailLog,
        Postman,
        WhatIsAddressed,
        { provide: APP_GUARD, useClass: PolicyGuard },
        { provide: APP_INTERCEPTOR, useClass: ThereFirst },
        { provide: APP_INTERCEPTOR, useClass: ReplyShape },
        {
          provide: APP_FILTER,
          inject: [Languages],
          useFactory: (languages: Languages) => new ProblemFilter(languages, log),
        },
      ],
      exports: [
        Config,
        Limits,
        Live,
        LiveStreams,
        Sockets,
        ProcessLog,
        Clock,
        Languages,
        Database,
        Transaction,
        FileStore,
        MadeFiles,
        ResumableUploads,
        ManuscriptReader,
        ZipPacker,
        PdfRenderer,
        FileOpener,
        PagePictures,
        TextReader,
        PdfMerger,
        SheetWriter,
        YamlReader,
        MailLog,
        Postman,
        JobDirectory,
        JobEngine,
        DiscoveryModule,
      ],
    };
  }
}
