/** Who hands in for a brief: each person alone, or groups, of one country each, or around a topic. */
export const briefAuthors = ['person', 'group', 'national-group', 'focus-group'] as const;
export type BriefAuthors = (typeof briefAuthors)[number];

/** The id of a brief that has none of its own: the only one of most programmes. */
export const usualBriefId = 'project-work';

/** The briefs of a programme, whose file has one or a list of them. */
export const briefsIn = <Brief extends { readonly id?: string | undefined }>(
  projectWork: Brief | readonly Brief[],
): (Brief & { readonly id: string })[] =>
  (isList(projectWork) ? projectWork : [projectWork]).map((brief) => ({ ...brief, id: brief.id ?? usualBriefId }));

const isList = <Brief>(projectWork: Brief | readonly Brief[]): projectWork is readonly Brief[] =>
  Array.isArray(projectWork);

/** The number of markers that an edition needs: that of the brief that needs most. */
export const mostMarkers = ({
  projectWork,
}: {
  readonly projectWork: { readonly markers: number } | readonly { readonly markers: number }[];
}): number => Math.max(...[projectWork].flat().map(({ markers }) => markers));
