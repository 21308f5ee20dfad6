export const peerFeedbackRefusals = {
  'peer-feedback.over': [],
  'peer-feedback.hidden': [],
  'peer-feedback.hidden-already': [],
  'peer-feedback.not-given': [],
  'peer-feedback.give-first': ['left'],
  'peer-feedback.still-open': [],
  'peer-feedback.together': [],
} as const;
