import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { pathFrom } from '@libretto/domain';
import { SentencePipe } from '../../../platform/language';
import { PartFaults } from './part-faults';
import { ProgrammeEditing } from './programme-editing';

/** A part of the file that is written as YAML, with what the check says of it and of what is in it. */
@Component({
  selector: 'lib-part-by-hand',
  imports: [MatFormFieldModule, MatInputModule, PartFaults, SentencePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ name() }}</mat-label>
      <textarea
        matInput
        spellcheck="false"
        [rows]="rows()"
        [value]="yaml()"
        (change)="take($any($event.target).value)"
      ></textarea>
      <mat-hint>
        @if (isNoYaml()) {
          <span class="fault">{{ 'programmes.editor.no-yaml' | transloco }}</span>
        }
        @for (path of faulty(); track $index) {
          <code>{{ path.join('.') }}</code> <lib-part-faults [path]="path" />
        }
      </mat-hint>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: grid;
    }

    textarea {
      font-family: monospace;
    }

    .fault {
      display: block;
      color: var(--red);
    }
  `,
  host: { '[id]': "'part-' + name()" },
})
export class PartByHand {
  readonly name = input.required<string>();

  private readonly editing = inject(ProgrammeEditing);
  protected readonly isNoYaml = signal(false);
  protected readonly yaml = computed(() => this.editing.file.yamlAt([this.name()]));
  protected readonly rows = computed(() => Math.min(16, this.yaml().split('\n').length + 1));
  /** The paths below this part at which there is a fault. */
  protected readonly faulty = computed(() => {
    const name = this.name();
    const paths = this.editing.faults().map(({ path }) => path);
    return [...new Set(paths)].filter((path) => path === name || path.startsWith(`${name}.`)).map(pathFrom);
  });

  protected take(typed: string): void {
    this.isNoYaml.set(!this.editing.file.setYaml([this.name()], typed));
  }
}
