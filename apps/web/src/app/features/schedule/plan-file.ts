import { ChangeDetectionStrategy, Component, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import type { SessionPlan } from '@libretto/contracts';
import { mostPlanned, type PlanFault, planOfTable } from '@libretto/domain';
import { SentencePipe } from '../../platform/language';
import { readTable } from '../../platform/tables/read-table';
import { FileDrop } from '../../ui/file-drop';

/** The sessions of a file, or of rows pasted from a spreadsheet. */
@Component({
  selector: 'lib-plan-file',
  imports: [FileDrop, MatButtonModule, MatFormFieldModule, MatInputModule, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-file.html',
})
export class PlanFile {
  readonly made = output<SessionPlan['lines']>();

  protected readonly most = mostPlanned;
  protected readonly fault = signal<PlanFault | 'unreadable' | undefined>(undefined);

  protected async read(file: Blob): Promise<void> {
    this.made.emit(await this.linesOf(file));
  }

  protected paste(text: string): Promise<void> {
    return this.read(new Blob([text]));
  }

  private async linesOf(file: Blob): Promise<SessionPlan['lines']> {
    this.fault.set(undefined);
    try {
      const read = planOfTable((await readTable(file)).rows);
      if ('lines' in read)
        return read.lines.map(({ module, title, day, from, to, room, link }) => ({
          module: module.slice(0, 200),
          title: title.slice(0, 200),
          day: day.slice(0, 40),
          from: from.slice(0, 40),
          to: to.slice(0, 40),
          room: room.slice(0, 250),
          link: link.slice(0, 500),
        }));
      this.fault.set(read.fault);
    } catch {
      this.fault.set('unreadable');
    }
    return [];
  }
}
