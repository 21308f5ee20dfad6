import { RefusalPipe } from '../../ui/refusal.pipe';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { checkProgramme, previewCertificate, publishProgramme, type ReplyOf } from '@libretto/contracts';
import { Api, keepFile } from '../../platform/api';
import { InLanguagePipe, SentencePipe } from '../../platform/language';
import { Refused, Sending } from '../../ui/sending';
import { FileDrop } from '../../ui/file-drop';
import { Notices } from '../../ui/notices';
import { PageHeader } from '../../ui/page-header';
import { cureOf } from './cure-of';

/** A programme file is checked as soon as it is chosen, and published if it has no faults. */
@Component({
  selector: 'lib-publish-page',
  imports: [FileDrop, InLanguagePipe, MatButtonModule, PageHeader, RefusalPipe, Refused, RouterLink, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './publish.page.html',
  // A path breaks nowhere: the table scrolls in its frame.
  styles: 'td code { white-space: nowrap; }',
})
export class PublishPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);

  protected readonly file = signal<{ name: string; text: string } | undefined>(undefined);
  protected readonly checked = signal<ReplyOf<typeof checkProgramme> | undefined>(undefined);
  protected readonly sending = new Sending();

  protected readonly cureOf = cureOf;

  protected async take(file: File): Promise<void> {
    const text = await file.text();
    this.checked.set(undefined);
    this.file.set({ name: file.name, text });
    await this.attempt(async () => this.checked.set(await this.api.send(checkProgramme, { body: { text } })));
  }

  protected async preview(slug: string): Promise<void> {
    const text = this.file()?.text ?? '';
    await this.attempt(async () =>
      keepFile(await this.api.fileOf(previewCertificate, { body: { text } }), `${slug}-certificate.pdf`),
    );
  }

  protected async publish(): Promise<void> {
    const text = this.file()?.text ?? '';
    await this.attempt(async () => {
      const { slug, version } = await this.api.send(publishProgramme, { body: { text } });
      this.notices.tell('published', { version });
      await this.router.navigate(['/programmes', slug]);
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    await this.sending.run(async () => {
      await work();
    });
  }
}
