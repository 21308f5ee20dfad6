import type { ContributionBody, PublicationBody } from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import type { Publication } from './book/publication.entity';

/** A publication of an edition, in print. */
export const aPublication = (editionId: string, values: Partial<Publication> = {}): Publication => ({
  id: newId(),
  editionId,
  state: 'in-print',
  title: 'Automatic recognition in practices',
  subtitle: '',
  language: 'en',
  editors: [],
  preface: '',
  licence: 'cc-by',
  setAt: new Date('2026-11-20T09:00:00Z'),
  remindedAt: null,
  printedAt: new Date('2026-11-21T09:00:00Z'),
  printedBy: null,
  ...values,
});

/** What a coordinator sends, with these works in their order. */
export const aPublicationBody = (
  works: readonly (Pick<PublicationBody['works'][number], 'workId'> & Partial<PublicationBody['works'][number]>)[],
  values: Partial<PublicationBody> = {},
): PublicationBody => ({
  title: 'Automatic recognition in practices',
  subtitle: '',
  language: 'en',
  editors: ['Chiara Bianchi'],
  preface: 'Works of *five* countries.',
  licence: 'cc-by',
  works: works.map((work) => ({ title: 'One desk, one decision', references: '', ...work })),
  ...values,
});

/** How somebody wants to be named. */
export const aContribution = (values: Partial<ContributionBody> = {}): ContributionBody => ({
  name: 'Ana Kovač',
  institution: 'University of Zagreb',
  country: 'HR',
  orcid: '0000-0002-1825-0097',
  roles: ['conceptualization', 'writing-original-draft'],
  ...values,
});
