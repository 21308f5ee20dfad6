export { SurveyAnswered } from './surveys.events';
export { SurveyParticipations } from './survey-participations';
export { SurveysModule } from './surveys.module';
export { SurveysPersonalData } from './surveys-personal-data';
