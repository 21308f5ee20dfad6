import {
  addMaterial,
  beginAttempt,
  changeMaterial,
  finishAttempt,
  publishSelfTest,
  readSelfTest,
  saveAnswers,
  saveSelfTest,
  type AskedQuestion,
} from '@libretto/contracts';
import { emptyOption, emptyQuestion, type TestQuestion, type Texts } from '@libretto/domain';
import type { Player } from './cast';
import type { Story } from './story';

/** The self-test at the end of the demo's first module, in English and Italian. */

const both = (en: string, it: string): Texts => ({ en, it });
const option = (rowId: string, text: Texts, values: object = {}) => ({ ...emptyOption(rowId), text, ...values });
const right = { isRight: true };
const asked = (kind: TestQuestion['kind'], rowId: string, values: Partial<TestQuestion>): TestQuestion => ({
  ...emptyQuestion(rowId, kind, []),
  ...values,
});

const questions: readonly TestQuestion[] = [
  asked('choice', 'burden', {
    text: both(
      'A qualification of another party to the Lisbon Recognition Convention is not recognised. Who has to show that there is a substantial difference?',
      'Un titolo di un altro Stato parte della Convenzione di Lisbona non viene riconosciuto. Chi deve dimostrare che esiste una differenza sostanziale?',
    ),
    options: [
      option('body', both('The body that assesses the application', 'L’ente che valuta la domanda'), right),
      option('applicant', both('The applicant', 'Chi presenta la domanda'), {
        feedback: both(
          'Applicants give the information that is needed, in good faith. They need not prove that nothing differs.',
          'Chi presenta la domanda fornisce in buona fede le informazioni necessarie. Non deve provare che nulla sia diverso.',
        ),
      }),
      option(
        'awarding',
        both('The institution that awarded the qualification', 'L’istituzione che ha rilasciato il titolo'),
      ),
      option(
        'network',
        both('The ENIC-NARIC centre of the country of origin', 'Il centro ENIC-NARIC del Paese d’origine'),
      ),
    ],
    feedback: both(
      'Article III.5: the responsibility to demonstrate that an application does not fulfil the requirements lies with the body undertaking the assessment.',
      'Articolo III.5: spetta all’ente che effettua la valutazione dimostrare che la domanda non soddisfa i requisiti.',
    ),
  }),
  asked('choice', 'automatic', {
    text: both(
      'What does the automatic mutual recognition of a qualification mean in the Council Recommendation of 2018?',
      'Che cosa significa il riconoscimento reciproco automatico di un titolo nella Raccomandazione del Consiglio del 2018?',
    ),
    options: [
      option(
        'considered',
        both(
          'Its holder may be considered for further study without a separate recognition procedure',
          'Chi lo possiede può essere preso in considerazione per proseguire gli studi senza una procedura di riconoscimento separata',
        ),
        right,
      ),
      option(
        'admitted',
        both(
          'Its holder has to be admitted to the programme they choose',
          'Chi lo possiede deve essere ammesso al corso che sceglie',
        ),
        {
          feedback: both(
            'Admission stays with the institution: it may select among those who have the right of access.',
            'L’ammissione resta all’istituzione, che può selezionare fra chi ha diritto di accesso.',
          ),
        },
      ),
      option(
        'profession',
        both(
          'Its holder may practise a regulated profession anywhere in the Union',
          'Chi lo possiede può esercitare una professione regolamentata ovunque nell’Unione',
        ),
      ),
    ],
    feedback: both(
      'It is about access at the same level, not about admission, and not about regulated professions, for which Directive 2005/36/EC has its own rules.',
      'Riguarda l’accesso allo stesso livello: non l’ammissione, né le professioni regolamentate, per le quali vale la direttiva 2005/36/CE.',
    ),
  }),
  asked('choices', 'elements', {
    points: 2,
    text: both(
      'Which elements of a qualification does a credential evaluator compare?',
      'Quali elementi di un titolo confronta chi lo valuta?',
    ),
    options: [
      option('level', both('Level', 'Livello'), right),
      option('workload', both('Workload', 'Carico di lavoro'), right),
      option('quality', both('Quality', 'Qualità'), right),
      option('profile', both('Profile', 'Profilo'), right),
      option('outcomes', both('Learning outcomes', 'Risultati di apprendimento'), right),
      option(
        'ranking',
        both('Rank of the institution in league tables', 'Posizione dell’istituzione nelle classifiche'),
      ),
      option('place', both('Nationality of its holder', 'Nazionalità di chi lo possiede')),
    ],
    feedback: both(
      'These five are the elements of the European Recognition Manual. Ranks say nothing of a programme’s outcomes, and nationality must not matter.',
      'Sono i cinque elementi dello European Recognition Manual. Le classifiche non dicono nulla dei risultati di un corso, e la nazionalità non deve contare.',
    ),
  }),
  asked('order', 'steps', {
    points: 2,
    text: both('In which order is an application assessed?', 'In quale ordine si valuta una domanda?'),
    options: [
      option(
        'receive',
        both('Confirm that it has arrived, and say how long it takes', 'Confermare l’arrivo e indicare i tempi'),
      ),
      option(
        'accredited',
        both('Check the status of institution and programme', 'Controllare lo stato dell’istituzione e del corso'),
      ),
      option('verify', both('Verify that the documents are authentic', 'Verificare l’autenticità dei documenti')),
      option(
        'compare',
        both(
          'Compare the qualification with what its purpose asks',
          'Confrontare il titolo con quanto richiede lo scopo',
        ),
      ),
      option(
        'decide',
        both('Decide, with reasons and the way to appeal', 'Decidere, con le motivazioni e la via di ricorso'),
      ),
    ],
    feedback: both(
      'Nothing is compared before it is known that the programme is recognised and the document is genuine.',
      'Non si confronta nulla prima di sapere che il corso è riconosciuto e il documento autentico.',
    ),
  }),
  asked('match', 'years', {
    points: 2,
    text: both('When was each of them adopted?', 'Quando è stato adottato ciascuno?'),
    options: [
      option('lisbon', both('Lisbon Recognition Convention', 'Convenzione di Lisbona sul riconoscimento'), {
        match: both('1997', '1997'),
      }),
      option('bologna', both('Bologna Declaration', 'Dichiarazione di Bologna'), { match: both('1999', '1999') }),
      option(
        'council',
        both(
          'Council Recommendation on automatic mutual recognition',
          'Raccomandazione del Consiglio sul riconoscimento reciproco automatico',
        ),
        { match: both('2018', '2018') },
      ),
      option('global', both('UNESCO Global Convention', 'Convenzione globale dell’UNESCO'), {
        match: both('2019', '2019'),
      }),
    ],
    feedback: both(
      'From a right of the applicant to recognition without a procedure of its own.',
      'Da un diritto di chi presenta la domanda a un riconoscimento senza procedura propria.',
    ),
  }),
  asked('number', 'months', {
    value: 4,
    text: both(
      'The revised Recommendation on Criteria and Procedures (2010) sets a limit for deciding on an application. How many months?',
      'La Raccomandazione rivista sui criteri e le procedure (2010) pone un limite per decidere su una domanda. Quanti mesi?',
    ),
    feedback: both(
      'Four months, from the day on which all the information is there.',
      'Quattro mesi, da quando ci sono tutte le informazioni.',
    ),
  }),
  asked('text', 'enic', {
    text: both(
      'Which network of national information centres, beside NARIC, was set up by the Council of Europe and UNESCO?',
      'Quale rete di centri nazionali d’informazione, oltre a NARIC, è stata creata dal Consiglio d’Europa e dall’UNESCO?',
    ),
    accepted: both('ENIC\nENIC Network\nEuropean Network of Information Centres', 'ENIC\nRete ENIC'),
    feedback: both(
      'The ENIC Network, whose centres inform on qualifications and systems.',
      'La rete ENIC, i cui centri informano su titoli e sistemi.',
    ),
  }),
];

/** The tutor's test, which opens once `afterId` is read. Answers its id. */
export async function addSelfTest(
  story: Story,
  { accountId }: Player,
  editionId: string,
  opensAfterId: string,
): Promise<string> {
  const { id: materialId } = await story.let(accountId, addMaterial, {
    params: { editionId, moduleNumber: 1 as never },
    body: { kind: 'self-test', title: 'Check yourself: from Lisbon to automatic recognition' },
  });
  const params = { editionId, materialId };
  const settings = { minutes: 15, isRequired: true, opensOn: null, opensAfterId };
  await story.let(accountId, changeMaterial, { params, body: settings });
  const { draft } = await story.let(accountId, readSelfTest, { params });
  const to = {
    title: both(draft.title['en'] ?? '', 'Mettiti alla prova: da Lisbona al riconoscimento automatico'),
    introduction: both(
      'Seven questions on what you have read. After each you see what was right, and why.',
      'Sette domande su quanto hai letto. Dopo ciascuna vedi che cosa era giusto, e perché.',
    ),
    questions,
  };
  const { title, introduction } = draft;
  await story.let(accountId, saveSelfTest, {
    params,
    body: { from: { title, introduction, questions: [] }, to: to as never },
  });
  await story.let(accountId, publishSelfTest, { params });
  return materialId;
}

/** Each hands in one attempt; what many get wrong shows in the statistics. */
export async function takeSelfTest(
  story: Story,
  editionId: string,
  materialId: string,
  participants: readonly Player[],
): Promise<void> {
  const params = { editionId, materialId };
  for (const [index, { accountId }] of participants.entries()) {
    const { number, questions: paper } = await story.let(accountId, beginAttempt, { params });
    const answers = Object.fromEntries(paper.map((one) => [one.id, answerTo(one, index)]));
    const inAttempt = { ...params, number: number as never };
    await story.let(accountId, saveAnswers, { params: inAttempt, body: { answers: answers as never } });
    await story.let(accountId, finishAttempt, { params: inAttempt });
  }
}

/** The answer of the participant at this place to a question as their sheet shows it. */
function answerTo({ id, options: shown }: AskedQuestion, index: number): string | number | string[] {
  const options = questions.find(({ rowId }) => rowId === id)?.options ?? [];
  const places = (texts: readonly Texts[]) =>
    texts.map(({ en }) => shown.find(({ text }) => text['en'] === en)?.id ?? '');
  const [first, second, ...others] = options;
  const texts = (all: readonly (typeof first)[]) => places(all.map((one) => one?.text ?? {}));
  switch (id) {
    case 'burden':
      return texts([index % 3 === 1 ? second : first])[0]!;
    case 'automatic':
      return texts([index % 2 ? second : first])[0]!;
    case 'elements':
      return texts(options.filter(({ isRight, rowId }) => isRight && (index % 4 < 2 || rowId !== 'profile')));
    case 'steps':
      return texts(index % 3 ? options : [first, others[0], second, ...others.slice(1)]);
    case 'years':
      return places(options.map(({ match }) => match));
    case 'months':
      return index % 4 === 3 ? 3 : 4;
    default:
      return index % 5 === 4 ? 'Europass' : 'enic';
  }
}
