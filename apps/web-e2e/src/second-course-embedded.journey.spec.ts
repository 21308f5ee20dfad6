import { playSecondCourse } from './second-course';

describe('the second course', () => {
  playSecondCourse('embedded');
});
