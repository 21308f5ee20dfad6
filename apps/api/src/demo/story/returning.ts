import { answerQuestion, readMyApplication, returnApplication, saveApplication } from '@libretto/contracts';
import { submit } from './admission';
import type { Cast, Player } from './cast';
import type { Story } from './story';

/** The chair returns a dossier with questions about the posts and the motivation. */
export async function giveBack(
  story: Story,
  editionId: string,
  applicationId: string,
  { people }: Cast,
): Promise<void> {
  const questions = [
    {
      field: 'posts',
      text: 'Your employer’s statement begins in June 2019. Since when have you evaluated credentials yourself?',
    },
    { field: 'motivation', text: 'Which decisions would you make automatic first?' },
  ];
  const word = 'The rest of your application is clear.';
  await story.let(people.chair.accountId, returnApplication, {
    params: { editionId, applicationId },
    body: { questions, word },
  });
}

/** The applicant corrects the fields in question, adds a note, and submits again. */
export async function answerAndSubmit(story: Story, editionId: string, applicant: Player): Promise<void> {
  const params = { editionId };
  const { application } = await story.let(applicant.accountId, readMyApplication, { params });
  const { form, returns } = application ?? {};
  const about = returns?.[0]?.questions.find(({ field }) => field === 'posts');
  if (!form || !about) throw new Error('The demo’s story returns nothing that could be answered.');
  const changes = {
    posts: form.posts.map((post) => ({ ...post, from: '2019-06-01' })),
    motivation: `${form.motivation} Bachelor degrees from the countries of the Lisbon Convention would come first: they are half of what reaches us.`,
  };
  await story.let(applicant.accountId, saveApplication, {
    params,
    body: { from: { posts: form.posts, motivation: form.motivation }, to: changes },
  });
  await story.let(applicant.accountId, answerQuestion, {
    params: { ...params, questionId: about.id },
    body: { from: {}, to: { answer: 'From June 2019 on; the first months were an internship.' } },
  });
  await submit(story, editionId, applicant);
}
