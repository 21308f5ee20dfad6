export { SurveyCall } from './survey-call';
