/** `customer_size` as people read it: "customer size". Names are the customers' own data and stay in their language. */
export const attributeTitle = (attribute: string): string => attribute.replaceAll('_', ' ').trim()
