import { z } from 'zod'
import { change, type Endpoint, look } from '../../access/index.ts'
import {
  AttributeInput,
  AttributeLine,
  AttributeName,
  AttributeTitle,
  BandsPreview,
  BandsQuestion,
} from '../../vocabulary/index.ts'
import { defineAttribute, removeAttribute } from './define-attribute.ts'
import { listAttributes, listAttributeTitles } from './list-attributes.ts'
import { previewBands } from './preview-bands.ts'

/** Addresses of what attributes of people mean. */
export const routes: Endpoint[] = [
  look({
    path: '/attributes',
    allow: 'viewer',
    summary: 'Lists the attributes that occur on people: type, bands, what is above, how many have one, examples.',
    reply: z.object({ items: z.array(AttributeLine) }),
    run: ({ tx }) => listAttributes(tx),
  }),
  look({
    path: '/attribute-titles',
    allow: 'viewer',
    summary: 'The names that were given to attributes; an attribute that is missing goes by its own name.',
    reply: z.object({ items: z.array(AttributeTitle) }),
    run: ({ tx }) => listAttributeTitles(tx),
  }),
  change('post', {
    path: '/attributes',
    allow: 'admin',
    summary: 'Says what an attribute means: type, bands in which it is cut, what is above it; said again, it is new.',
    body: AttributeInput,
    run: ({ tx, body }) => defineAttribute(tx, body),
  }),
  change('delete', {
    path: '/attributes/{attribute}',
    allow: 'admin',
    summary: 'Takes back what an attribute means; its values stay at the people and are text again.',
    params: z.object({ attribute: AttributeName }),
    run: ({ tx, params }) => removeAttribute(tx, params.attribute),
  }),
  change('post', {
    path: '/attribute-previews',
    allow: 'viewer',
    summary: 'Counts how many people bands would hold and suggests bands of about equal size; saves nothing.',
    body: BandsQuestion,
    reply: BandsPreview,
    run: ({ tx, body }) => previewBands(tx, body),
  }),
]
