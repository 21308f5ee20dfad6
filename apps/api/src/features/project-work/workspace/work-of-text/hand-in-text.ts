import type { handInText, InputOf } from '@libretto/contracts';
import { type Actor, dayOf, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock';
import { newId } from '../../../../platform/database/new-id';
import { FileStore } from '../../../../platform/files/file-store';
import { PdfRenderer } from '../../../../platform/pdf/pdf-renderer';
import { Refused } from '../../../../platform/refusals/refused';
import { HandInWork } from '../../handing-in/hand-in-work';
import { hasWords, partsOf } from '../text/parts-of-text';
import { Texts } from '../text/texts';
import { WorkspaceDoor } from '../workspace-door';
import work from './work.typ';

/** Makes a PDF of the text and hands it in as the group's next version. The text stays, and can be handed in again. */
@Injectable()
export class HandInText {
  constructor(
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly renderer: PdfRenderer,
    private readonly handingIn: HandInWork,
    private readonly texts: Texts,
    private readonly door: WorkspaceDoor,
  ) {}

  /**
   * Refusals: workspace.text-is-empty, workspace.not-a-member, project-work.no-group, project-work.already-passed,
   * project-work.no-attempt-left, project-work.being-marked, project-work.peers-read, project-work.deadline-passed,
   * project-work.too-many-versions, project-work.file-kind-not-asked, project-work.originality-not-stated, project-work.nothing-to-hand-in,
   * project-work.too-few-files, project-work.too-many-files, project-work.too-few-links, project-work.too-many-links,
   * project-work.too-few-words, project-work.too-many-words, project-work.upload-not-complete, common.upload-gone.
   */
  async run(actor: Actor, { params, body }: InputOf<typeof handInText>): Promise<{ id: string }> {
    const { edition, brief, whyNotWrite } = await this.door.open(actor, params);
    if (whyNotWrite) throw new Refused(whyNotWrite);
    const asked = { params: { editionId: params.editionId }, query: { brief: brief.id } };
    await this.handingIn.check(actor, asked);
    const parts = partsOf(await this.texts.current(params.groupId));
    if (!hasWords(parts)) throw new Refused(refuse('workspace.text-is-empty'));
    const language = edition.definition.languages[0] ?? 'en';
    const title = brief.title[language] ?? brief.title['en'] ?? '';
    const [year = 0, month = 0, day = 0] = dayOf(this.clock.now(), edition.timeZone).split('-').map(Number);
    const sheet = { title, language, date: { year, month, day }, parts };
    const pdf = await this.renderer.printWhateverItSays(work, sheet);
    const file = await this.files.write(
      { id: newId(), name: `${title}.pdf`, type: 'application/pdf', purpose: 'project-work' },
      pdf,
    );
    const sent = { files: [], links: [], text: '', isOriginal: body.isOriginal, made: file };
    return this.files.orErase(file, () => this.handingIn.run(actor, asked, sent));
  }
}
