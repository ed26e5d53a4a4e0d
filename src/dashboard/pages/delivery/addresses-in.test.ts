import { expect, test } from 'vitest'
import { addressesIn } from './addresses-in.ts'

test('a list is read whatever stands beside the addresses, each address once', () => {
  const file =
    '\ufeffEmail,Name,Since\r\n"anna@example.com","Meier, Anna",2024\nBela;bela@example.net;x\n\nanna@example.com\n<cora@example.org>\nnobody'
  expect(addressesIn(file)).toEqual(['anna@example.com', 'bela@example.net', 'cora@example.org'])
  expect(addressesIn('')).toEqual([])
})
