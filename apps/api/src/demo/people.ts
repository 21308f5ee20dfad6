/** The password of everybody in the demo. */
export const demoPassword = 'libretto-demo';

/** One person of each role, for a newcomer to sign in as. `comesTo` is a key of the language files. */
export const demoPeople = [
  {
    key: 'coordinator',
    givenName: 'Chiara',
    familyName: 'Conti',
    email: 'chiara@centre.example',
    comesTo: 'demo.comes-to.coordinator',
  },
  {
    key: 'registrar',
    givenName: 'Rocco',
    familyName: 'Romano',
    email: 'rocco@centre.example',
    comesTo: 'demo.comes-to.registrar',
  },
  {
    key: 'chair',
    givenName: 'Carmen',
    familyName: 'Castro',
    email: 'carmen@centre.example',
    comesTo: 'demo.comes-to.chair',
  },
  {
    key: 'member',
    givenName: 'Marko',
    familyName: 'Marić',
    email: 'marko@centre.example',
    comesTo: 'demo.comes-to.member',
  },
  {
    key: 'tutor',
    givenName: 'Teresa',
    familyName: 'Tavares',
    email: 'teresa@centre.example',
    comesTo: 'demo.comes-to.tutor',
  },
  {
    key: 'participant',
    givenName: 'Pauline',
    familyName: 'Perrin',
    email: 'pauline@cevennes.example',
    comesTo: 'demo.comes-to.participant',
  },
  {
    key: 'holder',
    givenName: 'Petra',
    familyName: 'Šimić',
    email: 'petra@medvednica.example',
    comesTo: 'demo.comes-to.holder',
  },
  {
    key: 'applicant',
    givenName: 'Ana',
    familyName: 'Anić',
    email: 'ana@velebit.example',
    comesTo: 'demo.comes-to.applicant',
  },
] as const;

export type DemoPerson = (typeof demoPeople)[number]['key'];
