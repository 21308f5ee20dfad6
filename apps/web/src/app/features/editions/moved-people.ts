import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MovePreview } from '@libretto/contracts';
import { SentencePipe } from '../../platform/language';
import { HoursPipe } from '../../platform/time';
import { Pager } from '../../ui/pager';
import { Status } from '../../ui/status';

type Change = MovePreview['items'][number]['requirements'][number];

/** The participants who lack more or less in the newer version. */
@Component({
  selector: 'lib-moved-people',
  imports: [HoursPipe, Pager, RouterLink, Status, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './moved-people.html',
  styles: 'ul { margin: 0; padding: 0; list-style: none; }',
})
export class MovedPeople {
  readonly preview = input.required<MovePreview>();
  readonly after = input.required<string | undefined>();

  protected readonly isChanged = ({ before, after }: Change): boolean => before !== after;
}
