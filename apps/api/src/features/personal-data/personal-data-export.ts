import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { SentMail } from '../../platform/mail/sent-mail.entity';
import { AccountsPersonalData } from '../accounts';
import { AdmissionsPersonalData } from '../admissions';
import { AnnouncementsPersonalData } from '../announcements';
import { CompletionPersonalData } from '../completion';
import { CredentialsPersonalData } from '../credentials';
import { DiscussionsPersonalData } from '../discussions';
import { ModulesPersonalData } from '../modules';
import { NoticesPersonalData } from '../notices';
import { PlacesPersonalData } from '../places';
import {
  PeerFeedbackPersonalData,
  ProjectWorkPersonalData,
  UploadsPersonalData,
  WorkspacePersonalData,
} from '../project-work';
import { PublicationPersonalData } from '../publication';
import {
  CalendarPersonalData,
  CheckInPersonalData,
  RequestsPersonalData,
  SchedulePersonalData,
  ToldReports,
} from '../schedule';
import { SurveysPersonalData } from '../surveys';
import { WorkloadPersonalData } from '../workload';

/** A file that somebody handed in or was given, and its path in the copy. */
export interface HeldFile {
  readonly id: string;
  readonly path: string;
}

/** Collects a person's data from the features. A fixed number of statements. */
@Injectable()
export class PersonalDataExport {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsPersonalData,
    private readonly admissions: AdmissionsPersonalData,
    private readonly places: PlacesPersonalData,
    private readonly schedule: SchedulePersonalData,
    private readonly requests: RequestsPersonalData,
    private readonly calendar: CalendarPersonalData,
    private readonly checkIns: CheckInPersonalData,
    private readonly meetings: ToldReports,
    private readonly workload: WorkloadPersonalData,
    private readonly modules: ModulesPersonalData,
    private readonly projectWork: ProjectWorkPersonalData,
    private readonly uploads: UploadsPersonalData,
    private readonly publication: PublicationPersonalData,
    private readonly workspace: WorkspacePersonalData,
    private readonly feedback: PeerFeedbackPersonalData,
    private readonly completion: CompletionPersonalData,
    private readonly surveys: SurveysPersonalData,
    private readonly credentials: CredentialsPersonalData,
    private readonly notices: NoticesPersonalData,
    private readonly announcements: AnnouncementsPersonalData,
    private readonly discussions: DiscussionsPersonalData,
  ) {}

  async about(accountId: string): Promise<{ parts: Record<string, unknown>; files: HeldFile[] }> {
    const account = await this.accounts.about(accountId);
    const { files: evidence, ...admissions } = await this.admissions.about(accountId);
    const places = await this.places.about(accountId);
    const enrolmentIds = places.enrolments.map(({ id }) => id);
    const { files: works, ...projectWork } = await this.projectWork.about(enrolmentIds);
    const { files: arrived, uploads } = await this.uploads.about(accountId);
    const { files: shared, workspaces } = await this.workspace.about(accountId, enrolmentIds);
    const { files: documents, requests } = await this.requests.about(enrolmentIds);
    const { files: certificates, ...credentials } = await this.credentials.about(enrolmentIds);
    const [attendance, checkIns, meetings, sessionsTaught, notices, announcements, said, mails, surveys] =
      await Promise.all([
        this.schedule.about(enrolmentIds),
        this.checkIns.about(enrolmentIds),
        this.meetings.about(enrolmentIds),
        this.schedule.taughtBy(accountId),
        this.notices.about(accountId),
        this.announcements.about(accountId),
        this.discussions.about(accountId),
        this.mails(account.email),
        this.surveys.about(enrolmentIds),
      ]);
    const below = (folder: string, files: readonly HeldFile[]) =>
      files.map(({ id, path }) => ({ id, path: `${folder}/${inside(path)}` }));
    return {
      parts: {
        account,
        applications: admissions.applications,
        places,
        attendance: { ...attendance, checkIns, meetings, requests, sessionsTaught },
        calendar: await this.calendar.about(accountId),
        workload: await this.workload.about(enrolmentIds),
        materials: await this.modules.about(enrolmentIds),
        publication: await this.publication.about(accountId),
        'project-work': { ...projectWork, uploads, workspaces, peerFeedback: await this.feedback.about(enrolmentIds) },
        completion: await this.completion.about(enrolmentIds),
        surveys,
        credentials,
        announcements,
        discussions: said.discussions,
        notices,
        mails,
      },
      files: [
        ...below('applications', evidence),
        ...below('project-work', [...works, ...arrived, ...shared]),
        ...below('attendance-requests', documents),
        ...below('discussions', said.files),
        ...below('credentials', certificates),
      ],
    };
  }

  /** The fact that they were sent; only its reader has the mail itself. */
  private async mails(recipient: string) {
    const mails = await this.database.rows(
      rowsOf(SentMail, 'WHERE it.recipient = :recipient', { recipient }, { by: ['sentAt'] }),
    );
    return mails.map(({ mail, subject, sentAt }) => ({ mail, subject, sentAt }));
  }
}

/** A path that cannot leave its folder: a file, or an edition, may be called `..`. */
const inside = (path: string): string =>
  path
    .split(/[\\/]/)
    .map((name) => (/^\.*$/.test(name.trim()) ? '_' : name))
    .join('/');
