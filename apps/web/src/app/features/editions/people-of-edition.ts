import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { assignRole, readPeople, removeRole, type SetUp } from '@libretto/contracts';
import { type AssignedRole, assignedRoles } from '@libretto/domain';
import { Api } from '../../platform/api';
import { SentencePipe } from '../../platform/language';
import { Refused, Sending } from '../../ui/sending';
import { Notices } from '../../ui/notices';
import { FullNamePipe } from '../../ui/person-name.pipes';

type Person = SetUp['people'][number];

/** The commission and the tutors of an edition, found by any part of their name or address. */
@Component({
  selector: 'lib-people-of-edition',
  imports: [
    FullNamePipe,
    MatAutocompleteModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    Refused,
    RouterLink,
    SentencePipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './people-of-edition.html',
  styles: '.assign { margin-top: var(--s4); } .email { font-weight: 400; }',
})
export class PeopleOfEdition {
  readonly editionId = input.required<string>();
  readonly people = input.required<readonly Person[]>();
  readonly may = input.required<boolean>();
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly roles = assignedRoles;
  protected readonly role = signal<AssignedRole>('chair');
  protected readonly sending = new Sending();
  private readonly text = signal('');
  protected readonly found = this.api.read(readPeople, () =>
    this.text().length > 1 ? { query: { q: this.text() } } : undefined,
  );
  protected readonly nobody = computed(() => this.found.hasValue() && this.found.value().items.length === 0);

  protected readonly byRole = computed(() =>
    assignedRoles
      .map((role) => ({ role, people: this.people().filter((person) => person.role === role) }))
      .filter(({ people }) => people.length),
  );

  protected search(text: string): void {
    this.text.set(text.trim());
  }

  protected chooseRole(role: string): void {
    this.role.set(role as AssignedRole);
  }

  protected async assign({ option }: MatAutocompleteSelectedEvent, box: HTMLInputElement): Promise<void> {
    box.value = '';
    this.text.set('');
    const body = { accountId: String(option.value), role: this.role() };
    await this.attempt(() => this.api.send(assignRole, { params: { editionId: this.editionId() }, body }));
  }

  protected async remove({ accountId, role, name }: Person): Promise<void> {
    const params = { editionId: this.editionId() };
    await this.attempt(async () => {
      await this.api.send(removeRole, { params: { ...params, accountId, role } });
      this.notices.tell('removed', { name }, async () => {
        await this.api.send(assignRole, { params, body: { accountId, role } });
        this.changed.emit();
      });
    });
  }

  private async attempt(command: () => Promise<unknown>): Promise<void> {
    await this.sending.run(async () => {
      await command();
      this.changed.emit();
    });
  }
}
