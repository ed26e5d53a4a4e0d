import { z } from 'zod'
import { change, type Endpoint, look } from '../../../access/index.ts'
import { ChannelLine, TextChannel, TextChannelChange, TextTrial } from '../../../vocabulary/index.ts'
import { changeTextChannel, endTextChannel } from './change-text-channel.ts'
import { listChannels } from './list-channels.ts'
import { readTextChannel } from './read-text-channel.ts'
import { tryText } from './try-text.ts'

/** Addresses of the channels and of the provider of texts. */
export const channelRoutes: Endpoint[] = [
  look({
    path: '/channels',
    allow: 'viewer',
    summary: 'Lists every way to reach people, and whether it works here.',
    reply: z.object({ items: z.array(ChannelLine) }),
    run: ({ tx, caller, tools }) => listChannels(tx, tools.settings, caller.language),
  }),
  look({
    path: '/channels/sms',
    allow: 'admin',
    summary: 'Shows through which provider texts leave, without its passwords, and what each provider needs to know.',
    reply: TextChannel,
    run: ({ tx, caller, tools }) => readTextChannel(tx, caller, tools.settings),
  }),
  change('put', {
    path: '/channels/sms',
    allow: 'admin',
    summary: 'Chooses a provider of texts and its settings; a password that is left out stays as it is.',
    body: TextChannelChange,
    reply: TextChannel,
    run: ({ tx, body, caller, tools }) => changeTextChannel(tx, body, caller, tools.settings),
  }),
  change('delete', {
    path: '/channels/sms',
    allow: 'admin',
    summary: 'Forgets the provider of texts; texts are caught from then on.',
    run: ({ tx }) => endTextChannel(tx),
  }),
  change('post', {
    path: '/channels/sms/trial',
    allow: 'admin',
    summary: 'Sends one text to a number of the team, to try the settings.',
    body: TextTrial,
    reply: z.object({ messageId: z.uuid() }),
    status: 202,
    run: ({ tx, body, tools }) => tryText(tx, body.to, tools),
  }),
]
