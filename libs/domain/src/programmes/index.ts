export * from './annex-one';
export {
  type CertificateDesign,
  certificateDesigns,
  documentLanguages,
  type DocumentLanguage,
  isRegisterScheme,
  registerNumber,
  schemeOfYear,
  usualDocumentLanguages,
} from './certificate';
export * from './credit';
export * from './draft';
export * from './fault';
export * from './faults';
export * from './form-fields';
export * from './form-limits';
export * from './illustrative';
export * from './pictures';
export { keyFrom, withRubric } from './rubrics';
export { inPresencePercentOf, usualInPresencePercent } from './reachable';
export * from './survey-questions';
export * from './vocabulary';
