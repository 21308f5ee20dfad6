import { type DynamicModule, Module } from '@nestjs/common';
import { DemoModule } from './demo/demo.module';
import { AccountsModule } from './features/accounts/accounts.module';
import { AdmissionsModule } from './features/admissions/admissions.module';
import { AnnouncementsModule } from './features/announcements';
import { CompletionModule } from './features/completion/completion.module';
import { CredentialsModule } from './features/credentials/credentials.module';
import { DiscussionsModule } from './features/discussions';
import { EditionsModule } from './features/editions/editions.module';
import { GlanceModule } from './features/glance/glance.module';
import { PaceModule } from './features/pace';
import { ModulesModule } from './features/modules/modules.module';
import { MovesModule } from './features/moves/moves.module';
import { NoticesModule } from './features/notices/notices.module';
import { PeopleModule } from './features/people/people.module';
import { PersonalDataModule } from './features/personal-data/personal-data.module';
import { PlacesModule } from './features/places/places.module';
import { ProgrammesModule } from './features/programmes/programmes.module';
import { ProjectWorkModule } from './features/project-work/project-work.module';
import { PublicationModule } from './features/publication';
import { ScheduleModule } from './features/schedule/schedule.module';
import { PublicPagesModule } from './features/public-pages/public-pages.module';
import { ReceiptsModule } from './features/receipts/receipts.module';
import { WorkloadModule } from './features/workload/workload.module';
import { SurveysModule } from './features/surveys';
import type { Config } from './platform/config/config';
import { MetaController } from './platform/http/meta.controller';
import { TogetherController } from './platform/http/together/together.controller';
import type { Log } from './platform/log/log';
import { PlatformModule } from './platform/platform.module';

/** The table of contents: every part of the domain, over one platform. */
@Module({})
export class AppModule {
  static with(config: Config, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, log),
        AccountsModule,
        ProgrammesModule,
        EditionsModule,
        PlacesModule,
        AdmissionsModule,
        WorkloadModule,
        ScheduleModule,
        ProjectWorkModule,
        PublicationModule,
        SurveysModule,
        CompletionModule,
        ModulesModule,
        AnnouncementsModule,
        DiscussionsModule,
        GlanceModule,
        PaceModule,
        MovesModule,
        CredentialsModule,
        NoticesModule,
        PeopleModule,
        PersonalDataModule,
        PublicPagesModule,
        ReceiptsModule,
        ...(config.demo ? [DemoModule] : []),
      ],
      controllers: [MetaController, TogetherController],
    };
  }
}
