export { type QuestionAnswer, type SurveyAnswers, type SurveyFault, surveyFaults } from './answers';
export * from './survey';
export * from './tally';
