import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal } from '@angular/core';
import { FormField, FormRoot } from '@angular/forms/signals';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { changeNoticeSettings, type NoticeSettingsView, readNoticeSettings } from '@libretto/contracts';
import { channelsOf, chosenTopics } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { SignedIn } from '../../platform/people';
import { formToSend, SelectField, Send, TextField } from '../../ui/form';
import { PageHeader } from '../../ui/page-header';
import { Waiting } from '../../ui/waiting';

const night = { from: '22:00', until: '07:00' };

/** How the signed-in person wants to hear of what, and when not to. */
@Component({
  selector: 'lib-notice-settings-page',
  imports: [FormField, FormRoot, MatCheckboxModule, PageHeader, SelectField, Send, SentencePipe, TextField, Waiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notice-settings.page.html',
})
export class NoticeSettingsPage {
  private readonly api = inject(Api);
  protected readonly zone = inject(SignedIn).me()?.timeZone ?? '';
  protected readonly topics = chosenTopics;
  protected readonly channelsOf = channelsOf;
  protected readonly settings = this.api.read(readNoticeSettings, () => ({}));
  protected readonly saved = signal(false);
  private readonly model = linkedSignal(() => typedOf(this.settings.value()));
  protected readonly form = formToSend(changeNoticeSettings, this.model, () => this.save(), { body: bodyOf });

  private async save(): Promise<void> {
    this.saved.set(false);
    await this.api.send(changeNoticeSettings, { body: bodyOf(this.model()) });
    this.saved.set(true);
  }
}

const typedOf = (settings: NoticeSettingsView | undefined) => ({
  channels: settings?.channels ?? {
    sessions: 'mail',
    reminders: 'mail',
    work: 'mail',
    hours: 'mail',
    messages: 'mail',
  },
  isQuiet: Boolean(settings?.quietHours),
  quietHours: settings?.quietHours ?? night,
});

const bodyOf = ({ channels, isQuiet, quietHours }: ReturnType<typeof typedOf>): NoticeSettingsView => ({
  channels,
  quietHours: isQuiet ? quietHours : null,
});
