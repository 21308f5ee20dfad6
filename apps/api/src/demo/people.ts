/** The password of everybody in the demo. */
export const demoPassword = 'libretto-demo';

/** One person of each role, for a newcomer to sign in as. */
export const demoPeople = [
  {
    key: 'coordinator',
    givenName: 'Chiara',
    familyName: 'Conti',
    email: 'chiara@centre.example',
  },
  {
    key: 'registrar',
    givenName: 'Rocco',
    familyName: 'Romano',
    email: 'rocco@centre.example',
  },
  {
    key: 'chair',
    givenName: 'Carmen',
    familyName: 'Castro',
    email: 'carmen@centre.example',
  },
  {
    key: 'member',
    givenName: 'Marko',
    familyName: 'Marić',
    email: 'marko@centre.example',
  },
  {
    key: 'tutor',
    givenName: 'Teresa',
    familyName: 'Tavares',
    email: 'teresa@centre.example',
  },
  {
    key: 'participant',
    givenName: 'Pauline',
    familyName: 'Perrin',
    email: 'pauline@cevennes.example',
  },
  {
    key: 'holder',
    givenName: 'Petra',
    familyName: 'Šimić',
    email: 'petra@medvednica.example',
  },
  {
    key: 'applicant',
    givenName: 'Ana',
    familyName: 'Anić',
    email: 'ana@velebit.example',
  },
] as const;

export type DemoPerson = (typeof demoPeople)[number]['key'];
