import { sayIn } from './say';

const say = sayIn<string>('it', {
  desk: {
    waiting: '{dossiers, plural, =0 {Nessun dossier} one {# dossier} other {# dossier}}',
    hello: 'Ciao {name}',
    begins: 'Inizia {day, date, day}.',
  },
});

describe('wording', () => {
  it.each([
    [0, 'Nessun dossier'],
    [1, '1 dossier'],
    [1200, '1200 dossier'],
  ])('counts %d in the language', (dossiers, expected) => {
    expect(say('desk.waiting', { dossiers })).toBe(expected);
  });

  it('keeps a hostile name as text', () => {
    expect(say('desk.hello', { name: '<b>{x}</b>' })).toBe('Ciao <b>{x}</b>');
  });

  it('says a calendar day with its weekday', () => {
    expect(say('desk.begins', { day: '2026-09-14' })).toBe('Inizia lunedì 14 settembre 2026.');
  });

  it('shows the key where a sentence is missing', () => {
    expect(say('desk.gone')).toBe('desk.gone');
  });
});
