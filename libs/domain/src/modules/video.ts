/** A film on one of the sites whose player a page may show: the site's name and the address of its player. */
export interface Video {
  readonly site: VideoSite;
  readonly player: string;
}

export const videoSites = ['youtube', 'vimeo'] as const;
export type VideoSite = (typeof videoSites)[number];

/** Where the players of the sites are: the only places from which a page of ours takes a frame. */
export const playerHosts: Record<VideoSite, string> = {
  youtube: 'https://www.youtube-nocookie.com',
  vimeo: 'https://player.vimeo.com',
};

const addresses: readonly [VideoSite, RegExp][] = [
  [
    'youtube',
    /^https:\/\/(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#\s]*&)?v=|embed\/|live\/|shorts\/)([\w-]{11})(?:[?&#/]\S*)?$/i,
  ],
  ['youtube', /^https:\/\/youtu\.be\/([\w-]{11})(?:[?#]\S*)?$/i],
  ['vimeo', /^https:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d{1,15})(?:[?#/]\S*)?$/i],
];

/**
 * The film that an address of a page leads to; `null` if it is on no site that a page may show. The player's address is made
 * of the film's number only: nothing else of what somebody typed gets into a frame.
 */
export function videoAt(address: string): Video | null {
  for (const [site, form] of addresses) {
    const film = form.exec(address)?.[1];
    if (film) return { site, player: `${playerHosts[site]}/${site === 'youtube' ? 'embed' : 'video'}/${film}` };
  }
  return null;
}
