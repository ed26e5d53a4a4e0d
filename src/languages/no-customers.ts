/** What `#customers` means in a browser: the team's pages carry none of the languages that only customers read. */
export const customers = {}
