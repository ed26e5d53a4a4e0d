/** The session's cookie: bound to the host alone where the product runs over HTTPS. */
export function sessionCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-sid' : 'sid'
  const always = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    name,
    set: (token: string, expiresAt: Date) => `${name}=${token}; Expires=${expiresAt.toUTCString()}; ${always}`,
    clear: () => `${name}=; Max-Age=0; ${always}`,
  }
}
