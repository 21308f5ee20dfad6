import { videoAt } from '.';

const tube = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ';

it.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', tube],
  ['https://www.youtube.com/watch?list=x&v=dQw4w9WgXcQ&t=10', tube],
  ['https://youtu.be/dQw4w9WgXcQ?t=3', tube],
  ['https://www.youtube.com/embed/dQw4w9WgXcQ', tube],
  ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871'],
  ['https://player.vimeo.com/video/76979871?h=1', 'https://player.vimeo.com/video/76979871'],
  ['http://www.youtube.com/watch?v=dQw4w9WgXcQ', undefined],
  ['https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ', undefined],
  ['https://evil.example/?u=https://youtu.be/dQw4w9WgXcQ', undefined],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ"onload=alert(1)', undefined],
  ['https://youtu.be/../../evil', undefined],
  ['javascript:alert(1)', undefined],
])('%s: %s', (address, player) => {
  expect(videoAt(address)?.player).toBe(player);
});
