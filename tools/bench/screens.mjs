/**
 * The screens of the bench. `as(number)` answers who opens it (`cookie`), at which `path` of the web app, and the `ids`
 * in which this opening differs from those of other people: what the browser asked for the first person is asked for
 * everybody else with their own ids in its place. `from` is the page that was open before, for a screen that is opened
 * inside of the app; without it, the browser has nothing of the product yet.
 *
 * `moodle`: how many such pages a second a Moodle 4.5 answered on two cores, eight at a time, to the same number of
 * participants. These are recorded facts, measured once: the bench does not run Moodle.
 */
const pick = (list, number) => list[number % list.length];

export function screensOf(edition) {
  const { id, slug, sessionId, participants, works, tutor, coordinator, desks } = edition;
  const desk = desks.at(-1);
  const of = (path) => `/editions/${id}${path}`;
  const participant = (path) => (number) => {
    const { cookie, enrolmentId } = pick(participants, number);
    return { cookie, path, ids: [enrolmentId] };
  };
  const everybody = (cookie, path) => () => ({ cookie, path, ids: [] });
  const booklet = `/booklet/${id}`;
  return [
    { name: 'home of a participant', moodle: { 1000: 15.5 }, as: participant('/') },
    { name: 'the same, already in the app', from: of('/modules'), as: participant(booklet) },
    { name: 'module page', moodle: { 1000: 15.3 }, as: participant(of('/modules/1')) },
    { name: 'project work', moodle: { 1000: 12 }, as: participant(of('/project-work')) },
    { name: 'sessions', as: participant(of('/sessions')) },
    { name: 'own completion', as: participant(of('/completion/mine')) },
    { name: 'marking list', moodle: { 1000: 5.2 }, as: everybody(tutor, of('/project-work/marking')) },
    {
      name: 'work to mark',
      as: (number) => {
        const workId = pick(works, number);
        return { cookie: tutor, path: of(`/project-work/marking/${workId}`), ids: [workId] };
      },
    },
    { name: 'completion of an edition', moodle: { 1000: 7.7 }, as: everybody(tutor, of('/completion')) },
    {
      name: 'roll',
      moodle: { 1000: 10.9, 10000: 6.7 },
      as: everybody(tutor, of(`/sessions/${sessionId}/roll`)),
    },
    {
      name: 'hours of a participant',
      as: (number) => {
        const { enrolmentId } = pick(participants, number);
        return { cookie: coordinator, path: of(`/enrolments/${enrolmentId}/ledger`), ids: [enrolmentId] };
      },
    },
    { name: 'hours of an edition', as: everybody(tutor, of('/hours')) },
    { name: 'overview of an edition', as: everybody(coordinator, of('')) },
    { name: 'editions', as: everybody(coordinator, '/editions') },
    { name: 'applications to review', as: everybody(desk.chair, `/editions/${desk.id}/desk`) },
    {
      name: 'application',
      as: (number) => {
        const applicationId = pick(desk.opened, number);
        return { cookie: desk.chair, path: `/editions/${desk.id}/dossiers/${applicationId}`, ids: [applicationId] };
      },
    },
    { name: 'decisions', as: everybody(desk.chair, `/editions/${desk.id}/rulings`) },
    { name: 'programme, for everybody', as: everybody(undefined, `/programmes/${slug}`) },
  ];
}

/** What the first person's browser asked, as the browser of another person would ask it. */
export const forSomebodyElse = (waves, { ids: recorded }, { ids, cookie }) =>
  waves.map((wave) =>
    wave.map(({ path, status }) => ({
      path: recorded.reduce((address, id, place) => address.replaceAll(id, ids[place]), path),
      status,
      headers: cookie ? { cookie } : {},
    })),
  );
