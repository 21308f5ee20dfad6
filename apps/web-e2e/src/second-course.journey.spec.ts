import type { Page } from 'playwright-core';
import { cuttable, does, installation, write, writtenIn } from './harness';
import { playSecondCourse, setUp } from './second-course';

describe('the second course', () => {
  const there = installation('scaled');
  const { by, fill, url } = there;

  it('leads from an empty production to a credential that others verify', async () => {
    await setUp(there);
    await playSecondCourse(there);
  }, 900_000);

  it('has a text that two people write at two processes the same for both, also where one was cut off for a while', async () => {
    const [edition] = await fill({ editions: 1, people: 2, inOneGroup: true });
    if (!edition) throw new Error('There is no edition.');
    const work = `/editions/${edition.id}/project-work`;
    /** Comes to the text as a participant, at the process of the same number. */
    const come = async (page: Page, number: number) => {
      const [name = '', value = ''] = edition.participants[number]?.cookie.split('=') ?? [];
      await page.context().addCookies([
        { name, value, url: url() },
        { name: 'process', value: String(number), url: url() },
      ]);
      const line = await cuttable(page);
      const { group } = await does<{ group: { id: string } }>(page, 'GET', work);
      await page.goto(`${work}/workspace/${group.id}`);
      await page.getByText('All changes saved').waitFor();
      return line;
    };
    await by((one) =>
      by(async (other) => {
        await come(one, 0);
        const line = await come(other, 1);
        await write(one, 'Theory.');
        await other.getByText('Theory.').waitFor();
        await write(other, 'Practice.');
        await one.getByText('Practice.').waitFor();
        await line.cut();
        await write(other, 'Challenges, written on a train.');
        await write(one, 'Next steps, written meanwhile.');
        await one.getByText('All changes saved').waitFor();
        await line.mend();
        await one.getByText('Challenges, written on a train.').waitFor();
        await other.getByText('Next steps, written meanwhile.').waitFor();
        await other.getByText('All changes saved').waitFor();
        const text = await writtenIn(one);
        expect(text.filter((paragraph) => paragraph).sort()).toEqual([
          'Challenges, written on a train.',
          'Next steps, written meanwhile.',
          'Practice.',
          'Theory.',
        ]);
        expect(await writtenIn(other)).toEqual(text);
      }),
    );
  }, 240_000);
});
