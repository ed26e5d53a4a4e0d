import { expect, test } from 'vitest'
import { CommandProblem } from '../command.ts'
import { importRequest } from './request.ts'

const asked = (date: string) => importRequest({ words: ['answers.csv'], options: { date } }, 'en').options.date

test('a day is read as ISO and with dots', () => {
  expect([asked('2024-05-31'), asked('31.05.2024')]).toEqual(['2024-05-31', '2024-05-31'])
})

test.each(['5/6/2024', '31.02.2024', '1714521600', 'yesterday', '5-6-2024'])('%s is no day', date => {
  expect(() => asked(date)).toThrow(CommandProblem)
})
