import { applicationForm, type InputOf, type saveApplication } from '@libretto/contracts';
import { type Actor, answerFaults, type ApplicationForm, refuse, withRowIds } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { BadInput } from '../../../platform/http/handles';
import { mergedOrRefuse, orNotFound, Refused } from '../../../platform/http/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { formInHand } from './keep-version';
import { lockOwnDraft } from './lock-own-application';
import { ownFieldsOf } from './terms';

/** What the database’s column holds, with room to spare. */
const mostBytes = 60_000;

/** Brings what has changed into somebody’s form; what was not sent stays. */
@Injectable()
export class SaveApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
  ) {}

  async run(actor: Actor, editionId: string, { from, to }: InputOf<typeof saveApplication>['body']): Promise<{ stored: ApplicationForm }> {
    const edition = orNotFound(await this.editions.byId(editionId));
    return this.transaction.run(async (tx) => {
      const application = await lockOwnDraft(tx, actor, editionId);
      const change = { from: withRowIds(from), to: withRowIds(to) };
      const stored = withRowIds(mergedOrRefuse<ApplicationForm>(formInHand(application), change));
      refuseFaults(edition, stored, to);
      if (Buffer.byteLength(JSON.stringify(stored)) > mostBytes) throw new Refused(refuse('admissions.form-too-large'));
      // What is returned stays with the commission as it was, until it is submitted again.
      await tx.save(Object.assign(application, application.state === 'returned' ? { rework: stored } : { form: stored }));
      return { stored };
    });
  }
}

/** Of the fields that changed: two changes that are each right can be wrong together, as a post that ends before it begins. */
function refuseFaults(edition: EditionCard, form: ApplicationForm, changed: Partial<ApplicationForm>): void {
  const answers = Object.fromEntries(Object.keys(changed.answers ?? {}).map((id) => [id, form.answers[id]]));
  const faults = [
    ...answerFaults(ownFieldsOf(edition), answers).map(({ path, ...why }) => ({ path: ['to', 'answers', ...path].join('.'), ...why })),
    ...(applicationForm.safeParse(form).error?.issues ?? [])
      .filter(({ path: [key] }) => key !== 'answers' && String(key) in changed)
      .map(({ path }) => ({ path: ['to', ...path].join('.'), reason: 'not-possible' as const })),
  ];
  if (faults.length) throw new BadInput(faults);
}
