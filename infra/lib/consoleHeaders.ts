/**
 * What the host of the console has to send with every page, whoever it is: CloudFront in `aws`, the office's own web server in
 * `aws-cn` (the stack prints them as `ConsoleHeaders`). `destinations`: where the page may connect besides its own origin.
 */
export function consoleHeaders(destinations: readonly string[]): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'self'",
      `connect-src 'self' ${destinations.join(' ')}`,
      "img-src 'self' data: blob:",
      "style-src 'self' 'unsafe-inline'",
      "font-src 'self' data:",
      "frame-ancestors 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "object-src 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  }
}
