import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Glance } from '@libretto/contracts';
import { CountryNamePipe } from '../../platform/language';
import { HoursPipe, LongDayPipe } from '../../platform/time';
import { Status } from '../../ui/status';

/** People × sessions, one letter a mark, and each person's hours at the end of the row. */
@Component({
  selector: 'lib-attendance-grid',
  imports: [RouterLink, TranslocoPipe, CountryNamePipe, HoursPipe, LongDayPipe, Status],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance-grid.html',
  styleUrl: './attendance-grid.css',
})
export class AttendanceGrid {
  readonly glance = input.required<Glance>();
  readonly editionId = input.required<string>();
}
