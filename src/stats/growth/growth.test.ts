import { expect, test } from 'vitest'
import { earnedGrowth, referralCoefficient, referralShare } from './index.ts'

test('the base of earned new customers is said, and changes the rate', () => {
  const figures = {
    revenueLastPeriod: 1000,
    revenueFromReturning: 950,
    revenueFromEarned: 180,
    revenueThisPeriod: 1200,
  }
  expect(earnedGrowth(figures)).toMatchObject({ base: 'last period', earnedNewCustomers: 0.18 })
  expect(earnedGrowth(figures, { base: 'this period' })).toMatchObject({
    base: 'this period',
    earnedNewCustomers: 0.15,
  })
})

test('without revenue in the base period there is no rate', () => {
  expect(earnedGrowth({ revenueLastPeriod: 0, revenueFromReturning: 0, revenueFromEarned: 5 })).toBeNull()
  expect(() => earnedGrowth({ revenueLastPeriod: -1, revenueFromReturning: 0, revenueFromEarned: 0 })).toThrow(
    /revenueLastPeriod/,
  )
})

test('referrals: nobody asked is no share, nobody invited is no growth', () => {
  expect(referralShare(0, 0)).toBeNull()
  expect(referralShare(0, 20)?.lower).toBe(0)
  expect(referralCoefficient({ customers: 10, invitations: 0, conversions: 0 })).toBe(0)
  expect(referralCoefficient({ customers: 0, invitations: 5, conversions: 1 })).toBeNull()
})
