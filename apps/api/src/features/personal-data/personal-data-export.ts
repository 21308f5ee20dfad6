import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { SentMail } from '../../platform/mail/sent-mail.entity';
import { AccountsPersonalData } from '../accounts';
import { AdmissionsPersonalData } from '../admissions';
import { CompletionPersonalData } from '../completion';
import { CredentialsPersonalData } from '../credentials';
import { PlacesPersonalData } from '../places';
import { ProjectWorkPersonalData } from '../project-work';
import { SchedulePersonalData } from '../schedule';
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
    private readonly workload: WorkloadPersonalData,
    private readonly projectWork: ProjectWorkPersonalData,
    private readonly completion: CompletionPersonalData,
    private readonly credentials: CredentialsPersonalData,
  ) {}

  async about(accountId: string): Promise<{ parts: Record<string, unknown>; files: HeldFile[] }> {
    const account = await this.accounts.about(accountId);
    const { files: evidence, ...admissions } = await this.admissions.about(accountId);
    const places = await this.places.about(accountId);
    const enrolmentIds = places.enrolments.map(({ id }) => id);
    const { files: works, ...projectWork } = await this.projectWork.about(enrolmentIds);
    const { files: certificates, ...credentials } = await this.credentials.about(enrolmentIds);
    const below = (folder: string, files: readonly HeldFile[]) =>
      files.map(({ id, path }) => ({ id, path: `${folder}/${inside(path)}` }));
    return {
      parts: {
        account,
        applications: admissions.applications,
        places,
        attendance: await this.schedule.about(enrolmentIds),
        workload: await this.workload.about(enrolmentIds),
        'project-work': projectWork,
        completion: await this.completion.about(enrolmentIds),
        credentials,
        mails: await this.mails(account.email),
      },
      files: [
        ...below('applications', evidence),
        ...below('project-work', works),
        ...below('credentials', certificates),
      ],
    };
  }

  /** The fact that they were sent; only its reader has the mail itself. */
  private async mails(recipient: string) {
    const mails = await this.database.read.find(SentMail, { where: { recipient }, order: { sentAt: 'ASC' } });
    return mails.map(({ mail, subject, sentAt }) => ({ mail, subject, sentAt }));
  }
}

/** A path that cannot leave its folder: a file, or an edition, may be called `..`. */
const inside = (path: string): string =>
  path
    .split(/[\\/]/)
    .map((name) => (/^\.*$/.test(name.trim()) ? '_' : name))
    .join('/');
