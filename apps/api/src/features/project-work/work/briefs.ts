import type { BriefChoices, ProgrammeBrief } from '@libretto/contracts';
import { briefsIn } from '@libretto/domain';
import { orNotFound } from '../../../platform/refusals/refused';
import type { EditionCard } from '../../editions';

/** What a programme asks to be handed in, with its id. */
export type Brief = ProgrammeBrief & { readonly id: string };
type Run = Pick<EditionCard, 'definition'>;

/** The briefs of an edition's programme, in the order of its file. Whatever is asked about a brief is asked through here. */
export const briefsOf = ({ definition }: Run): Brief[] => briefsIn(definition.projectWork);

/** The brief of a group, a work or a deadline: no edition moves to a version without it. */
export const briefOf = (edition: Run, { briefId }: { readonly briefId: string }): Brief =>
  orNotFound(briefsOf(edition).find(({ id }) => id === briefId));

/** The brief that an address names; the first one where it names none. */
export const briefAsked = (edition: Run, { brief: asked }: { readonly brief?: string | undefined }): Brief =>
  orNotFound(briefsOf(edition).find(({ id }) => asked === undefined || id === asked));

/** The briefs to choose from. */
export const choicesOf = (edition: Run): BriefChoices => briefsOf(edition).map(({ id, title }) => ({ id, title }));
