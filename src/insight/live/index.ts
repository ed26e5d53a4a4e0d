/** News as they happen, for pages that are open and programs that watch. */
export { newsDesk } from './news-desk.ts'
export { watchNews } from './watch-news.ts'
