import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { ScheduleModule } from '../schedule';
import { WorkloadModule } from '../workload';
import { AnswerQuestions } from './attempts/answer-questions';
import { TestAnswer, TestAttempt } from './attempts/attempt.entity';
import { AttemptsController } from './attempts/attempts.controller';
import { BeginAttempt } from './attempts/begin-attempt';
import { FinishAttempt } from './attempts/finish-attempt';
import { LeaveAttempts } from './attempts/leave-attempts';
import { LockAttempt } from './attempts/lock-attempt';
import { OwnAttempts } from './attempts/own-attempts';
import { AddMaterial } from './materials/add-material';
import { ChangeMaterial } from './materials/change-material';
import { CopyMaterials } from './materials/copy-materials';
import { Material } from './material/material.entity';
import { MaterialPage } from './materials/material-page';
import { MaterialsController } from './materials/materials.controller';
import { MaterialsOfModule } from './materials/materials-of-module';
import { OpenMaterial } from './material/open-material';
import { OrderMaterials } from './materials/order-materials';
import { RemoveMaterial } from './materials/remove-material';
import { ModulePage } from './module-page';
import { ModulesController } from './modules.controller';
import { ModulesOfEdition } from './modules-of-edition';
import { OwnBooklet } from './own-booklet';
import { PageDraft } from './pages/page-draft.entity';
import { PageDrafts } from './pages/page-drafts';
import { PageForAuthors } from './pages/page-for-authors';
import { PagePicture } from './pages/page-picture.entity';
import { PagePictures } from './pages/page-pictures';
import { PageText, PageVersion } from './pages/page-version.entity';
import { PagesController } from './pages/pages.controller';
import { PicturesOfPage } from './pages/pictures-of-page';
import { PublishedPages } from './pages/published-pages';
import { PublishPage } from './pages/publish-page';
import { SavePage } from './pages/save-page';
import { FollowMaterial } from './progress/follow-material';
import { MaterialProgress } from './progress/material-progress.entity';
import { ModulesPersonalData } from './modules-personal-data';
import { OwnProgress } from './progress/own-progress';
import { ProgressController } from './progress/progress.controller';
import { ProgressOfModule } from './progress/progress-of-module';
import { RequiredMaterials } from './progress/required-materials';
import { RecordProgress } from './progress/record-progress';
import { PublishSelfTest } from './self-tests/publish-self-test';
import { SaveSelfTest } from './self-tests/save-self-test';
import { SelfTestDraft, SelfTestVersion } from './self-tests/self-test.entity';
import { SelfTestForAuthors } from './self-tests/self-test-for-authors';
import { SelfTests } from './self-tests/self-tests';
import { SelfTestsController } from './self-tests/self-tests.controller';
import { StatisticsOfTest } from './self-tests/statistics-of-test';

const materials = [
  AddMaterial,
  ChangeMaterial,
  CopyMaterials,
  MaterialPage,
  MaterialsOfModule,
  OpenMaterial,
  OrderMaterials,
  RemoveMaterial,
];
const pages = [PageDrafts, PageForAuthors, PagePictures, PicturesOfPage, PublishedPages, PublishPage, SavePage];
const progress = [
  FollowMaterial,
  ModulesPersonalData,
  OwnProgress,
  ProgressOfModule,
  RecordProgress,
  RequiredMaterials,
];
const selfTests = [PublishSelfTest, SaveSelfTest, SelfTestForAuthors, SelfTests, StatisticsOfTest];
const attempts = [AnswerQuestions, BeginAttempt, FinishAttempt, LeaveAttempts, LockAttempt, OwnAttempts];

@Module({
  imports: [
    TypeOrmModule.forFeature([Material, PageDraft, PageVersion, PageText, PagePicture, MaterialProgress]),
    TypeOrmModule.forFeature([SelfTestDraft, SelfTestVersion, TestAttempt, TestAnswer]),
    EditionsModule,
    PlacesModule,
    ScheduleModule,
    WorkloadModule,
  ],
  controllers: [
    ModulesController,
    MaterialsController,
    PagesController,
    SelfTestsController,
    AttemptsController,
    ProgressController,
  ],
  providers: [ModulePage, ModulesOfEdition, OwnBooklet, ...materials, ...pages, ...progress, ...selfTests, ...attempts],
  exports: [MaterialsOfModule, ModulesPersonalData, RequiredMaterials],
})
export class ModulesModule {}
